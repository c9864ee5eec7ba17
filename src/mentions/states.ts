/** The state and sector that a phrase does not say itself: from its possessor, the place, the dateline, an apposition. */
import type { Actor, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel, isUnder } from '../tree.ts';
import { isTeller } from './coref.ts';
import { atHome, isPlaceless, isVague, NOT_HERE } from './fill.ts';
import { OF_STORY, whatTheyLead } from './lists.ts';
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
  const ofOthers = isIn(reading, 'others-noun', head.lemma) || isOfRegion(reading, head);
  if (ofOthers || (isOffice && !isNobodys(reading, head)))
    return { ...actor, because: `${actor.because ?? actor.name}; ${NOT_HERE}` };
  const whose = possessor(reading, head);
  if (whose?.country) return atHome(actor, whose.country, `of ${whose.name}`);
  const owner =
    partOfEnvoys(reading, head) ??
    stateBefore(reading, head) ??
    bodyBefore(reading, head) ??
    stateBehind(reading, head);
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
  if (!here && home && reading.story.shareOf(home) < (isAnybody(reading, actor, head) ? 0.4 : 0.2))
    return { ...actor, because: `${actor.because ?? actor.name}; ${NOT_HERE}` };
  return home ? atHome(actor, home, OF_STORY) : actor;
}

/** Sectors of people whom a state has not made what they are. */
const PRIVATE: ReadonlySet<string> = new Set('CVL BUS EDU REL MED AGR LAB JRN UNK SOC CRM'.split(' '));

/** "airlines", "some scientists", "young people": nobody in particular. */
const isAnybody = ({ tree }: Reading, { sector, kind }: Actor, head: Word): boolean =>
  kind === 'people' &&
  PRIVATE.has(sector ?? '') &&
  isPlural(head) &&
  !dependents(tree, head.index, 'nmod:poss', 'nummod', 'det').some((w) => !/^(?:some|many|all)$/i.test(w.form));

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
  if (words.some((i) => /^\p{Lu}/u.test(tree.words[i]!.form) && isRegion(tree.words[i]!))) return true;
  return dependents(tree, head.index, 'nmod').some(
    (w) => /^\p{Lu}|^abroad$/u.test(w.form) && isIn(reading, 'region-name', w.form) && !inRole(w.index),
  );
}

/** "his officials": whoever "his" is, where that has a state. */
function possessor(reading: Reading, head: Word): Actor | null {
  const pronoun = dependents(reading.tree, head.index, 'nmod:poss').find((w) => w.upos === 'PRON');
  const [actor] = pronoun ? pronounActors(reading, pronoun) : [];
  return actor?.country ? actor : null;
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
    else if (!isOf && word.upos === 'X') continue;
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
  for (let i = mentions.length - 1; i >= 0 && mentions[i]!.sentence === tree.sentence.index; i--)
    for (const actor of mentions[i]!.actors)
      if (actor.country && actor.kind !== 'country' && !isTeller(actor)) states.add(actor.country);
  return states.size === 1 ? [...states][0]! : null;
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
  ];
  for (const word of beside) {
    const phrase = phraseOf(tree, word.index);
    const forms = phrase.words.map((i) => tree.words[i]!.form);
    const other = namedHere(reading, word.index) ?? actorOf(reading, forms, phrase.words.indexOf(word.index));
    const nothing = !other || (other.country === null && other.sector === null);
    const state = nothing && actor.country === null && actor.kind === 'person' ? placeUnder(reading, word) : null;
    if (state) return { ...actor, country: state, because: `beside it "${forms.join(' ')}"` };
    if (nothing || other.kind === 'country') continue;
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
