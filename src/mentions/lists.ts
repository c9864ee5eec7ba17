/** People named side by side: what stands before or behind a list of names holds of all of them. */
import type { Actor, Mention, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import { pairActors, pronounActors } from './pronouns.ts';
import { isIn, isPlural, type Reading } from './reading.ts';

/** Why somebody is of a state that only the story tells. */
export const OF_STORY = 'the state is that of the place or the story';

/** Marks of a list: names with only these between them stand side by side. */
const LINKS: ReadonlySet<string> = new Set([',', 'and', '&', 'aged']);

const isLink = (tree: Tree, at: number): boolean =>
  LINKS.has(tree.words[at]!.form.toLowerCase()) || tree.words[at]!.upos === 'NUM';

/** What stands between two mentions: nothing, marks of a list, or other words (then null). */
function gap(tree: Tree, from: number, to: number): readonly string[] | null {
  const words: string[] = [];
  for (let i = from; i < to; i++) {
    if (!isLink(tree, i)) return null;
    words.push(tree.words[i]!.form.toLowerCase());
  }
  return words;
}

const onlyActor = (m: Mention): Actor | null => (m.actors.length === 1 ? m.actors[0]! : null);

/** People or somebody in an office, not a state or a body. */
function arePeople(m: Mention): boolean {
  const actor = onlyActor(m);
  if (!actor?.country || (actor.kind !== 'person' && actor.kind !== 'people')) return false;
  return actor.sector !== 'CVL' || !actor.because?.endsWith(OF_STORY);
}

const isPerson = (m: Mention): boolean => m.kind === 'name' && onlyActor(m)?.kind === 'person';

/** Somebody known by name only. */
const lacks = (m: Mention): boolean => isPerson(m) && m.actors[0]!.id === undefined && m.actors[0]!.country === null;

const given = (m: Mention, state: string, sector: string | null, because: string): Mention => {
  const [actor] = m.actors as [Actor];
  return { ...m, actors: [{ ...actor, country: state, sector: actor.sector ?? sector, because }] };
};

/** Mentions side by side, pieces of longer ones left out: positions in the sentence's list. */
function blocksOf(tree: Tree, own: readonly Mention[]): number[][] {
  const blocks: number[][] = [];
  let last: Mention | null = null;
  own.forEach((m, i) => {
    if (last && m.first <= last.last) return;
    const near = last && gap(tree, last.last + 1, m.first);
    if (near) blocks.at(-1)!.push(i);
    else blocks.push([i]);
    last = m;
  });
  return blocks;
}

/** "Roe and Doe, officers of the army", "Roe, Doe and other officers": plural people behind names that they are. */
function isClassOf({ tree }: Reading, names: readonly Mention[], people: Mention): boolean {
  const head = tree.words[people.head]!;
  const between = gap(tree, names.at(-1)!.last + 1, people.first) ?? [];
  if (people.kind !== 'nominal' || isRel(head, 'nsubj') || !arePeople(people)) return false;
  if (!isPlural(head)) return names.length === 1 && between.join(' ') === ',';
  const isOther = /^other$/i.test(tree.words[people.first]!.form);
  return isOther ? between.at(-1) === 'and' : names.length > 1 && between.at(-1) === ',';
}

/** "Officers Roe and Doe", "musicians, including Roe": plural people before names that are of them. */
function isClassBefore({ tree }: Reading, people: Mention, names: readonly Mention[]): boolean {
  const head = tree.words[people.head]!;
  const between = gap(tree, people.last + 1, names[0]!.first);
  if (people.kind === 'pronoun' || !between || !arePeople(people)) return false;
  if (!between.length) return names.length > 1 && isPlural(head);
  const next = tree.words[names.at(-1)!.last + 1]?.form ?? '.';
  // "An Australian, John Roe, was …", "the mayor, Jane Roe, said"
  const isOne =
    names.length === 1 && people.kind === 'nominal' && /^(?:an?|the)$/i.test(tree.words[people.first]!.form);
  return between.join(' ') === ',' && (isOne || (names.length > 1 && isPlural(head))) && /^[,.;:)]$/.test(next);
}

/** The state of the people that a run of names belongs to, or null. */
function classOf(reading: Reading, own: readonly Mention[], block: readonly number[], run: readonly number[]) {
  const names = run.map((i) => own[i]!);
  const [before, after] = [block[block.indexOf(run[0]!) - 1], block[block.indexOf(run.at(-1)!) + 1]];
  if (after !== undefined && isClassOf(reading, names, own[after]!)) return own[after]!;
  if (before !== undefined && isClassBefore(reading, own[before]!, names)) return own[before]!;
  return null;
}

