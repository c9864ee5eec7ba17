/** Reads the mentions of one sentence. */
import type { Actor, Mention, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import type { Story } from './coref.ts';
import { heads, type NounPhrase, phraseOf } from './phrases.ts';

/** What the mentions room asks of whoever knows the actors. */
export interface Resolver {
  readonly find: (forms: readonly string[]) => readonly Found[];
  readonly describe: (
    phrase: { forms: readonly string[]; head: number },
    hits: never[],
    date: string | null,
  ) => Actor | null;
  readonly bySurname: (form: string, date: string | null) => Actor | null;
  readonly bySound: (forms: readonly string[], date: string | null) => Actor | null;
}

interface Found {
  readonly first: number;
  readonly last: number;
  readonly named: readonly { readonly kind: string }[];
}

export interface Reading {
  readonly tree: Tree;
  /** The text that the sentence's offsets point into. */
  readonly text: string;
  readonly date: string | null;
  readonly resolver: Resolver;
  readonly story: Story;
  readonly mentions: Mention[];
}

const PRONOUNS: Readonly<Record<string, string>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  themselves: 'they',
};

const BODY_WORDS =
  /^(?:group|organi[sz]ation|movement|body|bloc|alliance|agency|company|party|country|nation|state|regime|kingdom|republic|island|militia|network)$/;
const PAIR_WORDS =
  /^(?:country|nation|side|leader|state|government|neighbou?r|korea|ally|president|minister|party|official|rival|capital|power)$/;

const WEAK_COUNTRY = new Set([
  'GOV',
  'COP',
  'JUD',
  'LEG',
  'MIL',
  'CVL',
  'OPP',
  'PTY',
  'LAB',
  'EDU',
  'AGR',
  'MED',
  'REL',
  'SPY',
  'CRM',
  'UAF',
  'REB',
  'REF',
  'PRM',
  'BUS',
  'UNK',
  'SOC',
]);

const PLACE_CASES = new Set([
  'in',
  'at',
  'near',
  'into',
  'across',
  'through',
  'around',
  'outside',
  'inside',
  'within',
  'throughout',
  'off',
  'along',
  'via',
  'towards',
  'toward',
]);
const PLACE_KINDS = new Set(['country', 'capital', 'city', 'metonym']);

const isSubject = (word: Word): boolean => isRel(word, 'nsubj');
const isPlural = (word: Word): boolean =>
  word.xpos === 'NNS' || word.xpos === 'NNPS' || /^(?:they|them|their|people|police)$/i.test(word.form);

interface Draft {
  readonly actors: readonly Actor[];
  readonly phrase: NounPhrase;
  readonly kind: Mention['kind'];
  readonly title: readonly string[];
  readonly places?: boolean;
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
      reading: draft.places && isPlace(tree, head) ? 'place' : 'actor',
      actors,
      chain,
    },
  };
  mentions.push(mention);
  for (const actor of actors)
    story.remember(mention, actor, chain ?? story.newChain(), isSubject(head), isPlural(head), title);
  return mention;
}

function isPlace(tree: Tree, head: Word): boolean {
  const marker = caseOf(tree, head.index);
  if (marker && PLACE_CASES.has(marker)) return true;
  return isRel(head, 'appos') && head.head >= 0 && isPlace(tree, tree.words[head.head]!);
}

/** Titles in a phrase: the roles that the lexicon found in it. */
const titlesOf = (forms: readonly string[], hits: readonly Found[]): string[] =>
  hits
    .filter((h) => h.named.some((n) => n.kind === 'role'))
    .flatMap((h) => forms.slice(h.first, h.last + 1).map((f) => f.toLowerCase()));

