/** The state and sector that a phrase does not say itself: from its possessor, the place, the dateline, an apposition. */
import type { Actor, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel, isUnder } from '../tree.ts';
import { isTeller } from './coref.ts';
import { atHome, isPlaceless, isVague, NOT_HERE } from './fill.ts';
import { isAboutThing, isAnyone, isEverywhere, isInGeneral } from './generic.ts';
import { OF_STORY, whatTheyLead } from './lists.ts';
import { describePhrase } from './phrase-actors.ts';
import { phraseOf } from './phrases.ts';
import { pronounActors } from './pronouns.ts';
import { actorOf, isIn, isPlace, isPlural, PLACE_KINDS, type Reading, topOf } from './reading.ts';

/** Somebody with a role but no state takes the state of the place in the sentence, else the one the article is about. */
export function withCountry(reading: Reading, actor: Actor, head: Word): Actor {
  reading.story.home ??= datelineCountry(reading);
  const led = actor.country === null && actor.id === undefined ? stateLed(reading, head) : null;
  if (led) return atHome(actor, led.country!, `leads "${led.name}"`);
  if (isLocalPress(reading, actor, head)) return atStory(reading, actor, head);
  const isOffice = isVague(actor) && (head.upos === 'NOUN' || endsWithOffice(actor));
  if (!isPlaceless(actor) && !isOffice) return placedName(reading, actor, head);
  const ofOthers = isIn(reading, 'others-noun', head.lemma) || isOfRegion(reading, head) || isEverywhere(reading, head);
  if (ofOthers || (isOffice && !isNobodys(reading, head)))
    return { ...actor, because: `${actor.because ?? actor.name}; ${NOT_HERE}` };
  const whose = possessor(reading, head);
  if (whose?.country) return atHome(actor, whose.country, `of ${whose.name}`);
  const owner =
    partOfEnvoys(reading, head) ??
    stateBefore(reading, head) ??
    bodyBefore(reading, head) ??
    stateBehind(reading, head) ??
    besideColleague(reading, actor, head);
  if (owner) return atHome(actor, owner.country!, `of ${owner.name}`);
  const shared = sharedStates(reading, head);
  return shared.length ? ofOneState(reading, actor, shared) : atStory(reading, actor, head);
}

/** "Local media": the story's own. */
const isLocalPress = (reading: Reading, actor: Actor, head: Word): boolean =>
  actor.sector === 'JRN' &&
  actor.country === null &&
  actor.id === undefined &&
  dependents(reading.tree, head.index, 'amod', 'compound').some((w) => isIn(reading, 'home-word', w.form));

/** The actor as one of the state of the place, the dateline, those named beside, or the story. */
function atStory(reading: Reading, actor: Actor, head: Word): Actor {
  const here =
    placeInSentence(reading, (word) => isPlace(reading, word)) ??
    datelineCountry(reading) ??
    onlyOther(reading) ??
    placeInSentence(reading, (word) => isAlong(reading.tree, word));
  const home = here ?? reading.story.homeCountry();
  if (!here && home && isNotOf(reading, actor, head, home))
    return { ...actor, because: `${actor.because ?? actor.name}; ${NOT_HERE}` };
  return home ? atHome(actor, home, OF_STORY) : actor;
}

/** The share of the states named from which a story is so plainly about one that even people in general are its own. */
const PLAIN = 0.8;

/** Is somebody not of the state that the story is about: one of many that it names, people in general, a word of a thing's name? */
function isNotOf(reading: Reading, actor: Actor, head: Word, home: string): boolean {
  const share = reading.story.shareOf(home);
  if (share < (isAnybody(reading, actor, head) ? 0.4 : 0.2)) return true;
  if (!PRIVATE.has(actor.sector ?? 'CVL') && isAnyone(reading, head)) return true;
  if (share >= PLAIN || reading.story.home === home) return false;
  return isAnyone(reading, head) || isInGeneral(reading, actor, head) || isAboutThing(reading, actor, head);
}

/** Sectors of people whom a state has not made what they are. */
const PRIVATE: ReadonlySet<string> = new Set('CVL BUS EDU REL MED AGR LAB JRN UNK SOC CRM'.split(' '));

/** "airlines", "a firm", "some scientists", "young people": nobody in particular. */
const isAnybody = ({ tree }: Reading, { sector, kind }: Actor, head: Word): boolean =>
  kind === 'people' &&
  PRIVATE.has(sector ?? '') &&
  (isPlural(head) || sector === 'BUS') &&
  !dependents(tree, head.index, 'nmod:poss', 'nummod', 'det').some((w) => !/^(?:some|many|all|an?)$/i.test(w.form));

