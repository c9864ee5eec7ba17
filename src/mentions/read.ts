/** Reads the mentions of one sentence. */
import type { Actor, Mention, Word } from '../nouns.ts';
import { isRel } from '../tree.ts';
import { isAside, isSomebody, partOf } from './binding.ts';
import { isTeller } from './coref.ts';
import { ofPair, withLists } from './lists.ts';
import {
  isAbstract,
  isCommonWord,
  isInName,
  isInOffice,
  isLanguage,
  isMonth,
  isNoState,
  isOfStreet,
  isOnlyOfThing,
  isOtherSense,
  isPartOfName,
  isTitleBefore,
  isWeekday,
} from './nobody.ts';
import { describePhrase, severalOwners } from './phrase-actors.ts';
import { heads, type NounPhrase, phraseOf } from './phrases.ts';
import { ownState, pairActors, pronounActors, rememberAsThing } from './pronouns.ts';
import { isSpeaker } from './quotes.ts';
import {
  actorOf,
  type Found,
  isIn,
  isPlace,
  isPlural,
  isSubject,
  PLACE_KINDS,
  type Reading,
  topOf,
} from './reading.ts';
import { withApposition, withCountry, withSameNoun } from './states.ts';
import { isNameOnly, isPersonName } from './unknown.ts';

interface Draft {
  readonly actors: readonly Actor[];
  readonly phrase: NounPhrase;
  readonly kind: Mention['kind'];
  readonly title: readonly string[];
  readonly places?: boolean;
  /** The phrase's own words name its state. */
  readonly said?: boolean;
}

/** The words of a phrase without what only introduces it. */
function trimmed({ tree }: Reading, phrase: NounPhrase): { first: number; last: number } {
  return { first: phrase.words[0]!, last: tree.words[phrase.words.at(-1)!]!.index };
}

function add(reading: Reading, draft: Draft): Mention {
  const { tree, text, story, mentions } = reading;
  const { phrase, actors, kind, title } = draft;
  const { first, last } = trimmed(reading, phrase);
  const [from, to] = [tree.words[first]!.from, tree.words[last]!.to];
  const head = tree.words[phrase.head]!;
  const [only] = actors;
  const chain = only && actors.length === 1 ? (story.chainOf(only) ?? story.newChain()) : null;
  const mention: Mention = {
    ...{
      index: mentions.length,
      from,
      to,
      part: tree.sentence.part,
      text: text.slice(from, to),
      sentence: tree.sentence.index,
    },
    ...{
      head: phrase.head,
      first,
      last,
      kind,
      reading: draft.places && isPlace(reading, head) ? 'place' : 'actor',
      actors,
      chain,
    },
  };
  mentions.push(mention);
  // "wrote on Twitter", "told the BBC": where something was said is not what the story goes on to speak of.
  const isMedium = actors.every(isTeller) && !isSubject(head);
  const minor = mention.reading === 'place' || (kind === 'modifier' && head.deprel !== 'nmod:poss') || isMedium;
  if (isSpeaker(reading, head) && chain !== null && !reading.quoted[head.index]) story.lastSpeaker = chain;
  for (const actor of actors)
    story.remember(mention, actor, chain ?? story.newChain(), {
      ...{ part: partOf(head), plural: actors.length === 1 && isPlural(head), title, minor },
      ...{ noun: head.lemma.toLowerCase(), said: draft.said ?? false, pronoun: kind === 'pronoun' },
      says: isSpeaker(reading, head),
      ...{ aside: isAside(tree, head), human: isIn(reading, 'human-noun', head.lemma) },
      body:
        actor.kind === 'people' && head.upos !== 'PRON' && !isPlural(head) && !isIn(reading, 'many-noun', head.lemma),
    });
  return mention;
}