/** Chains of the subjects of the clauses that an object pronoun stands in: it means none of them. */
function subjectsAbove({ tree, mentions }: Reading, word: Word): ReadonlySet<number> {
  const chains = new Set<number>();
  if (!isRel(word, 'obj', 'iobj', 'obl')) return chains;
  const own = mentions.filter((m) => m.sentence === tree.sentence.index && m.chain !== null);
  for (let at = headOf(tree, word.index); at; at = headOf(tree, at.index)) {
    const subjects = dependents(tree, at.index, 'nsubj').map((s) => s.index);
    for (const m of own) if (subjects.includes(m.head)) chains.add(m.chain!);
    if (subjects.length || isRel(at, 'ccomp')) break;
  }
  return chains;
}

/** "At their meeting, Kim told Putin …": a plural in front of the clause means the two whom the clause goes on to name. */
function peopleAhead(reading: Reading, word: Word): readonly Actor[] {
  const { tree } = reading;
  const noun = isRel(word, 'nmod:poss') || word.deprel === 'nmod:poss' ? headOf(tree, word.index) : null;
  const verb = noun && isRel(noun, 'obl') ? headOf(tree, noun.index) : null;
  if (
    !noun ||
    !verb ||
    noun.index > verb.index ||
    !dependents(tree, verb.index, 'nsubj').some((s) => s.index > noun.index)
  )
    return [];
  const found: Actor[] = [];
  for (const w of tree.words.slice(noun.index + 1)) {
    if (w.upos !== 'PROPN' || isRel(w, 'flat', 'compound')) continue;
    const { actor } = describePhrase(reading, phraseOf(tree, w.index));
    if (actor?.kind === 'person' && !found.some((f) => f.id === actor.id)) found.push(actor);
    if (found.length === 2) break;
  }
  return found;
}

function pronounActors(reading: Reading, word: Word): readonly Actor[] {
  const { story, tree } = reading;
  const lemma = PRONOUNS[word.form.toLowerCase()];
  if (!lemma) return [];
  const ahead = lemma === 'they' ? peopleAhead(reading, word) : [];
  if (ahead.length > 1) return ahead;
  const found = story.byPronoun(lemma, tree.sentence.index, subjectsAbove(reading, word));
  return found ? [found.actor] : [];
}

/** "the two countries", "both sides": the last two. */
function pairActors({ story, tree }: Reading, head: Word): readonly Actor[] {
  if (!PAIR_WORDS.test(head.lemma.toLowerCase()) || !isPlural(head)) return [];
  const counted = dependents(tree, head.index, 'nummod', 'det').some((w) => /^(?:two|both)$/i.test(w.form));
  if (!counted) return [];
  const kinds = /leader|president|minister|official/.test(head.lemma) ? ['person'] : ['country'];
  const two = story.lastTwo(kinds, tree.sentence.index);
  return (two.length === 2 ? two : story.lastTwo(['country', 'person'], tree.sentence.index)).map((k) => k.actor);
}

const isDefinite = (tree: Tree, head: Word): boolean =>
  dependents(tree, head.index, 'det').some((d) => /^(?:the|this|that|these|those)$/i.test(d.form)) ||
  head.upos === 'PROPN';

/** An article's own word for somebody it has named: a surname, a title, "the group". */
function knownActor(
  reading: Reading,
  phrase: NounPhrase,
  forms: readonly string[],
  titles: readonly string[],
): Actor | null {
  const { tree, story } = reading;
  const head = tree.words[phrase.head]!;
  if (head.upos === 'PROPN' && forms.filter((f) => /^\p{Lu}/u.test(f)).length <= 2) {
    const byName = story.byName(head.form);
    if (byName) return byName.actor;
  }
  if (titles.length && head.upos !== 'PROPN' && isDefinite(tree, head) && !isPlural(head)) {
    const byTitle = story.byTitle(titles.join(' '));
    if (byTitle) return byTitle.actor;
  }
  if (BODY_WORDS.test(head.lemma.toLowerCase()) && isDefinite(tree, head) && !isPlural(head)) {
    const kinds = /country|nation|state|regime|kingdom|republic|island/.test(head.lemma)
      ? ['country']
      : ['group', 'organisation'];
    return story.lastOf(kinds, tree.sentence.index)?.actor ?? null;
  }
  return null;
}