const PLACES: ReadonlySet<string> = new Set([...PLACE_KINDS, 'adjective']);

/** No body's name tells whose they are: "the members", but not "IS members". */
function isNobodys({ tree, resolver }: Reading, head: Word): boolean {
  if (isRel(head, 'compound')) return false;
  const isBody = ({ form }: Word) =>
    resolver.find([form]).some((hit) => hit.named.some((n) => n.kind === 'organisation' || n.kind === 'group'));
  return !dependents(tree, head.index, 'compound', 'nmod').some((w) => w.upos === 'PROPN' && isBody(w));
}

/** "the Representatives": an office with a capital, and no name behind it. */
const endsWithOffice = ({ name, office }: Actor): boolean => office !== undefined && name.endsWith(office);

/** "Western forces", "African leaders", "the resistance in the Middle East": of no one state. */
function isOfRegion(reading: Reading, head: Word): boolean {
  const { tree, resolver } = reading;
  if (head.upos !== 'NOUN') return false;
  const { words } = phraseOf(tree, head.index);
  const forms = words.map((i) => tree.words[i]!.form);
  const roles = resolver.find(forms).filter((hit) => hit.last > hit.first);
  const inRole = (i: number) => roles.some((hit) => words[hit.first]! <= i && i <= words[hit.last]!);
  const isRegion = (w: Word) =>
    (isIn(reading, 'region', w.form) || isIn(reading, 'others-noun', w.form)) && !inRole(w.index);
  if (dependents(tree, head.index, 'amod', 'compound').some(isRegion)) return true;
  // "the European migrant crisis"
  const whole = isRel(head, 'compound') ? headOf(tree, head.index) : null;
  if (whole && dependents(tree, whole.index, 'amod').some((w) => w.index === words[0]! - 1 && isRegion(w))) return true;
  if (words.some((i) => /^\p{Lu}/u.test(tree.words[i]!.form) && isRegion(tree.words[i]!))) return true;
  return dependents(tree, head.index, 'nmod').some(
    (w) => /^\p{Lu}|^abroad$/u.test(w.form) && isIn(reading, 'region-name', w.form) && !inRole(w.index),
  );
}

/** "his officials", "my son": whoever "his" is, or speaks, where that has a state. */
function possessor(reading: Reading, head: Word): Actor | null {
  const pronoun = dependents(reading.tree, head.index, 'nmod:poss').find((w) => w.upos === 'PRON');
  const isMine = /^my$/i.test(pronoun?.form ?? '');
  const [actor] = isMine ? [speakerOf(reading, head)] : pronoun ? pronounActors(reading, pronoun) : [];
  return actor?.country ? actor : null;
}

/** Whose words a noun is in: the subject of the clause that tells them, else the last person whom the story has as a subject. */
function speakerOf(reading: Reading, noun: Word): Actor | null {
  const { tree, mentions, story } = reading;
  for (let at: Word | null = noun; at; at = headOf(tree, at.index)) {
    if (!isRel(at, 'ccomp', 'parataxis')) continue;
    const subjects = dependents(tree, at.head, 'nsubj').map((w) => w.index);
    const found = mentions.findLast((m) => m.sentence === tree.sentence.index && subjects.includes(m.head));
    if (found?.actors.length === 1) return found.actors[0]!;
    // "“My son is safe”, said Roe": the speaker may stand behind.
    const [ahead] = subjects.filter((i) => i > noun.index);
    if (ahead !== undefined) return describePhrase(reading, phraseOf(tree, ahead)).actor;
  }
  return story.speaker(tree.sentence.index)?.actor ?? null;
}

/** "The Cypriot president Jane Roe and energy minister John Doe": an official beside one whose state is said. */
function besideColleague(reading: Reading, { kind, office }: Actor, head: Word): Actor | null {
  const first = isRel(head, 'conj') ? headOf(reading.tree, head.index) : null;
  if (!first || head.upos !== 'PROPN' || kind !== 'person' || office === undefined) return null;
  if (dependents(reading.tree, head.index, 'nmod').some((w) => caseOf(reading.tree, w.index) === 'of')) return null;
  const before = [first, ...dependents(reading.tree, first.index, 'conj')].filter((w) => w.index < head.index);
  for (const word of before.sort((a, b) => b.index - a.index)) {
    const actor = namedHere(reading, word.index);
    if (actor?.kind === 'person') return actor;
  }
  return null;
}

