/** Whom pronouns and pairs ("the two countries") mean. */
import type { Actor, Tree, Word } from '../nouns.ts';
import { dependents, headOf, isRel } from '../tree.ts';
import { boundTo, objectsAbove, partOf, subjectOf, subjectsAbove } from './binding.ts';
import type { Question } from './coref.ts';
import { describePhrase } from './phrase-actors.ts';
import { phraseOf } from './phrases.ts';
import { isSpeaker, speakerOf } from './quotes.ts';
import { isIn, isPlural, type Reading } from './reading.ts';

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
/** "At their meeting, Kim told Putin …": a plural in front of the clause means the two whom the clause goes on to name. */
function peopleAhead(reading: Reading, word: Word): readonly Actor[] {
  const { tree } = reading;
  const noun = word.deprel === 'nmod:poss' ? headOf(tree, word.index) : null;
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
    if (actor?.kind === 'person' && actor.id !== undefined && !found.some((f) => f.id === actor.id)) found.push(actor);
    if (found.length === 2) break;
  }
  return found;
}

/** "Roe and Doe pledged their help": a plural in the clause of a coordinated subject means all of it. */
function coordinatedSubject({ tree, mentions }: Reading, word: Word): readonly Actor[] {
  // "They were ready to transfer them": an object is not who acts.
  if (isRel(word, 'obj', 'iobj', 'obl') && !/selves$/i.test(word.form)) return [];
  let verb = headOf(tree, word.index);
  while (verb && !(verb.upos === 'VERB' && dependents(tree, verb.index, 'nsubj').some((s) => s.index < word.index)))
    verb = headOf(tree, verb.index);
  const subject = verb && dependents(tree, verb.index, 'nsubj').find((s) => s.index < word.index);
  if (!subject || subject.index === word.index) return [];
  const parts = [subject.index, ...dependents(tree, subject.index, 'conj').map((w) => w.index)];
  const named = parts.map((at) =>
    mentions.find((m) => m.sentence === tree.sentence.index && m.head === at && m.kind !== 'modifier'),
  );
  // "The two countries pledged their help": one phrase of several.
  if (parts.length < 2) return named[0]?.actors ?? [];
  return named.every((m) => m?.actors.length === 1) ? named.map((m) => m!.actors[0]!) : [];
}

/** "The two countries and their peoples": a possessor behind "and" means several who stand before it in one phrase. */
function severalBeside({ tree, mentions }: Reading, word: Word): readonly Actor[] {
  const noun = word.deprel === 'nmod:poss' ? headOf(tree, word.index) : null;
  if (!noun || !isRel(noun, 'conj')) return [];
  return mentions.findLast((m) => m.sentence === tree.sentence.index && m.head === noun.head)?.actors ?? [];
}

/** Is the clause under a predicate that its "it" only announces? "it is true that …": behind a copula, with its marker. */
function isAnnounced(tree: Tree, word: Word, of: Word): boolean {
  if (!isRel(word, 'nsubj') || !dependents(tree, of.index, 'cop').length) return false;
  return dependents(tree, of.index, 'csubj', 'ccomp', 'xcomp', 'advcl', 'acl').some(
    (w) => w.index > of.index && dependents(tree, w.index, 'mark').some((m) => /^(?:to|that)$/i.test(m.form)),
  );
}

/** "it is hard to …", "made it possible to …", "it seems that …", "it is true that …": an "it" that means nothing. */
function isEmpty(reading: Reading, word: Word): boolean {
  const { tree } = reading;
  if (word.form.toLowerCase() !== 'it') return false;
  if (isRel(word, 'expl')) return true;
  const head = headOf(tree, word.index);
  if (!head) return false;
  if (isAnnounced(tree, word, head)) return true;
  const bare =
    head.upos === 'ADJ' || (isRel(word, 'obj') && head.lemma === 'make') || isIn(reading, 'empty-verb', head.lemma);
  return bare && dependents(tree, head.index, 'csubj', 'ccomp', 'advcl', 'xcomp').some((w) => w.index > head.index);
}

/** "It is a burden", "it was among the largest strikes": what is said to be a thing is one. */
function isSaidThing(reading: Reading, word: Word): boolean {
  const { tree } = reading;
  const head = isRel(word, 'nsubj') ? headOf(tree, word.index) : null;
  if (head?.upos !== 'NOUN' || !dependents(tree, head.index, 'cop').length) return false;
  return describePhrase(reading, phraseOf(tree, head.index)).actor === null;
}

/** Can only somebody be meant, by what the pronoun does ("it condemned …") or what is done to it ("accused it of …")? */
function isSomebodys(reading: Reading, word: Word): boolean {
  const verb = headOf(reading.tree, word.index)?.lemma;
  if (isRel(word, 'obj', 'iobj')) return isIn(reading, 'affecting-verb', verb);
  if (!isRel(word, 'nsubj')) return false;
  if (word.deprel === 'nsubj:pass' ? isIn(reading, 'affecting-verb', verb) : isIn(reading, 'acting-verb', verb))
    return true;
  return isOfSpeaker(reading, word);
}