/** Somebody with a role but no state takes the state of the place in the sentence, else the one the article is about. */
function withCountry(reading: Reading, actor: Actor, head: Word): Actor {
  if (
    actor.country ||
    !actor.sector ||
    !WEAK_COUNTRY.has(actor.sector) ||
    (actor.kind !== 'people' && actor.kind !== 'person' && actor.kind !== 'unknown')
  )
    return actor;
  const whose = possessor(reading, head);
  if (whose) return { ...actor, country: whose.country, because: `${actor.because ?? ''}; of ${whose.name}` };
  const here = placeInSentence(reading, head) ?? datelineCountry(reading) ?? reading.story.mainCountry();
  return here
    ? {
        ...actor,
        country: here,
        ...(actor.sector === 'UNK' && { sector: 'CVL' }),
        because: `${actor.because ?? ''}; the state is that of the place or the story`,
      }
    : actor;
}

/** "his officials": whoever "his" is, where that has a state. */
function possessor(reading: Reading, head: Word): Actor | null {
  const pronoun = dependents(reading.tree, head.index, 'nmod:poss').find((w) => w.upos === 'PRON');
  const [actor] = pronoun ? pronounActors(reading, pronoun) : [];
  return actor?.country ? actor : null;
}

function datelineCountry({ tree, resolver, date }: Reading): string | null {
  const place = tree.sentence.dateline?.place;
  if (!place) return null;
  const forms = place.split(/\s+/).map((w) => w[0]! + w.slice(1).toLowerCase());
  return resolver.describe({ forms, head: forms.length - 1 }, resolver.find(forms) as never[], date)?.country ?? null;
}

/** The state of a place in the same sentence. */
function placeInSentence({ tree, resolver, date }: Reading, _head: Word): string | null {
  const forms = tree.words.map((w) => w.form);
  for (const hit of resolver.find(forms)) {
    if (!hit.named.some((n) => PLACE_KINDS.has(n.kind))) continue;
    const top = topOf(tree, hit);
    if (isPlace(tree, tree.words[top]!))
      return resolver.describe({ forms, head: top }, [hit] as never[], date)?.country ?? null;
  }
  return null;
}

/** The word of a run that the others hang on. */
function topOf(tree: Tree, { first, last }: { first: number; last: number }): number {
  for (let i = last; i >= first; i--) {
    const head = tree.words[i]!.head;
    if (head < first || head > last) return i;
  }
  return last;
}

/** A state or person in apposition lends what the phrase itself does not say ("X, a spokeswoman for Russia's ministry"). */
function withApposition(reading: Reading, actor: Actor, head: Word): Actor {
  if (actor.country !== null && actor.sector !== null) return actor;
  const { tree, resolver, date } = reading;
  const beside = [
    ...dependents(tree, head.index, 'appos'),
    ...(isRel(head, 'appos') ? [headOf(tree, head.index)!] : []),
  ];
  for (const word of beside) {
    const phrase = phraseOf(tree, word.index);
    const forms = phrase.words.map((i) => tree.words[i]!.form);
    const other = resolver.describe(
      { forms, head: phrase.words.indexOf(word.index) },
      resolver.find(forms) as never[],
      date,
    );
    if (!other || (other.country === null && other.sector === null)) continue;
    if (other.kind === 'country') continue;
    return {
      ...actor,
      country: actor.country ?? other.country,
      sector: actor.sector ?? other.sector,
      ...(other.office && !actor.office && { office: other.office }),
      because: `${actor.because ?? actor.name}; beside it "${forms.join(' ')}"`,
    };
  }
  return actor;
}

const MONTHS_AND_DAYS =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|God|Christmas|Easter|Ramadan|Internet)/;

