/** Finds what a sentence says was done, by the senses of its predicates. */
import type { EventCandidate, Mention, Trace, Tree, Word } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel } from '../tree.ts';
import { cameoOf } from './cameo.ts';
import { confidenceOf, evidenceOf } from './confidence.ts';
import { contextsOf } from './contexts.ts';
import type { EventLexicon, LightRole, PredicateKind, Sense } from './lexicon.ts';
import { type Match, type Miss, partiesIn, tryMatch } from './match.ts';
import { withOwners } from './owned.ts';
import { type Cast, distinct, isQuantity, makeCast } from './parties.ts';
import { NOBODY } from './political.ts';
import type { Draft, Hushed } from './refine.ts';
import type { Site } from './slots.ts';

/** What stands at a predicate: the sense that won, and those that did not. */
export interface Attempt {
  readonly word: number;
  readonly match: Match | null;
  readonly misses: readonly Miss[];
  readonly light: LightRole | null;
}

function kindOf(tree: Tree, word: Word): PredicateKind | null {
  if (word.upos === 'VERB') return 'verb';
  if (word.upos === 'NOUN') return 'noun';
  if (word.upos === 'ADJ') return isPredicative(tree, word) ? 'adjective' : null;
  return null;
}

function isPredicative(tree: Tree, word: Word): boolean {
  if (isRel(word, 'amod')) return false;
  return (
    dependents(tree, word.index, 'cop', 'nsubj').length > 0 || isRel(word, 'xcomp', 'root', 'conj', 'advcl', 'acl')
  );
}

/** "a round of talks", "a wave of strikes": the word that counts what the noun names, else the noun. */
function countedFrom(tree: Tree, noun: Word, lexicon: EventLexicon): Word {
  const head = headOf(tree, noun.index);
  return head && isRel(noun, 'nmod') && isQuantity(head, lexicon) && caseOf(tree, noun.index) === 'of' ? head : noun;
}

/** The verb that lends a noun its subject ("launched an attack", "talks were held"), and how. */
function lightVerbOf(tree: Tree, noun: number, lexicon: EventLexicon): { verb: number; role: LightRole } | null {
  const word = countedFrom(tree, tree.words[noun]!, lexicon);
  const verb = headOf(tree, word.index);
  if (verb?.upos !== 'VERB') return null;
  const particle = dependents(tree, verb.index, 'compound:prt')[0]?.lemma;
  if (isRel(word, 'obl')) return obliqueLightVerb(tree, word, verb, lexicon);
  const withParticle = particle ? lexicon.lightRoles(`${verb.lemma} ${particle}`) : [];
  const roles = withParticle.length ? withParticle : lexicon.lightRoles(verb.lemma);
  const isSubject = word.deprel === 'nsubj';
  if (!isSubject && !isRel(word, 'obj') && word.deprel !== 'nsubj:pass') return null;
  const role = roles.find((r) => (r === 'existential') === isSubject);
  return role ? { verb: verb.index, role } : null;
}

/** "proceeded with the deal", "went ahead with the raid", "engaged in talks". */
function obliqueLightVerb(
  tree: Tree,
  noun: Word,
  verb: Word,
  lexicon: EventLexicon,
): { verb: number; role: LightRole } | null {
  const preposition = dependents(tree, noun.index, 'case')[0]?.lemma;
  if (!preposition) return null;
  const between = dependents(tree, verb.index, 'compound:prt', 'advmod', 'obj').map((w) => `${w.lemma} `);
  for (const middle of ['', ...between]) {
    const role = lexicon
      .lightRoles(`${verb.lemma} ${middle}${preposition}`)
      .find((r) => r !== 'existential' && r !== 'ends');
    if (role) return { verb: verb.index, role };
  }
  return null;
}

function attemptAt(tree: Tree, cast: Cast, lexicon: EventLexicon, word: Word, type: string | null): Attempt | null {
  const kind = kindOf(tree, word);
  if (!kind) return null;
  const sensesOf = (of: PredicateKind, lemma: string): readonly Sense[] => {
    const all = lexicon.sensesOf(of, lemma);
    return type === null ? all : all.filter((s) => s.type === type);
  };
  const attempt = attemptAs(kind, sensesOf(kind, word.lemma), tree, cast, lexicon, word);
  // A gerund may be a noun that the tagger took for a verb: "fighting between …", "the killing of …".
  if (attempt?.match || kind !== 'verb' || word.xpos !== 'VBG') return attempt;
  return attemptAs('noun', sensesOf('noun', word.form.toLowerCase()), tree, cast, lexicon, word) ?? attempt;
}

function attemptAs(
  kind: PredicateKind,
  senses: readonly Sense[],
  tree: Tree,
  cast: Cast,
  lexicon: EventLexicon,
  word: Word,
): Attempt | null {
  if (!senses.length) return null;
  const light = kind === 'noun' ? lightVerbOf(tree, word.index, lexicon) : null;
  if (light?.role === 'ends') return { word: word.index, match: null, misses: [], light: 'ends' };
  const site: Site = {
    ...{ tree, lexicon },
    word: word.index,
    noun: kind === 'noun',
    light: light && light.role !== 'existential' ? light.verb : -1,
  };
  const misses: Miss[] = [];
  for (const sense of senses) {
    if (misses.some((m) => m.final && m.sense.type === sense.type)) continue;
    const outcome = tryMatch(site, cast, lexicon, sense);
    if ('match' in outcome) {
      const match = narrowed(site, cast, lexicon, outcome.match);
      return {
        word: word.index,
        match: withLightVerb(site, cast, match, light),
        misses,
        light: light?.role ?? null,
      };
    }
    misses.push(outcome.miss);
  }
  return { word: word.index, match: null, misses, light: light?.role ?? null };
}

