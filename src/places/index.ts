/** Places: a gazetteer, and where an event is told to have been. */
import type { Mention, Tree, Where, Word } from '../nouns.ts';
import { caseOf, isRel, spanOfWords } from '../tree.ts';

export interface Place {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly admin: string | null;
}

/** Rows of `data/places.json`: name, state, latitude, longitude, population in thousands; the biggest of a name first. */
export interface PlaceData {
  readonly places: readonly (readonly [
    name: string,
    country: string,
    lat: number | null,
    lon: number | null,
    thousands: number,
  ])[];
}

export interface Gazetteer {
  /** The best-known place of a name; one in `hint`, where it has one. Null for no place. */
  readonly findPlace: (name: string, hint?: string | null) => Place | null;
}

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’`]/g, '')
    .replace(/[-–,\s]+/g, ' ')
    .replace(/^(?:the|city of|town of) /, '')
    .trim();

/** Makes the gazetteer ready for look-up. */
export function loadPlaces(data: PlaceData): Gazetteer {
  const byName = new Map<string, number[]>();
  data.places.forEach(([name], i) => {
    const key = fold(name);
    const known = byName.get(key);
    if (known) known.push(i);
    else byName.set(key, [i]);
  });
  const findPlace = (name: string, hint: string | null = null): Place | null => {
    const found = byName.get(fold(name));
    if (!found) return null;
    const index = found.find((i) => data.places[i]![1] === hint) ?? found[0]!;
    const [own, country, lat, lon] = data.places[index]!;
    return { name: own, country, lat, lon, admin: null };
  };
  return { findPlace };
}

const WHERE_CASES = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'around',
  'across',
  'on',
  'off',
  'along',
  'over',
  'between',
  'throughout',
  'within',
]);
const MAX_WORDS = 5;

/** Capitalised runs of a phrase, the longest first: candidates for a place's name. */
function namesIn(tree: Tree, head: number): { first: number; last: number; name: string }[] {
  const words = tree.words;
  const isName = (i: number) => words[i] !== undefined && /^\p{Lu}/u.test(words[i]!.form) && words[i]!.upos !== 'PRON';
  let [first, last] = [head, head];
  while (isName(first - 1) && head - first < MAX_WORDS) first -= 1;
  while (isName(last + 1) && last - head < MAX_WORDS) last += 1;
  const runs: { first: number; last: number; name: string }[] = [];
  for (let a = first; a <= head; a++) {
    for (let b = last; b >= head; b--) {
      const name = words
        .slice(a, b + 1)
        .map((w) => w.form)
        .join(' ');
      runs.push({ first: a, last: b, name });
    }
  }
  return runs.sort((x, y) => y.last - y.first - (x.last - x.first));
}

function placeAt(tree: Tree, word: Word, places: Gazetteer, hint: string | null): Where | null {
  if (!/^\p{Lu}/u.test(word.form)) return null;
  for (const { first, last, name } of namesIn(tree, word.index)) {
    const place = places.findPlace(name, hint);
    if (!place) continue;
    const span = spanOfWords(tree, first, last);
    return {
      ...span,
      text: '',
      name: place.name,
      country: place.country,
      lat: place.lat,
      lon: place.lon,
      admin: place.admin,
    };
  }
  return null;
}

/** Phrases that say where, nearest to the predicate first: its own, those inside its arguments, then those of the clause above. */
function placePhrases(tree: Tree, word: number): Word[] {
  const found: Word[] = [];
  const visit = (at: number, depth: number) => {
    for (const child of tree.children[at] ?? []) {
      const w = tree.words[child]!;
      if (isRel(w, 'ccomp', 'advcl', 'parataxis') || w.deprel === 'acl:relcl') continue;
      const marker = caseOf(tree, child);
      if (isRel(w, 'obl', 'nmod') && marker !== null && WHERE_CASES.has(marker)) found.push(w);
      if (isRel(w, 'appos', 'flat', 'nmod', 'obl', 'nsubj', 'obj', 'conj') && depth < 3) visit(child, depth + 1);
    }
  };
  visit(word, 0);
  return found;
}

/** Where the predicate's event was: from the phrases around it, else the dateline's place. The mentions give the hint of a state. */
export function whereOf(tree: Tree, word: number, mentions: readonly Mention[], places: Gazetteer): Where | null {
  const near = mentions.filter((m) => m.sentence === tree.sentence.index);
  const hint = near.find((m) => m.reading === 'place' && m.actors[0]?.country)?.actors[0]?.country ?? null;
  const sites = [word];
  const above = tree.words[word]!;
  if (isRel(above, 'nsubj', 'obj', 'obl', 'xcomp', 'conj', 'nmod') && above.head >= 0) sites.push(above.head);
  for (const site of sites) {
    for (const phrase of placePhrases(tree, site)) {
      const inner = [
        phrase,
        ...(tree.children[phrase.index] ?? [])
          .map((c) => tree.words[c]!)
          .filter((w) => isRel(w, 'nmod', 'appos', 'compound', 'flat')),
      ];
      for (const candidate of inner) {
        const found = placeAt(tree, candidate, places, hint);
        if (found) return found;
      }
    }
  }
  return null;
}
