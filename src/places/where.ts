/** Where an event is told to have been. */
import type { Mention, Tree, Where, Word } from '../nouns.ts';
import { caseOf, dependents, isRel, spanOfWords } from '../tree.ts';
import type { Gazetteer } from './gazetteer.ts';

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

/** "Texas" in "Paris, Texas": the capitalised words behind a comma; null where there are none. */
function nameAfterComma(tree: Tree, last: number): string | null {
  if (tree.words[last + 1]?.form !== ',') return null;
  const run: string[] = [];
  for (let i = last + 2; run.length < 3 && /^\p{Lu}/u.test(tree.words[i]?.form ?? ''); i++)
    run.push(tree.words[i]!.form);
  return run.length ? run.join(' ') : null;
}

function placeAt(tree: Tree, word: Word, places: Gazetteer, hint: string | null): Where | null {
  if (!/^\p{Lu}/u.test(word.form)) return null;
  for (const { first, last, name } of namesIn(tree, word.index)) {
    const outer = nameAfterComma(tree, last);
    const place = (outer && places.findPlace(`${name}, ${outer}`, hint)) || places.findPlace(name, hint);
    if (!place) continue;
    const span = spanOfWords(tree, first, last);
    return {
      ...{ ...span, text: name },
      ...place,
    };
  }
  return null;
}

/** "condemned the raid, speaking at a summit in Rome": a bare participle tells of the same moment. */
const isSameMoment = (tree: Tree, w: Word): boolean =>
  isRel(w, 'advcl') && w.xpos === 'VBG' && !dependents(tree, w.index, 'mark').length;

/** Phrases that say where, nearest to the predicate first: its own, those inside its arguments, then those of the clause above. */
function placePhrases(tree: Tree, word: number, { cases }: Gazetteer): Word[] {
  const found: Word[] = [];
  const visit = (at: number, depth: number) => {
    for (const child of tree.children[at] ?? []) {
      const w = tree.words[child]!;
      if (isSameMoment(tree, w) && at === word) visit(child, depth + 1);
      if (isRel(w, 'ccomp', 'advcl', 'parataxis') || w.deprel === 'acl:relcl') continue;
      const marker = caseOf(tree, child);
      if (isRel(w, 'obl', 'nmod') && marker !== null && cases.has(marker)) found.push(w);
      if (isRel(w, 'appos', 'flat', 'nmod', 'obl', 'nsubj', 'obj', 'conj') && depth < 3) visit(child, depth + 1);
    }
  };
  visit(word, 0);
  return found;
}

/** The dateline's place, for what its sentence mainly tells, where somebody of that state takes part in it. */
function fromDateline(tree: Tree, word: number, near: readonly Mention[], places: Gazetteer): Where | null {
  const { dateline, part } = tree.sentence;
  const isMain =
    word === tree.root || (tree.words[word]!.head === tree.root && isRel(tree.words[word]!, 'conj', 'xcomp'));
  if (!dateline?.place || !isMain) return null;
  const place = places.findPlace(titleCase(dateline.place));
  if (!place || !near.some((m) => m.actors.some((a) => a.country === place.country))) return null;
  const to = Math.min(dateline.to, dateline.from + dateline.place.length);
  return { ...{ from: dateline.from, to, part, text: dateline.place }, ...place };
}

const titleCase = (name: string): string => name.replace(/\p{L}+/gu, (w) => w[0]! + w.slice(1).toLowerCase());

/**
 * Where the predicate's event was: a place that was hit, else the phrases around it, else the dateline's place. The mentions give
 * the hint of a state.
 */
export function whereOf(
  tree: Tree,
  word: number,
  mentions: readonly Mention[],
  places: Gazetteer,
  sites: readonly Mention[] = [],
): Where | null {
  for (const { head, actors } of sites) {
    const hit = placeAt(tree, tree.words[head]!, places, actors[0]?.country ?? null);
    if (hit) return hit;
  }
  const near = mentions.filter((m) => m.sentence === tree.sentence.index);
  const hint = near.find((m) => m.reading === 'place' && m.actors[0]?.country)?.actors[0]?.country ?? null;
  const around = [word];
  const above = tree.words[word]!;
  if (isRel(above, 'nsubj', 'obj', 'obl', 'xcomp', 'conj', 'nmod') && above.head >= 0) around.push(above.head);
  for (const site of around) {
    for (const phrase of placePhrases(tree, site, places)) {
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
  return fromDateline(tree, word, near, places);
}
