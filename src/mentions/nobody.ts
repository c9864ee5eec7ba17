/** Words that look like somebody's and are nobody's: months, languages, waters, things, parts of longer names. */
import type { Actor, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import type { NounPhrase } from './phrases.ts';
import { type Found, isIn, isPlural, isSubject, type Reading, topOf } from './reading.ts';

/** "in May", "May 15", "the May elections": a month, though somebody bears its name. */
export function isMonth(reading: Reading, { form, index }: Word): boolean {
  const { tree } = reading;
  if (!/^\p{Lu}/u.test(form) || !isIn(reading, 'month', form)) return false;
  if (dependents(tree, index, 'flat').length > 0) return false;
  const [before, after] = [tree.words[index - 1], tree.words[index + 1]];
  if (/^\d{1,4}(?:st|nd|rd|th)?$/.test(after?.form ?? '') || /^\d{1,2}(?:st|nd|rd|th)?$/.test(before?.form ?? ''))
    return true;
  if (isIn(reading, 'month-before', before?.form)) return true;
  return isIn(reading, 'month-case', caseOf(tree, index)) && before?.deprel === 'case';
}

/** "late Friday", "on Sunday", "Friday's attack": a weekday, though a leader bears its name; "Friday said" once he was named in full. */
export function isWeekday(reading: Reading, { form, index, deprel }: Word): boolean {
  const { tree, mentions } = reading;
  if (!/^\p{Lu}/u.test(form) || !isIn(reading, 'weekday', form)) return false;
  const own = dependents(tree, index, 'flat', 'compound', 'nmod:desc');
  if (own.some((w) => /^\p{Lu}/u.test(w.form) || isIn(reading, 'courtesy', w.form))) return false;
  if (deprel !== 'nsubj' || dependents(tree, headOf(tree, index)?.index ?? index, 'cop').length) return true;
  return !mentions.some((m) => m.actors.some((a) => a.kind === 'person') && m.text.endsWith(` ${form}`));
}

/** "Spoke in English", "learnt Russian": an adjective of a state alone, without an article. */
export function isLanguage({ tree, resolver }: Reading, head: Word, { words }: NounPhrase): boolean {
  if (words.length > 1 || isPlural(head) || !isRel(head, 'obl', 'obj', 'nmod', 'conj')) return false;
  if (dependents(tree, head.index, 'det').length) return false;
  const [hit] = resolver.find([head.form]);
  return hit?.named.every((n) => n.kind === 'adjective') ?? false;
}

/** "The Persian Gulf", "Latin American": a name that the resolver says is no state's here. */
export const isNoState = ({ names }: Reading, head: Word): boolean =>
  names.some((hit) => hit.nobody && hit.first <= head.index && head.index <= hit.last);

/** "general" of "secretary-general": part of an office of several words, whose own head tells whose it is. */
export const isInOffice = (tree: Tree, at: number, roles: readonly Found[]): boolean =>
  isRel(tree.words[at]!, 'amod', 'compound') &&
  roles.some((hit) => hit.first <= at && at <= hit.last && topOf(tree, hit) !== at);

/** "Francis" of the "Saint Francis Hospital": somebody's name of one word, in a longer name of a thing. */
export const isInName = ({ words }: Tree, { first, last, named }: Found): boolean =>
  first === last &&
  named.every((n) => n.kind === 'person') &&
  [words[first - 1], words[first + 1]].every((w) => w?.upos === 'PROPN' && /^\p{Lu}/u.test(w.form));

/** "the tourist area": people of no state of their own before a thing that is for them. */
export function isOnlyOfThing(reading: Reading, head: Word, { id, sector, country }: Actor): boolean {
  if (!isRel(head, 'compound', 'amod') || id !== undefined || country !== null || sector !== 'CVL') return false;
  const whose = reading.tree.words[head.head];
  return whose !== undefined && whose.index > head.index && isIn(reading, 'site-noun', whose.lemma);
}

/** Nouns that stand with a noun so that it has another sense: what it is of, what it is before, what it is joined to. */
function neighbours(tree: Tree, head: Word): Word[] {
  const whole = isRel(head, 'compound', 'amod', 'conj') ? headOf(tree, head.index) : null;
  const of = dependents(tree, head.index, 'nmod').filter((w) => caseOf(tree, w.index) === 'of');
  return [...of, ...dependents(tree, head.index, 'conj', 'compound', 'amod'), ...(whole ? [whole] : [])];
}

/** "the bank of the river", "fighters and bombers", "a press release": a noun of people in another sense. */
export function isOtherSense(reading: Reading, head: Word): boolean {
  const senses = reading.resolver.words('other-sense');
  const noun = head.lemma.toLowerCase();
  return neighbours(reading.tree, head).some((w) => senses.has(`${noun}=${w.lemma.toLowerCase()}`));
}

/** "was removed from office", "in exile", "resistance to disease": what people do or are in, not they. */
export function isAbstract(reading: Reading, head: Word): boolean {
  const { tree } = reading;
  if (isPlural(head) || !isIn(reading, 'abstract-noun', head.lemma)) return false;
  if (dependents(tree, head.index, 'nmod').some((w) => /^(?:to|against|between)$/.test(caseOf(tree, w.index) ?? '')))
    return true;
  const isNamed = dependents(tree, head.index).some(
    (w) => (isRel(w, 'det') && !isRel(w, 'det:predet')) || /^\p{Lu}/u.test(w.form),
  );
  return !isNamed && !isSubject(head) && !isRel(head, 'compound', 'conj', 'root') && !/^\p{Lu}/u.test(head.form);
}

/** "People" of the "People's Socialist Party", "Jane Roe" of the "Jane Roe University of Technology": part of a longer name. */
export function isPartOfName(reading: Reading, head: Word, last: number, actor: Actor): boolean {
  const { tree } = reading;
  const next = tree.words[last + 1];
  const isCapital = (w: Word | undefined) => w !== undefined && /^\p{Lu}/u.test(w.form);
  if (head.deprel === 'nmod:poss' && actor.id === undefined && actor.kind === 'people') {
    const whole = tree.words[head.head]!;
    const isBody = reading.resolver.find([whole.form]).some((hit) => hit.named.some((n) => n.kind === 'role'));
    return isBody && isCapital(head) && head.index > 0 && isCapital(whole) && isCapital(tree.words[last + 2]);
  }
  if (actor.kind !== 'person' || !isCapital(next)) return false;
  for (let i = last + 1; i <= last + 5; i++) {
    const word = tree.words[i];
    if (!word || (!isCapital(word) && !/^(?:and|&)$/.test(word.form))) return false;
    if (isIn(reading, 'site-noun', word.lemma) || isIn(reading, 'thing-name', word.lemma)) return true;
    if (isIn(reading, 'named-site', word.lemma)) return true;
  }
  return false;
}

/** "Police" of the "Police Square", "Congress" of the "Congress Street". */
export const isOfStreet = ({ tree, resolver }: Reading, first: number, last: number): boolean =>
  first === last &&
  /^\p{Lu}/u.test(tree.words[first]!.form) &&
  /^\p{Lu}/u.test(tree.words[last + 1]?.form ?? '') &&
  resolver.words('street-noun').has(tree.words[last + 1]!.form.toLowerCase());

/** "Brown bears", "Truss bridges" where the sentence begins: a common word, though a leader who was not named yet bears it as surname. */
export function isCommonWord({ tree, resolver, mentions }: Reading, head: Word, actor: Actor): boolean {
  if (actor.kind !== 'person' || head.index > 0 || !isRel(head, 'compound', 'amod')) return false;
  const { form } = head;
  const next = tree.words[1]!;
  if (!resolver.words('word-surname').has(form.toLowerCase()) || next.index !== head.head || !isPlural(next))
    return false;
  if (resolver.find([next.form]).some((hit) => hit.named.some((n) => n.kind === 'role'))) return false;
  return !mentions.some((m) => m.actors.some((a) => a.id === actor.id) && m.text.endsWith(` ${form}`));
}

/** "President" right before a known name ("of President Jane Roe"), whatever the tree makes of it. */
export const isTitleBefore = ({ names }: Reading, last: number, actor: Actor): boolean =>
  actor.kind === 'person' &&
  actor.office !== undefined &&
  actor.name.endsWith(actor.office) &&
  names.some((hit) => hit.first === last + 1 && hit.last > hit.first && hit.named.every((n) => n.kind === 'person'));
