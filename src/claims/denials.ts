/** Denials meet the reports that they deny. */
import type { EventCandidate, Mention, Report, Said, Statement, Tree } from '../nouns.ts';
import { ancestors } from '../tree.ts';
import { isNot } from './cues.ts';
import { isIn, type SpeechLexicon } from './lexicon.ts';
import { speechLexicon } from './load.ts';
import { statusOf } from './status.ts';

/** Names that tell an actor: the id, else the name in small letters; countries by their code. */
function keysOf(mentions: readonly Pick<Mention, 'actors'>[]): Set<string> {
  const keys = new Set<string>();
  for (const { actors } of mentions) {
    for (const actor of actors) keys.add(actor.country ?? actor.id ?? actor.name.toLowerCase());
  }
  return keys;
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((key) => b.has(key));

/** Parties of one can be those of the other: no side names somebody whom the other side contradicts. */
function compatible(a: EventCandidate, b: EventCandidate): boolean {
  const [actorsA, actorsB] = [keysOf(a.actors), keysOf(b.actors)];
  const [recipientsA, recipientsB] = [keysOf(a.recipients), keysOf(b.recipients)];
  const free = (x: Set<string>, y: Set<string>): boolean => x.size === 0 || y.size === 0 || meet(x, y);
  if (a.mutual || b.mutual) return meet(new Set([...actorsA, ...recipientsA]), new Set([...actorsB, ...recipientsB]));
  const shared = meet(actorsA, actorsB) || meet(recipientsA, recipientsB);
  return shared && free(actorsA, actorsB) && free(recipientsA, recipientsB);
}

/** Could the first, denied, be the same happening as the second, told? For reports of one article or of two. */
export function sameHappening(denied: EventCandidate, told: EventCandidate): boolean {
  return denied.type === told.type && compatible(denied, told);
}

const isDenied = (report: Report): boolean => report.negated || report.said.some((s) => s.stance === 'denies');

/**
 * Does a report contradict another, rather than only tell what is not (yet, or any longer)? Somebody denies it, or says
 * in plain words that it is not so: "has not supplied", not "must not supply", "will stop supplying" or "no field of trade".
 */
function contradicts(report: Report, trees: ReadonlyMap<number, Tree>, lexicon: SpeechLexicon): boolean {
  if (report.said.some((s) => s.stance === 'denies')) return true;
  const tree = trees.get(report.sentence);
  return (
    report.negated &&
    report.modality === 'actual' &&
    report.said.length > 0 &&
    tree !== undefined &&
    isNot(tree, report.word, lexicon)
  );
}

/** What is planned or possible is denied only as planned or possible; a plain negation, only where both sides are told. */
function isClaimAgainst(denied: Report, told: Report): boolean {
  if (isDenied(told) || (told.modality !== 'actual' && told.modality !== denied.modality)) return false;
  const actors = [keysOf(denied.actors), keysOf(told.actors)] as const;
  return !denied.negated || meet(...actors) || denied.mutual || told.mutual;
}

/** A denying statement whose content holds no report: its words stand against the words around the reports. */
function deniedByWords(statement: Statement, report: Report, tree: Tree, words: ReadonlySet<string>): boolean {
  const speaker = statement.speaker
    ? new Set(statement.speaker.actors.map((a) => a.country ?? a.id ?? a.name.toLowerCase()))
    : new Set<string>();
  const parties = new Set([...keysOf(report.actors), ...keysOf(report.recipients)]);
  if (!meet(speaker, parties)) return false;
  const near = [report.word, ...report.topic, ...(tree.children[report.word] ?? [])];
  return near.some((i) => words.has(tree.words[i]!.lemma));
}

/** Names are left out: whom both speak of is asked apart, and says nothing of what happened. */
const CONTENT_TAGS = new Set(['NOUN', 'VERB']);

function wordsOf(statement: Statement, trees: ReadonlyMap<number, Tree>): Set<string> {
  const found = new Set<string>();
  for (const { from, to, sentence } of statement.content) {
    for (const w of trees.get(sentence)?.words ?? []) {
      if (w.from >= from && w.to <= to && CONTENT_TAGS.has(w.upos)) found.add(w.lemma);
    }
  }
  return found;
}

/** The report that is the act of denying itself, at the statement's cue. */
const atCue = (report: Report, statement: Statement): boolean =>
  report.sentence === statement.sentence &&
  (report.word === statement.cueWord || (report.cue.from < statement.cue.to && statement.cue.from < report.cue.to));

function denialsOf(
  report: Report,
  reports: readonly Report[],
  denying: readonly Statement[],
  trees: ReadonlyMap<number, Tree>,
  lexicon: SpeechLexicon,
): number[] {
  const found = new Set<number>();
  if (contradicts(report, trees, lexicon)) {
    reports.forEach((other, j) => {
      if (other !== report && isClaimAgainst(report, other) && sameHappening(report, other)) found.add(j);
    });
  }
  for (const statement of denying) {
    if (!atCue(report, statement) || !namesSaying(statement, trees, lexicon)) continue;
    // "a claim", "the accusation" name what is denied, and are nothing of it.
    const words = new Set(
      [...wordsOf(statement, trees)].filter((word) => !isIn(lexicon, 'untold', word.toLowerCase())),
    );
    reports.forEach((other, j) => {
      const tree = trees.get(other.sentence);
      const own =
        other === report ||
        !tree ||
        isDenied(other) ||
        ancestors(tree, other.word).some((w) => w.index === report.word && other.sentence === report.sentence);
      if (!own && deniedByWords(statement, other, tree, words)) found.add(j);
    });
  }
  return [...found].sort((a, b) => a - b);
}

/** "refused to withdraw" is a refusal; "rejected the accusation" denies. */
const speaksOfFacts = (statement: Statement, trees: ReadonlyMap<number, Tree>, lexicon: SpeechLexicon): boolean =>
  statement.kind !== 'wants' ||
  isIn(lexicon, 'denies-facts', trees.get(statement.sentence)?.words[statement.cueWord]?.lemma ?? '');

/** "rejects the accusation of spying" denies; "rejects the resignation" refuses what nobody disputes. */
function namesSaying(statement: Statement, trees: ReadonlyMap<number, Tree>, lexicon: SpeechLexicon): boolean {
  const lemma = trees.get(statement.sentence)?.words[statement.cueWord]?.lemma ?? '';
  if (!isIn(lexicon, 'denies-facts', lemma)) return true;
  return [...wordsOf(statement, trees)].some((word) => isIn(lexicon, 'untold', word.toLowerCase()));
}

const saidOf = ({ speaker, cue, direct, stance }: Statement): Said => ({ speaker, cue, direct, stance });

const NAMING = new Set(['NOUN', 'PROPN', 'VERB', 'PRON', 'NUM']);

/** Does a denial only name what it denies ("denied the accusation", "denied it"), so that the words before have to tell it? */
function isUntold({ content }: Statement, trees: ReadonlyMap<number, Tree>, lexicon: SpeechLexicon): boolean {
  const words = content.flatMap(({ from, to, sentence }) =>
    (trees.get(sentence)?.words ?? []).filter((w) => w.from >= from && w.to <= to && NAMING.has(w.upos)),
  );
  return words.length === 1 && isIn(lexicon, 'untold', words[0]!.lemma.toLowerCase());
}

/** How many sentences back a claim may stand that is denied without being told again. */
const NEAR = 2;

/** Index of the report that such a denial answers: the nearest before it that others allege of the one who denies. */
function answeredBy(
  statement: Statement,
  reports: readonly Report[],
  trees: ReadonlyMap<number, Tree>,
  lexicon: SpeechLexicon,
): number | null {
  if (!statement.speaker || !isUntold(statement, trees, lexicon)) return null;
  const denier = new Set(statement.speaker.actors.map((a) => a.country ?? a.id ?? a.name.toLowerCase()));
  for (let i = reports.length - 1; i >= 0; i--) {
    const { cue, sentence, said, actors, negated } = reports[i]!;
    const behind = statement.sentence - sentence;
    const isBefore = behind > 0 || (behind === 0 && cue.to <= statement.cue.from);
    if (!isBefore || behind > NEAR || negated || !meet(keysOf(actors), denier)) continue;
    const others = said.every(({ speaker }) => !speaker || !meet(keysOf([speaker]), denier));
    if (said.length > 0 && others && said.every((one) => one.stance === 'affirms')) return i;
  }
  return null;
}

/** The reports, each denial with the indexes of what it denies in the same article. */
export function linkDenials(
  reports: readonly Report[],
  statements: readonly Statement[],
  trees: readonly Tree[],
  lexicon: SpeechLexicon = speechLexicon(),
): Report[] {
  const bySentence = new Map(trees.map((tree) => [tree.sentence.index, tree]));
  const denying = statements.filter((s) => s.stance === 'denies' && speaksOfFacts(s, bySentence, lexicon));
  const contested = new Map<number, Said[]>();
  for (const statement of denying) {
    const i = answeredBy(statement, reports, bySentence, lexicon);
    if (i !== null) contested.set(i, [...(contested.get(i) ?? []), saidOf(statement)]);
  }
  return reports.map((report, i) => {
    const said = [...report.said, ...(contested.get(i) ?? [])];
    const status = contested.has(i) ? statusOf({ ...report, said }) : report.status;
    return { ...report, said, status, denies: denialsOf(report, reports, denying, bySentence, lexicon) };
  });
}