/** A collective of which neither state nor sector is known ("the international community") is no political actor. */
const saysNothing = (reading: Reading, actor: Actor): boolean =>
  actor.country === null &&
  actor.sector === null &&
  actor.id === undefined &&
  actor.kind !== 'person' &&
  !isNameOnly(reading, actor);

/** A house or a bus has no political owner. */
const isSite = ({ kind, id, sector }: Actor): boolean => kind === 'unknown' && id === undefined && sector === 'CVL';

/** "President" before "Gerald Ford" belongs to the name. */
function isTitleOfName(reading: Reading, head: Word, titles: readonly string[]): boolean {
  if (!titles.length || head.head <= head.index) return false;
  if (!isRel(head, 'compound') && head.deprel !== 'nmod:desc' && head.deprel !== 'nmod:unmarked') return false;
  const name = reading.tree.words[head.head];
  if (name?.upos !== 'PROPN') return false;
  return (
    isPersonName(reading, name) || describePhrase(reading, phraseOf(reading.tree, name.index)).actor?.kind === 'person'
  );
}

/** A thing, or a name that may be one ("Dorian was northbound as it left"): what an "it" may mean. */
function rememberThing(reading: Reading, head: Word): void {
  const { tree, story } = reading;
  const somebody = isSomebody(reading, head);
  if (head.upos === 'PRON' || (!somebody && !isRel(head, 'nsubj', 'obj'))) return;
  story.rememberThing({
    ...{ sentence: tree.sentence.index, part: partOf(head), plural: isPlural(head), somebody },
    says: isSpeaker(reading, head),
    aside: isAside(tree, head),
  });
}

/** Words of somebody that are a thing's here. */
function isThing(reading: Reading, head: Word, { words }: NounPhrase, actor: Actor): boolean {
  if (isPartOfName(reading, head, words.at(-1)!, actor) || isOfStreet(reading, words[0]!, words.at(-1)!)) return true;
  if (isCommonWord(reading, head, actor)) return true;
  if (actor.id !== undefined) return false;
  return isOnlyOfThing(reading, head, actor) || isOtherSense(reading, head) || isAbstract(reading, head);
}

function readHead(reading: Reading, at: number, done: Set<number>, roles: readonly Found[]): void {
  const { tree } = reading;
  const head = tree.words[at]!;
  if (done.has(at) || isMonth(reading, head) || isWeekday(reading, head) || isInOffice(tree, at, roles)) return;
  if (head.upos === 'PRON') {
    const actors = pronounActors(reading, head);
    if (actors.length) add(reading, { actors, phrase: { head: at, words: [at] }, kind: 'pronoun', title: [] });
    else rememberAsThing(reading, head);
    return;
  }
  const phrase = phraseOf(tree, at);
  if (isNoState(reading, head)) return;
  const own = ownState(reading, head);
  const pair = own ? [own] : pairActors(reading, head);
  if (pair.length) {
    add(reading, { actors: pair, phrase, kind: 'nominal', title: [] });
    return;
  }
  const { actor, forms, titles } = describePhrase(reading, phrase);
  if (isLanguage(reading, head, phrase)) return;
  if (!actor || isSite(actor) || isThing(reading, head, phrase, actor)) {
    rememberThing(reading, head);
    return;
  }
  if (isTitleOfName(reading, head, titles) || isTitleBefore(reading, phrase.words.at(-1)!, actor)) return;
  const whole = withCountry(reading, withSameNoun(reading, withApposition(reading, actor, head), head), head);
  if (saysNothing(reading, whole)) return;
  if (isNameOnly(reading, whole)) rememberThing(reading, head);
  if (whole.kind === 'person')
    for (const i of phrase.words)
      if (i !== at && tree.words[i]!.upos === 'PROPN' && !isRel(tree.words[i]!, 'nmod:poss')) done.add(i);
  const modifier =
    isRel(head, 'amod', 'compound') ||
    head.deprel === 'nmod:poss' ||
    head.deprel === 'nmod:unmarked' ||
    head.deprel === 'nmod:desc';
  const kind = modifier ? 'modifier' : head.upos === 'PROPN' ? 'name' : 'nominal';
  add(reading, {
    actors: ofPair(reading, head, whole) ?? severalOwners(reading, phrase, whole),
    phrase,
    kind,
    title: titles,
    said: actor.country !== null && forms.length > 1,
    places:
      reading.resolver.find(forms).some((h) => h.named.some((n) => PLACE_KINDS.has(n.kind))) &&
      (whole.kind === 'country' || whole.kind === 'unknown'),
  });
}

