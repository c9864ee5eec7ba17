/** Finds names in running tokens: the longest first, from left to right. */
import type { NameKind } from './data.ts';
import { normalToken } from './normal.ts';

export interface Named {
  readonly kind: NameKind;
  readonly entry: number;
  readonly acronym: boolean;
}

/** Names that a run of tokens has. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly named: readonly Named[];
  /** The words around make it no state's name ("the Persian Gulf", "Latin American"). */
  readonly nobody?: boolean;
}

export class NameIndex {
  readonly #names = new Map<string, Named[]>();
  readonly #longest = new Map<string, number>();
  readonly #wordsToo: ReadonlySet<string>;

  /** `wordsToo`: acronyms that are words too, so that only capitals make them names. */
  constructor(wordsToo: ReadonlySet<string> = new Set()) {
    this.#wordsToo = wordsToo;
  }

  add(tokens: string, named: Named): void {
    const known = this.#names.get(tokens);
    if (known) known.push(named);
    else this.#names.set(tokens, [named]);
    const space = tokens.indexOf(' ');
    if (space < 0) return;
    const head = tokens.slice(0, space);
    let length = 2;
    for (let at = tokens.indexOf(' ', space + 1); at >= 0; at = tokens.indexOf(' ', at + 1)) length += 1;
    if ((this.#longest.get(head) ?? 1) < length) this.#longest.set(head, length);
  }

  get(tokens: string): readonly Named[] {
    return this.#names.get(tokens) ?? [];
  }

  /** Names as the text spells them: proper names with a capital, acronyms in capitals, roles in any case. */
  #fitting(tokens: string, surface: string): readonly Named[] {
    const named = this.#names.get(tokens);
    if (!named) return [];
    // "The resistance" at the head of a sentence is no name: the word behind the article decides.
    const name = surface.replace(/^the\s+(?=\p{L})/iu, '');
    const capital = /^["“‘']?[\p{Lu}\p{N}]/u.test(name) || /[-\s]\p{Lu}/u.test(name);
    const shouted = surface === surface.toUpperCase();
    const spelled = capital && tokens.length > 3 && !this.#wordsToo.has(tokens);
    return named.filter((n) =>
      n.kind === 'role' ? capital || !n.acronym : n.acronym && n.kind !== 'city' ? shouted || spelled : capital,
    );
  }

  /** All names in the tokens; where two overlap, the longer or the earlier one. Plurals meet their singular roles. */
  find(forms: readonly string[]): Hit[] {
    const normal = forms.map(normalToken);
    const hits: Hit[] = [];
    for (let i = 0; i < forms.length; i++) {
      if (!normal[i]) continue;
      const hit = this.#longestAt(forms, normal, i);
      if (!hit) continue;
      hits.push(hit);
      i = hit.last;
    }
    return hits;
  }

  /** Words of the longest name that begins so; 0 where none does. */
  #wordsFrom(token: string): number {
    return this.#longest.get(token) ?? (this.#names.has(token) ? 1 : 0);
  }

  #longestAt(forms: readonly string[], normal: readonly string[], i: number): Hit | null {
    const most = Math.max(this.#wordsFrom(normal[i]!), this.#wordsFrom(singular(normal[i]!)));
    let found: Hit | null = null;
    let tokens = '';
    let count = 0;
    for (let k = i; k < forms.length && count < most; k++) {
      const token = normal[k]!;
      if (!token) {
        if (!/^[-–—./]$|^['’]s?$/.test(forms[k]!)) break;
        continue;
      }
      const before = tokens;
      tokens = tokens ? `${tokens} ${token}` : token;
      count += 1;
      const surface = forms.slice(i, k + 1).join(' ');
      let named = this.#fitting(tokens, surface);
      if (!named.length && singular(token) !== token) {
        const alone = before ? `${before} ${singular(token)}` : singular(token);
        // "MPs", "the PLOs", but "PLOS" is no plural.
        const isWhole = /\p{Lu}{2}S$/u.test(forms[k]!);
        named = this.#fitting(alone, surface).filter(
          (n) =>
            (!isWhole || !n.acronym) &&
            (n.kind === 'role' || n.kind === 'group' || n.kind === 'people' || n.kind === 'adjective'),
        );
      }
      if (named.length) found = { first: i, last: k, named };
    }
    return found;
  }
}

/** A plural without its ending, where it has one. */
export function singular(word: string): string {
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -3)}man`;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word) && word.length > 3) return word.slice(0, -1);
  return word;
}