/** Several capitalised words side by side, or a single one that does something. */
const isNamed = (tree: Tree, head: Word): boolean =>
  dependents(tree, head.index, 'flat').some((w) => /^\p{Lu}/u.test(w.form)) ||
  (isRel(head, 'nsubj') && !(tree.children[head.index] ?? []).length && !MONTHS_AND_DAYS.test(head.form));

const isPersonName = (tree: Tree, head: Word): boolean =>
  head.upos === 'PROPN' &&
  head.xpos !== 'NNPS' &&
  /^\p{Lu}\p{Ll}/u.test(head.form) &&
  isNamed(tree, head) &&
  !dependents(tree, head.index, 'det').length;

function describePhrase(
  reading: Reading,
  phrase: NounPhrase,
): { actor: Actor | null; forms: string[]; titles: string[] } {
  const { tree, resolver, date } = reading;
  const forms = phrase.words.map((i) => tree.words[i]!.form);
  const head = phrase.words.indexOf(phrase.head);
  const hits = resolver.find(forms);
  const titles = titlesOf(forms, hits);
  const found = resolver.describe({ forms, head }, hits as never[], date);
  const word = tree.words[phrase.head]!;
  const vague =
    found === null ||
    (found.country === null && (found.kind === 'people' || found.kind === 'person') && found.id === undefined);
  const known = vague ? knownActor(reading, phrase, forms, titles) : null;
  const byName =
    !known && found === null && word.upos === 'PROPN' && isSurnameAlone(forms)
      ? resolver.bySurname(forms.at(-1)!, date)
      : null;
  const name =
    !known && !byName && found === null && isPersonName(tree, word)
      ? (resolver.bySound(nameForms(tree, word), date) ?? unknownPerson(tree, word))
      : null;
  return { actor: known ?? byName ?? found ?? name, forms, titles };
}

const PARTICLE = /^(?:al|el|bin|ibn|de|da|dos|del|van|von|der|den|la|le|di|ould|abu|[-–])$/i;

/** "Assad", "al - Assad", "de Mistura". */
const isSurnameAlone = (forms: readonly string[]): boolean => forms.slice(0, -1).every((f) => PARTICLE.test(f));

const nameForms = (tree: Tree, head: Word): string[] =>
  [head, ...dependents(tree, head.index, 'flat')].sort((a, b) => a.index - b.index).map((w) => w.form);

function unknownPerson(tree: Tree, head: Word): Actor {
  return {
    name: nameForms(tree, head).join(' '),
    kind: 'person',
    country: null,
    sector: null,
    because: 'a name that no lexicon knows',
  };
}

/** Coordinated owners inside one phrase: "the presidents of France and Germany", "Russian and Belarusian soldiers". */
function severalOwners(reading: Reading, phrase: NounPhrase, actor: Actor): readonly Actor[] {
  const { tree, resolver, date } = reading;
  if (actor.id !== undefined || !isPlural(tree.words[phrase.head]!)) return [actor];
  const owners = phrase.words
    .map((i) => tree.words[i]!)
    .filter((w) => isRel(w, 'conj') && w.index !== phrase.head)
    .flatMap((w) => {
      const a = resolver.describe({ forms: [w.form], head: 0 }, resolver.find([w.form]) as never[], date);
      return a?.country && a.country !== actor.country ? [a.country] : [];
    });
  return [actor, ...owners.map((country) => ({ ...actor, country }))];
}

/** A collective of which neither state nor sector is known ("the international community") is no political actor. */
const saysNothing = ({ country, sector, id, kind }: Actor): boolean =>
  country === null && sector === null && id === undefined && kind !== 'person';

/** A house or a bus has no political owner. */
const isSite = ({ kind, id, sector }: Actor): boolean => kind === 'unknown' && id === undefined && sector === 'CVL';