/** Adjectives of states inside phrases that are no actors themselves ("an Israeli airstrike"). */
function readModifiers(reading: Reading, done: ReadonlySet<number>): void {
  const { tree, names, mentions } = reading;
  const forms = tree.words.map((w) => w.form);
  const taken = new Set(mentions.filter((m) => m.sentence === tree.sentence.index).map((m) => m.head));
  for (const hit of names) {
    if (hit.nobody || hit.named.every((n) => n.kind === 'role') || isInName(tree, hit)) continue;
    const head = topOf(tree, hit);
    if (taken.has(head) || done.has(head)) continue;
    if (isMonth(reading, tree.words[head]!) || isWeekday(reading, tree.words[head]!)) continue;
    if (isOfStreet(reading, hit.first, hit.last)) continue;
    const words = Array.from({ length: hit.last - hit.first + 1 }, (_, k) => hit.first + k);
    if (isLanguage(reading, tree.words[head]!, { head, words })) continue;
    const actor = actorOf(
      reading,
      words.map((i) => forms[i]!),
      head - hit.first,
    );
    if (actor) add(reading, { actors: [actor], phrase: { head, words }, kind: 'modifier', title: [], places: true });
  }
}

const NAMES = new Set(['person', 'organisation', 'group']);

/** A body, person or town of several words, a state of three and more. */
const isLongName = ({ first, last, named }: Found): boolean =>
  last > first &&
  named.some((n) => NAMES.has(n.kind) || n.kind === 'city' || (n.kind === 'country' && last > first + 1));

/** Names of several words that the tree divides: read as they are written. */
function readSplitNames(reading: Reading, done: Set<number>): void {
  const { tree, names } = reading;
  const forms = tree.words.map((w) => w.form);
  for (const hit of names) {
    if (done.has(hit.first) || !isLongName(hit)) continue;
    const head = topOf(tree, hit);
    const words = Array.from({ length: hit.last - hit.first + 1 }, (_, k) => hit.first + k);
    const phrase = phraseOf(tree, head);
    if (words.every((i) => phrase.words.includes(i))) {
      for (const i of words) if (i !== head) done.add(i);
      continue;
    }
    const own = words.map((i) => forms[i]!);
    const actor = actorOf(reading, own, head - hit.first);
    if (!actor) continue;
    add(reading, {
      actors: [actor],
      phrase: { head, words },
      kind: 'name',
      title: [],
      places: actor.kind === 'unknown',
    });
    for (const i of words) done.add(i);
  }
}

/** Finds the mentions of one sentence and puts them at the end of the list, in order of their place. */
export function readTree(reading: Reading): void {
  const { tree, mentions } = reading;
  const done = new Set<number>();
  const start = mentions.length;
  const body = tree.sentence.dateline?.to ?? 0;
  for (const word of tree.words) if (word.from < body) done.add(word.index);
  readSplitNames(reading, done);
  const roles = reading.names.filter((hit) => hit.last > hit.first && hit.named.every((n) => n.kind === 'role'));
  for (const at of heads(tree)) readHead(reading, at, done, roles);
  readModifiers(reading, done);
  const own = mentions.splice(start).sort((a, b) => a.from - b.from || b.to - a.to);
  mentions.push(...withLists(reading, own).map((m, i) => ({ ...m, index: start + i })));
}