/** "Roe, 42, and his wife, from Lagos": the state of the place right behind the block. */
function placeBehind({ tree }: Reading, own: readonly Mention[], block: readonly number[]): string | null {
  let at = own[block.at(-1)!]!.last + 1;
  while (tree.words[at] && isLink(tree, at)) at += 1;
  if (!/^(?:from|of)$/i.test(tree.words[at]?.form ?? '')) return null;
  const place = own.find((m) => m.first === at + 1 && m.kind !== 'pronoun');
  const actor = place && onlyActor(place);
  return actor && (actor.kind === 'country' || actor.kind === 'unknown') ? actor.country : null;
}

/** Runs of names without anybody else between them. */
function runsOf(own: readonly Mention[], block: readonly number[]): number[][] {
  const runs: number[][] = [];
  let open = false;
  for (const i of block) {
    if (!isPerson(own[i]!)) open = false;
    else if (open) runs.at(-1)!.push(i);
    else {
      runs.push([i]);
      open = true;
    }
  }
  return runs;
}

/** The one state of all in a list of at least three people whose state is known; null where they differ. */
function sharedState(own: readonly Mention[], block: readonly number[]): string | null {
  const people = block.map((i) => own[i]!).filter(isPerson);
  const states = new Set(people.map((m) => m.actors[0]!.country).filter((c) => c !== null));
  return people.length > 2 && states.size === 1 ? [...states][0]! : null;
}

/** "including", "such as": words between people and those of them who are named. */
function includedIn(reading: Reading, own: readonly Mention[], block: readonly number[]): Mention | null {
  const { tree } = reading;
  const first = own[block[0]!]!.first;
  if (!isIn(reading, 'including-word', tree.words[first - 1]?.form)) return null;
  const isClass = (m: Mention) => m.kind === 'nominal' && isPlural(tree.words[m.head]!) && arePeople(m);
  return own.findLast((m) => isClass(m) && m.last < first - 1 && m.last >= first - 4) ?? null;
}

/** The mentions of a sentence, its unknown people with the state that their list tells. */
export function withLists(reading: Reading, own: readonly Mention[]): Mention[] {
  const found = [...own];
  if (!own.some(lacks)) return found;
  const fill = (positions: readonly number[], state: string | null, sector: string | null, because: string) => {
    for (const i of positions) if (state && lacks(found[i]!)) found[i] = given(found[i]!, state, sector, because);
  };
  for (const block of blocksOf(reading.tree, own)) {
    const people = block.filter((i) => isPerson(own[i]!));
    if (!people.some((i) => lacks(own[i]!))) continue;
    fill(people, placeBehind(reading, own, block), null, 'of the place behind the names');
    for (const run of runsOf(own, block)) {
      const all = classOf(reading, own, block, run);
      if (all) fill(run, all.actors[0]!.country, all.actors[0]!.sector, `of those named together "${all.text}"`);
    }
    const of = includedIn(reading, own, block);
    if (of) fill(people, of.actors[0]!.country, of.actors[0]!.sector, `of those named together "${of.text}"`);
    fill(people, sharedState(found, block), null, 'of the state of the others of the list');
  }
  return found;
}

/** "Kenya and Peru recalled their envoys": the two of different states whom a possessor means. */
function theirs(reading: Reading, head: Word): readonly Actor[] {
  const pronoun = dependents(reading.tree, head.index, 'nmod:poss').find((w) => w.upos === 'PRON');
  const owners = pronoun ? pronounActors(reading, pronoun) : [];
  return new Set(owners.map((a) => a.country).filter(Boolean)).size === owners.length ? owners : [];
}

/** "The peoples of the two countries": one of each of the two whom the article has named last; null where there are not two. */
export function ofPair(reading: Reading, head: Word, actor: Actor): readonly Actor[] | null {
  const { tree } = reading;
  if (actor.id !== undefined || !isPlural(head)) return null;
  const owners = dependents(tree, head.index, 'nmod').filter((w) => caseOf(tree, w.index) === 'of');
  const pair = [...owners.map((w) => pairActors(reading, w)), theirs(reading, head)].find((two) => two.length === 2);
  const { code: _, ...like } = actor;
  return (
    pair?.map(({ name, country, code }) => ({
      ...{ ...like, country, because: `of ${name}` },
      ...(code !== undefined && { code }),
    })) ?? null
  );
}

/** Is the name in a clause of its own list ("a delegation led by Roe")? The noun that somebody leads. */
export function whatTheyLead(reading: Reading, at: number): number | null {
  const { tree } = reading;
  const name = tree.words[at]!;
  const verb = isRel(name, 'obl') ? headOf(tree, at) : null;
  if (!verb || !isIn(reading, 'leading-verb', verb.lemma) || !isRel(verb, 'acl')) return null;
  return verb.head;
}