/** "President" before "Gerald Ford" belongs to the name. */
const isTitleOfName = (tree: Tree, head: Word, titles: readonly string[]): boolean =>
  titles.length > 0 &&
  (isRel(head, 'compound') || head.deprel === 'nmod:desc' || head.deprel === 'nmod:unmarked') &&
  tree.words[head.head]?.upos === 'PROPN' &&
  head.head > head.index &&
  isPersonName(tree, tree.words[head.head]!);

function readHead(reading: Reading, at: number, done: Set<number>): void {
  const { tree } = reading;
  const head = tree.words[at]!;
  if (done.has(at)) return;
  if (head.upos === 'PRON') {
    const actors = pronounActors(reading, head);
    if (actors.length) add(reading, { actors, phrase: { head: at, words: [at] }, kind: 'pronoun', title: [] });
    return;
  }
  const phrase = phraseOf(tree, at);
  const pair = pairActors(reading, head);
  if (pair.length) {
    add(reading, { actors: pair, phrase, kind: 'nominal', title: [] });
    return;
  }
  const { actor, forms, titles } = describePhrase(reading, phrase);
  if (!actor) return;
  if (isTitleOfName(tree, head, titles)) return;
  const whole = withCountry(reading, withApposition(reading, actor, head), head);
  if (saysNothing(whole) || isSite(whole)) return;
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
    actors: severalOwners(reading, phrase, whole),
    phrase,
    kind,
    title: titles,
    places:
      reading.resolver.find(forms).some((h) => h.named.some((n) => PLACE_KINDS.has(n.kind))) &&
      (whole.kind === 'country' || whole.kind === 'unknown'),
  });
}

/** Adjectives of states inside phrases that are no actors themselves ("an Israeli airstrike"). */
function readModifiers(reading: Reading, done: ReadonlySet<number>): void {
  const { tree, resolver, date, mentions } = reading;
  const forms = tree.words.map((w) => w.form);
  const taken = new Set(mentions.filter((m) => m.sentence === tree.sentence.index).map((m) => m.head));
  for (const hit of resolver.find(forms)) {
    if (hit.named.every((n) => n.kind === 'role')) continue;
    const head = topOf(tree, hit);
    if (taken.has(head) || done.has(head)) continue;
    const words = Array.from({ length: hit.last - hit.first + 1 }, (_, k) => hit.first + k);
    const actor = resolver.describe(
      { forms: words.map((i) => forms[i]!), head: head - hit.first },
      resolver.find(words.map((i) => forms[i]!)) as never[],
      date,
    );
    if (actor) add(reading, { actors: [actor], phrase: { head, words }, kind: 'modifier', title: [], places: true });
  }
}

const NAMES = new Set(['person', 'organisation', 'group']);

/** Names of several words that the tree divides: read as they are written. */
function readSplitNames(reading: Reading, done: Set<number>): void {
  const { tree, resolver, date } = reading;
  const forms = tree.words.map((w) => w.form);
  for (const hit of resolver.find(forms)) {
    if (hit.first === hit.last || done.has(hit.first) || !hit.named.some((n) => NAMES.has(n.kind))) continue;
    const head = topOf(tree, hit);
    const words = Array.from({ length: hit.last - hit.first + 1 }, (_, k) => hit.first + k);
    const phrase = phraseOf(tree, head);
    if (words.every((i) => phrase.words.includes(i))) {
      for (const i of words) if (i !== head) done.add(i);
      continue;
    }
    const own = words.map((i) => forms[i]!);
    const actor = resolver.describe({ forms: own, head: head - hit.first }, resolver.find(own) as never[], date);
    if (!actor) continue;
    add(reading, { actors: [actor], phrase: { head, words }, kind: 'name', title: [] });
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
  for (const at of heads(tree)) readHead(reading, at, done);
  readModifiers(reading, done);
  const own = mentions.splice(start).sort((a, b) => a.from - b.from || b.to - a.to);
  mentions.push(...own.map((m, i) => ({ ...m, index: start + i })));
}