/** "threatened Kuwait with invasion": a sense that asks for more than the one that won says more, where it finds as many parties. */
function narrowed(site: Site, cast: Cast, lexicon: EventLexicon, match: Match): Match {
  for (const sense of lexicon.narrowerThan(match.sense)) {
    const outcome = tryMatch(site, cast, lexicon, sense);
    if (!('match' in outcome)) continue;
    const { actors, recipients } = outcome.match;
    if (actors.length >= match.actors.length && recipients.length >= match.recipients.length) return outcome.match;
  }
  return match;
}

/** "Russia launched an attack": the verb's subject acts; "Russia faced criticism": it is acted on. */
function withLightVerb(site: Site, cast: Cast, match: Match, light: { verb: number; role: LightRole } | null): Match {
  if (!light || light.role === 'existential') return match;
  const subjects = distinct(partiesIn({ ...site, word: light.verb, noun: false, light: -1 }, cast, 'subj'));
  if (!subjects.length) return match;
  const others = (list: readonly Mention[]) => list.filter((m) => !subjects.includes(m));
  if (match.mutual) return { ...match, actors: [...subjects, ...others(match.actors)] };
  if (light.role === 'subject-undergoes') return { ...match, recipients: subjects, actors: others(match.actors) };
  const left = others(match.actors);
  return { ...match, actors: subjects, recipients: match.recipients.length ? others(match.recipients) : left };
}

/** Tries every predicate of a sentence, with the senses of one type where it is named. For coding, and for explaining. */
export function attempts(
  tree: Tree,
  mentions: readonly Mention[],
  lexicon: EventLexicon,
  type: string | null = null,
): Attempt[] {
  const cast = makeCast(tree, withOwners(tree, mentions, lexicon), lexicon);
  const found: Attempt[] = [];
  for (const word of tree.words) {
    const attempt = attemptAt(tree, cast, lexicon, word, type);
    if (attempt) found.push(attempt);
  }
  return found;
}

function cueOf(tree: Tree, words: readonly number[]): EventCandidate['cue'] & { words: readonly number[] } {
  const sorted = [...words].sort((a, b) => a - b);
  const first = tree.words[sorted[0]!]!;
  const last = tree.words[sorted.at(-1)!]!;
  const whole = last.index - first.index <= 3 ? [first, last] : [tree.words[words[0]!]!, tree.words[words[0]!]!];
  const text = tree.words
    .slice(whole[0]!.index, whole[1]!.index + 1)
    .map((w) => w.form)
    .join(' ');
  return { from: whole[0]!.from, to: whole[1]!.to, part: tree.sentence.part, text, words: sorted };
}

function toCandidate(tree: Tree, match: Match, lexicon: EventLexicon): Draft {
  const { sense, words, actors, recipients, mutual, notes } = match;
  const evidence = evidenceOf(tree, match, lexicon);
  const confidence = confidenceOf(evidence, lexicon);
  const why: Trace = {
    rule: sense.rule,
    note: [`"${[sense.lemma, ...sense.rest].join(' ')}" (${sense.kind})`, ...notes].join('; '),
    because: [{ rule: 'confidence', note: `${confidence}: ${evidence.join(', ')}`, because: [] }],
  };
  const { words: _, ...cue } = cueOf(tree, words);
  return {
    ...{ sentence: tree.sentence.index, word: words[0]!, cue, type: sense.type, mode: sense.mode },
    cameo: cameoOf(match, tree, lexicon),
    contexts: contextsOf(tree, words[0]!, sense.contexts, lexicon),
    ...{ actors, recipients, mutual, topic: [], confidence, rule: sense.rule, trace: why },
    ...{ absorbs: sense.absorbs, own: words },
  };
}

/**
 * An absorbing predicate that is no event for its parties: what the leader instructs his officials to do is none either, nor is
 * what strangers ask for.
 */
function hushedBy({ word, match, misses }: Attempt): Hushed[] {
  const miss = match
    ? undefined
    : misses.find((m) => (m.final || (m.why === NOBODY && m.sense.type === 'REQUEST')) && m.sense.absorbs);
  return miss ? [{ word, type: miss.sense.type, rule: miss.sense.rule }] : [];
}

/** Candidates of a sentence, before the refiners, and the predicates that absorb without being one. */
export function findCandidates(
  tree: Tree,
  mentions: readonly Mention[],
  lexicon: EventLexicon,
): { drafts: Draft[]; hushed: Hushed[] } {
  const tried = attempts(tree, mentions, lexicon);
  return {
    drafts: tried.flatMap((a) => (a.match ? [toCandidate(tree, a.match, lexicon)] : [])),
    hushed: tried.flatMap(hushedBy),
  };
}
