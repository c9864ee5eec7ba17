/** Whom pronouns and pairs ("the two countries") mean. */
import type { Actor, Word } from '../nouns.ts';
import { dependents, headOf, isRel } from '../tree.ts';
import { describePhrase } from './phrase-actors.ts';
import { phraseOf } from './phrases.ts';
import { isPlural, type Reading } from './reading.ts';

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
const PAIR_WORDS =
  /^(?:country|nation|side|leader|state|government|neighbou?r|korea|ally|president|minister|party|official|rival|capital|power)$/;

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
    if (actor?.kind === 'person' && actor.id !== undefined && !found.some((f) => f.id === actor.id)) found.push(actor);
    if (found.length === 2) break;
  }
  return found;
}

export function pronounActors(reading: Reading, word: Word): readonly Actor[] {
  const { story, tree } = reading;
  const lemma = PRONOUNS[word.form.toLowerCase()];
  if (!lemma) return [];
  const ahead = lemma === 'they' ? peopleAhead(reading, word) : [];
  if (ahead.length > 1) return ahead;
  const found = story.byPronoun(lemma, tree.sentence.index, subjectsAbove(reading, word));
  return found ? [found.actor] : [];
}

/** "the two countries", "both sides": the last two. */
export function pairActors({ story, tree }: Reading, head: Word): readonly Actor[] {
  if (!PAIR_WORDS.test(head.lemma.toLowerCase()) || !isPlural(head)) return [];
  const counted = dependents(tree, head.index, 'nummod', 'det').some((w) => /^(?:two|both)$/i.test(w.form));
  if (!counted) return [];
  const kinds = /leader|president|minister|official/.test(head.lemma) ? ['person'] : ['country'];
  const two = story.lastTwo(kinds, tree.sentence.index);
  return (two.length === 2 ? two : story.lastTwo(['country', 'person'], tree.sentence.index)).map((k) => k.actor);
}