/** "The group said it had fired rockets": the subject of what a body or state says is most often itself. */
function isOfSpeaker(reading: Reading, word: Word): boolean {
  const { tree, mentions } = reading;
  const clause = headOf(tree, word.index);
  const cue = clause && isRel(clause, 'ccomp') ? headOf(tree, clause.index) : null;
  if (!cue || !isIn(reading, 'acting-verb', cue.lemma)) return false;
  const speakers = dependents(tree, cue.index, 'nsubj').map((s) => s.index);
  return mentions.some(
    (m) => m.sentence === tree.sentence.index && speakers.includes(m.head) && m.actors[0]?.kind !== 'person',
  );
}

/** What an "it" or "they" means that is nobody: a thing in view from now on. */
export function rememberAsThing({ story, tree }: Reading, word: Word): void {
  const lemma = PRONOUNS[word.form.toLowerCase()];
  if (isRel(word, 'expl') || (lemma !== 'it' && lemma !== 'they')) return;
  story.rememberThing({
    sentence: tree.sentence.index,
    part: partOf(word),
    plural: lemma === 'they',
    somebody: false,
    pronoun: true,
  });
}

export function pronounActors(reading: Reading, word: Word): readonly Actor[] {
  const { story } = reading;
  const lemma = PRONOUNS[word.form.toLowerCase()];
  if (!lemma || isEmpty(reading, word) || (lemma === 'it' && isSaidThing(reading, word))) return [];
  if (/sel(?:f|ves)$/i.test(word.form)) {
    const self = subjectOf(reading, word);
    if (self) return self.actors;
  }
  if (lemma === 'they') {
    const together = [peopleAhead, severalBeside, coordinatedSubject]
      .map((read) => read(reading, word))
      .find((list) => list.length > 1);
    if (together) return together;
  }
  const asked = question(reading, word);
  const objects = [...objectsAbove(reading, word)].filter((chain) => !asked.bound.has(chain));
  const found =
    (objects.length ? story.byPronoun(lemma, { ...asked, not: new Set([...asked.not, ...objects]) }) : null) ??
    story.byPronoun(lemma, asked);
  return found ? [found.actor] : [];
}

/** What the place of a pronoun says about whom it may mean. */
function question(reading: Reading, word: Word): Question {
  const speaker = speakerChain(reading, word);
  return {
    ...{ sentence: reading.tree.sentence.index, part: partOf(word) },
    ...{ says: isSpeaker(reading, word), acts: isSomebodys(reading, word), owns: word.deprel === 'nmod:poss' },
    ...{ not: new Set([...subjectsAbove(reading, word), ...speaker]), ...boundTo(reading, word) },
  };
}

/** The chain of whoever says a quoted word: nobody calls himself "he". */
function speakerChain(reading: Reading, word: Word): readonly number[] {
  const { tree, story, mentions, quoted } = reading;
  if (!quoted[word.index]) return [];
  const speaker = speakerOf(reading, word);
  if (!speaker) return story.lastSpeaker === null ? [] : [story.lastSpeaker];
  const read = mentions.findLast((m) => m.sentence === tree.sentence.index && m.head === speaker.index);
  if (read) return read.chain === null ? [] : [read.chain];
  const { actor } = speaker.upos === 'PRON' ? { actor: null } : describePhrase(reading, phraseOf(tree, speaker.index));
  const chain = actor && story.chainOf(actor);
  return chain === null ? [] : [chain];
}

/** "the two countries", "both sides": the last two. */
export function pairActors(reading: Reading, head: Word): readonly Actor[] {
  const { story, tree } = reading;
  if (!isIn(reading, 'pair-noun', head.lemma) || !isPlural(head)) return [];
  const counted = dependents(tree, head.index, 'nummod', 'det').some((w) => /^(?:two|both)$/i.test(w.form));
  if (!counted) return [];
  const kinds = isIn(reading, 'person-noun', head.lemma) ? ['person'] : ['country'];
  const two = story.lastTwo(kinds, tree.sentence.index);
  if (two.length === 2) return two.map((k) => k.actor);
  const others = story.lastTwo(['country', 'person'], tree.sentence.index).map((k) => k.actor);
  // "The two countries", after their presidents: the states of both.
  return isIn(reading, 'state-noun', head.lemma)
    ? others.map((actor) => reading.resolver.stateOf(actor) ?? actor)
    : others;
}

/** "His country", "their nation": the state of whoever the pronoun is. */
export function ownState(reading: Reading, head: Word): Actor | null {
  if (!isIn(reading, 'state-noun', head.lemma) || isPlural(head)) return null;
  const pronoun = dependents(reading.tree, head.index, 'nmod:poss').find((w) => w.upos === 'PRON');
  const [owner] = pronoun ? pronounActors(reading, pronoun) : [];
  return owner ? reading.resolver.stateOf(owner) : null;
}