/** The states that share an adjective of the noun ("the Korean people"); none for other words. */
function sharedStates(reading: Reading, head: Word): string[] {
  const shared = [...reading.resolver.words('shared-adjective')];
  return dependents(reading.tree, head.index, 'amod').flatMap(({ form }) =>
    shared.filter((s) => s.startsWith(`${form.toLowerCase()}=`)).map((s) => s.slice(form.length + 1).toUpperCase()),
  );
}

/** Of states that share an adjective, the dateline's or the only one that the article names. */
function ofOneState(reading: Reading, actor: Actor, states: readonly string[]): Actor {
  const home = reading.story.home;
  const named = states.filter((s) => reading.states().named.has(s));
  const state = states.find((s) => s === home) ?? (named.length === 1 ? named[0] : undefined);
  return state
    ? atHome(actor, state, `an adjective of ${states.join(' and ')}`)
    : { ...actor, because: `${actor.because ?? actor.name}; ${NOT_HERE}` };
}

/** "Turkish" of the "Foreign Ministry" in "Turkish Foreign Ministry spokesman": the state right before, in the same phrase. */
function stateBefore(reading: Reading, head: Word): Actor | null {
  const { tree, names } = reading;
  if (!isRel(head, 'compound', 'amod')) return null;
  const before = phraseOf(tree, head.index).words[0]! - 1;
  const forms = tree.words.map((w) => w.form);
  const hit = names.find((h) => h.last === before && h.named.some((n) => PLACES.has(n.kind)));
  if (!hit || tree.words[topOf(tree, hit)]!.head !== head.head) return null;
  const actor = actorOf(reading, forms.slice(hit.first, hit.last + 1), hit.last - hit.first);
  return actor?.country ? actor : null;
}

/** "A Kenyan delegation led by Roe": whoever leads it is of its state. */
function stateLed(reading: Reading, head: Word): Actor | null {
  const at = whatTheyLead(reading, head.index);
  return at === null ? null : namedHere(reading, at);
}

/** The actor that a word of this sentence has been found to be, if he has a state. */
function namedHere({ tree, mentions }: Reading, at: number): Actor | null {
  const found = mentions.findLast((m) => m.sentence === tree.sentence.index && m.head === at);
  const actor = found?.actors.length === 1 ? found.actors[0]! : null;
  return actor?.country && !actor.because?.endsWith(OF_STORY) ? actor : null;
}

/** "A Kenyan delegation of miners": those whom a delegation is of are of its state. */
function partOfEnvoys(reading: Reading, head: Word): Actor | null {
  const whole =
    isRel(head, 'nmod') && caseOf(reading.tree, head.index) === 'of' ? headOf(reading.tree, head.index) : null;
  return whole && isIn(reading, 'envoy-body', whole.lemma) ? namedHere(reading, whole.index) : null;
}

/** "Members of the embassy", "the delegation members", after "the Kenyan embassy": those of a body whose state was said. */
function bodyBefore(reading: Reading, head: Word): Actor | null {
  const { tree, story } = reading;
  for (const word of dependents(tree, head.index, 'nmod', 'compound')) {
    const isOf = isRel(word, 'compound') || caseOf(tree, word.index) === 'of';
    if (
      !isOf ||
      !isIn(reading, 'envoy-body', word.lemma) ||
      dependents(tree, word.index, 'amod', 'compound', 'nmod').length
    )
      continue;
    const like = story.sameNoun(word.lemma.toLowerCase(), tree.sentence.index);
    if (like) return like.actor;
  }
  return null;
}

const NAMING: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'PART', 'NUM']);

/** "The chairman of the People's Party of Kenya", where the tree has cut the phrase: the state at the end of its "of"s. */
function stateBehind(reading: Reading, head: Word): Actor | null {
  const { tree, names } = reading;
  const last = phraseOf(tree, head.index).words.at(-1)!;
  const forms = tree.words.map((w) => w.form);
  let isOf = forms.slice(head.index, last + 1).some((form) => /^of$/i.test(form));
  // "fishermen from Chile"
  const isFrom = isPlural(head) && /^from$/i.test(forms[last + 1] ?? '');
  for (let i = last + (isFrom ? 2 : 1); i < tree.words.length; i++) {
    const word = tree.words[i]!;
    const hit = (isOf || isFrom) && names.find((h) => h.first === i && h.named.some((n) => PLACES.has(n.kind)));
    if (hit) return actorOf(reading, forms.slice(hit.first, hit.last + 1), hit.last - hit.first);
    if (/^of$/i.test(word.form)) isOf = true;
    // "the charge d'affaires ad interim of …"
    else if (!isOf && (word.upos === 'X' || /^["“”]$/.test(word.form))) continue;
    // "the secretary of the C.C., Communist Party of …"
    else if (isOf && word.form === ',' && /^(?:\p{Lu}\.)+$/u.test(forms[i - 1]!)) continue;
    else if (!(isOf || isFrom) || (!NAMING.has(word.upos) && !/^["“”'’－-]+$/.test(word.form))) return null;
  }
  return null;
}

function datelineCountry(reading: Reading): string | null {
  const { tree } = reading;
  const place = tree.sentence.dateline?.place;
  if (!place) return null;
  const forms = place.split(/\s+/).map((w) => w[0]! + w.slice(1).toLowerCase());
  return actorOf(reading, forms, forms.length - 1)?.country ?? null;
}

/** The state of a place in the same sentence: where something is, else from or to where it goes. */
function placeInSentence(reading: Reading, fits: (word: Word) => boolean): string | null {
  const { tree, names } = reading;
  const forms = tree.words.map((w) => w.form);
  const places = names.filter((hit) => hit.named.some((n) => PLACE_KINDS.has(n.kind)));
  const topWord = (hit: (typeof places)[number]) => tree.words[topOf(tree, hit)]!;
  const found = places.find((hit) => fits(topWord(hit)));
  if (!found) return null;
  return actorOf(reading, forms, topOf(tree, found), [found])?.country ?? null;
}

/** The state of those whom the sentence has named so far, where it is one. */
function onlyOther({ tree, mentions }: Reading): string | null {
  const states = new Set<string>();
  let isTold = false;
  for (let i = mentions.length - 1; i >= 0 && mentions[i]!.sentence === tree.sentence.index; i--)
    for (const actor of mentions[i]!.actors)
      if (actor.country && actor.kind !== 'country' && !isTeller(actor)) {
        states.add(actor.country);
        isTold ||= !actor.because?.endsWith(OF_STORY);
      }
  return isTold && states.size === 1 ? [...states][0]! : null;
}

const isAlong = (tree: Tree, word: Word): boolean =>
  /^(?:from|between|for)$/.test(caseOf(tree, word.index) ?? '') && isRel(word, 'obl', 'nmod');

/** "resigned as governor of Lagos", "was appointed as envoy to Mali": the office that a subject has. */
function officeBehindAs(tree: Tree, head: Word): Word[] {
  if (!isRel(head, 'nsubj')) return [];
  return dependents(tree, head.head, 'obl').filter((w) => caseOf(tree, w.index) === 'as');
}

/** A state or person in apposition lends what the phrase itself does not say ("X, a spokeswoman for Russia's ministry"). */
export function withApposition(reading: Reading, actor: Actor, head: Word): Actor {
  if (actor.country !== null && actor.sector !== null) return actor;
  if (actor.kind === 'organisation' && actor.id !== undefined && actor.sector !== null) return actor;
  const { tree } = reading;
  const beside = [
    ...dependents(tree, head.index, 'appos'),
    ...sharedApposition(tree, head),
    ...(isRel(head, 'appos') ? [headOf(tree, head.index)!] : []),
    ...officeBehindAs(tree, head),
    ...(actor.kind === 'person' ? saidToBe(tree, head) : []),
  ];
  for (const word of beside) {
    const isSaid = word.index === head.head && !isRel(head, 'appos');
    const { words } = phraseOf(tree, word.index);
    const own = isSaid ? words.filter((i) => isOwnWord(tree, word, i)) : words;
    const forms = own.map((i) => tree.words[i]!.form);
    const other = namedHere(reading, word.index) ?? actorOf(reading, forms, own.indexOf(word.index));
    if (other?.kind === 'country') continue;
    const country = actor.country ?? other?.country ?? stateBeside(reading, actor, word);
    const sector = actor.sector ?? (isPast(tree, head, word) ? null : (other?.sector ?? null));
    if (country === actor.country && sector === actor.sector) continue;
    return {
      ...{ ...actor, country, sector },
      ...(other?.office && !actor.office && { office: other.office }),
      because: `${actor.because ?? actor.name}; beside it "${forms.join(' ')}"`,
    };
  }
  return actor;
}

/** The state of a noun beside somebody's name: of its place, or of whose it is ("Roe, Doe's spokeswoman"). */
function stateBeside(reading: Reading, { kind }: Actor, noun: Word): string | null {
  if (kind !== 'person' || isIn(reading, 'others-noun', noun.lemma)) return null;
  const place = placeUnder(reading, noun);
  const [owner] = place ? [] : dependents(reading.tree, noun.index, 'nmod:poss').filter((w) => w.upos === 'PROPN');
  return owner ? (describePhrase(reading, phraseOf(reading.tree, owner.index)).actor?.country ?? null) : place;
}

/** "Roe was a Norwegian senator": what a copula says of its subject, unless it denies it or only thinks of it. */
function saidToBe(tree: Tree, head: Word): Word[] {
  const noun = isRel(head, 'nsubj') ? headOf(tree, head.index) : null;
  if (!noun || noun.index < head.index || !dependents(tree, noun.index, 'cop').length) return [];
  const isOpen = dependents(tree, noun.index, 'aux', 'advmod', 'mark').some(
    (w) => w.xpos === 'MD' || /^(?:not|n['’]t|never|if|whether)$/i.test(w.form),
  );
  return isOpen ? [] : [noun];
}

/** "Roe was a senator", "has been one": what somebody was says no sector of today. */
const isPast = (tree: Tree, head: Word, word: Word): boolean =>
  word.index === head.head && dependents(tree, word.index, 'cop').some((w) => w.xpos === 'VBD' || w.xpos === 'VBN');

/** "US senator from Ohio", not "victim in Ohio": does a word stand before a noun, or in an "of" or "from" right behind it? */
function isOwnWord(tree: Tree, noun: Word, at: number): boolean {
  if (at <= noun.index) return true;
  return /^(?:of|from|for)$/i.test(tree.words[noun.index + 1]?.form ?? '');
}

/** "Roe and Doe, officers of the army": a plural behind a coordination is all of them. */
function sharedApposition(tree: Tree, head: Word): Word[] {
  const first = isRel(head, 'conj') ? headOf(tree, head.index)! : head;
  const others = [first, ...dependents(tree, first.index, 'conj')].filter((w) => w !== head);
  return others.flatMap((w) => dependents(tree, w.index, 'appos')).filter(isPlural);
}

/** The state of an adjective or place of a noun: "the French inventor", "owner of a lodge near Pretoria". */
function placeUnder(reading: Reading, noun: Word): string | null {
  const { tree, names } = reading;
  const forms = tree.words.map((w) => w.form);
  for (const hit of names) {
    const top = tree.words[topOf(tree, hit)]!;
    if (!hit.named.some((n) => PLACES.has(n.kind)) || !isUnder(tree, top.index, noun.index)) continue;
    const isOwn = isRel(top, 'amod') && top.head === noun.index;
    const isThere = /^(?:of|from)$/.test(caseOf(tree, top.index) ?? '') || isPlace(reading, top);
    if (!isOwn && (!isThere || !hit.named.some((n) => PLACE_KINDS.has(n.kind)))) continue;
    const state = actorOf(reading, forms.slice(hit.first, hit.last + 1), hit.last - hit.first)?.country;
    if (state) return state;
  }
  return null;
}

/** "the embassy" after "the Kenyan embassy": a bare definite noun takes the state of its like. */
export function withSameNoun({ tree, story }: Reading, actor: Actor, head: Word): Actor {
  if (!isPlaceless(actor) || isPlural(head)) return actor;
  const own = dependents(tree, head.index).filter(
    (w) => isRel(w, 'amod', 'compound', 'nmod', 'flat') || w.deprel === 'acl:relcl',
  );
  if (own.length || !dependents(tree, head.index, 'det').some((d) => /^the$/i.test(d.form))) return actor;
  const like = story.sameNoun(head.lemma.toLowerCase(), tree.sentence.index);
  return like ? atHome(actor, like.actor.country!, `the ${head.lemma} that the article has named`) : actor;
}

/** "the engineer Ada Obi of Lagos": somebody unknown is of the state of the place behind the name. */
function placedName(reading: Reading, actor: Actor, head: Word): Actor {
  const { tree } = reading;
  if (actor.kind !== 'person' || actor.country !== null || actor.id !== undefined || actor.because === NOT_HERE)
    return actor;
  for (const place of dependents(tree, head.index, 'nmod')) {
    if (!/^(?:of|from)$/.test(caseOf(tree, place.index) ?? '') || place.upos !== 'PROPN') continue;
    const { words } = phraseOf(tree, place.index);
    const forms = words.map((i) => tree.words[i]!.form);
    const found = actorOf(reading, forms, words.indexOf(place.index));
    if (found?.country)
      return {
        ...{ ...actor, country: found.country, because: `of ${forms.join(' ')}` },
        sector: actor.sector ?? (found.kind === 'country' ? null : found.sector),
      };
  }
  return actor;
}
