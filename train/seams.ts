/**
 * Gaps between tokens, with what is known of them, for train/seams.py; one JSON row a gap.
 *     node --import tsx train/seams.ts gold TREEBANK.conllu… > gaps.jsonl
 *     node --import tsx train/seams.ts news --without TREEBANK.conllu --without … ARTICLES.jsonl… > gaps.jsonl
 * `gold`: documents of treebanks, as they stand, and again with their paragraphs run together.
 * `news`: unlabelled articles, whose lines are taken at their word: as they stand, and again with headlines and lines run together.
 * Articles that share a passage with a document of `--without` are left out.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { boundaries } from '../src/text/boundaries.ts';
import { blocksOf } from '../src/text/paragraphs.ts';
import { EXTRAS, extrasOf, isGap, LEFT, RIGHT, shapeAt, viewOf, wordAt } from '../src/text/seam-features.ts';
import { tokenize } from '../src/text/tokens.ts';

/** A text with the places where its sentences end. */
interface Marked {
  readonly text: string;
  readonly ends: ReadonlySet<number>;
}

/** A small generator of numbers in [0, 1), the same everywhere. */
function randomOf(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface GoldSentence {
  readonly text: string;
  readonly paragraph: boolean;
  readonly space: boolean;
}

/** The documents of a treebank: sentences with their paragraphs and spaces. */
function documentsOf(file: string): GoldSentence[][] {
  const documents: GoldSentence[][] = [];
  for (const block of readFileSync(file, 'utf8').split(/\n\s*\n/)) {
    const lines = block.split('\n');
    const text = lines.find((l) => l.startsWith('# text = '))?.slice(9);
    if (text === undefined) continue;
    if (lines.some((l) => l.startsWith('# newdoc'))) documents.push([]);
    const paragraph = lines.some((l) => /^# new(?:doc|par)(?: id)?\b(?!_)/.test(l));
    const last = lines.filter((l) => /^\d/.test(l)).at(-1) ?? '';
    documents.at(-1)!.push({ text: text.trim(), paragraph, space: !/SpaceAfter=No/.test(last) });
  }
  return documents;
}

/** Sentences in one text; paragraphs divided by an empty line, or by a space where `joined` says so. */
function glue(sentences: readonly GoldSentence[], joined: () => boolean): Marked {
  let text = '';
  const ends = new Set<number>();
  sentences.forEach(({ text: sentence, paragraph }, i) => {
    if (i > 0) text += paragraph ? (joined() ? ' ' : '\n\n') : sentences[i - 1]!.space ? ' ' : '';
    text += sentence;
    ends.add(text.length);
  });
  return { text, ends };
}

function writeGaps({ text, ends }: Marked, kind: string): void {
  const extras = new Uint8Array(EXTRAS.length);
  for (const block of blocksOf(text)) {
    const tokens = tokenize(text, block.from, block.to);
    if (!tokens.length) continue;
    const view = viewOf(tokens, boundaries(tokens));
    for (let at = 1; at < tokens.length; at++) {
      if (!isGap(view, at)) continue;
      extrasOf(view, at, extras);
      const places = Array.from({ length: LEFT + RIGHT }, (_, k) => at - LEFT + k);
      const row = {
        kind,
        words: places.map((p) => wordAt(view, p)),
        shapes: places.map((p) => shapeAt(view, p)),
        extras: [...extras],
        end: ends.has(tokens[at - 1]!.to) ? 1 : 0,
      };
      process.stdout.write(`${JSON.stringify(row)}\n`);
    }
  }
}

function writeGold(files: readonly string[]): void {
  const random = randomOf(11);
  for (const file of files) {
    const kind = /gum/.test(file) ? 'gum' : 'ewt';
    for (const document of documentsOf(file)) {
      writeGaps(glue(document, () => false), kind);
      writeGaps(glue(document, () => random() < 0.5), `${kind}-joined`);
      for (const sentence of document) writeGaps(glue([sentence], () => false), `${kind}-single`);
    }
  }
}

const PASSAGE = 10;

function passagesOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return words.slice(PASSAGE - 1).map((_, i) => words.slice(i, i + PASSAGE).join(' '));
}

/** The sentences of a line, as gold: each piece that the rules see. */
function piecesOf(line: string): GoldSentence[] {
  const tokens = tokenize(line, 0, line.length);
  let start = 0;
  return boundaries(tokens).map((end) => {
    const [from, to] = [tokens[start]!.from, tokens[end - 1]!.to];
    const piece = { text: line.slice(from, to), paragraph: start === 0, space: /^\s/.test(line.slice(to)) };
    start = end;
    return piece;
  });
}

/** Now and then a line loses its stop, as captions have none. */
const withoutStop = (sentence: GoldSentence, random: () => number): GoldSentence =>
  random() < 0.1 ? { ...sentence, text: sentence.text.replace(/(?<=[\p{L}\d])\.$/u, ''), space: true } : sentence;

interface Row {
  readonly text?: string;
  readonly title?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly category?: string;
  readonly topic?: readonly string[];
  readonly sources?: readonly string[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function dayOf(date: string, random: () => number): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[month! - 1]!;
  return random() < 0.7 ? `${name} ${day}, ${year}` : `${day} ${name} ${year}`;
}

/** What lists under an article are made of, gathered from the rows. */
interface Pools {
  readonly titles: string[];
  readonly publishers: string[];
  readonly labels: string[];
  readonly topics: string[];
  readonly days: string[];
}

const HEADS = [
  ...['Sources', 'Source', 'References', 'Related news', 'Related stories', 'Related articles', 'More on this story', 'Tags', 'Categories'],
  ...['Topics', 'See also', 'External links', 'Sources:', 'Tags:', 'Filed under', 'Notes', 'Further reading', 'News sources'],
];

/** Names of fields, each of which begins a line. */
const FIELDS = [
  ...['Source', 'Sources', 'Category', 'Categories', 'Tags', 'Topic', 'Topics', 'Section', 'Author', 'Authors', 'Date', 'Published', 'Updated', 'Location'],
  ...['Place', 'Country', 'Region', 'Language', 'Image', 'Photo', 'Video', 'Credit', 'Editor', 'Contact', 'Keywords', 'Subject', 'Related', 'Posted in', 'Filed under'],
];

/** What sites put between the list and the labels. */
const FURNITURE = [
  ...['Share this article', 'Share this', 'Print this page', 'Email this story', 'Correct an error', 'Report a mistake', 'Have an opinion on this story?'],
  ...['Share it!', 'Read more', 'Comments', 'Leave a comment', 'Back to top', 'Next story', 'Previous story', 'Subscribe', 'Sign in', 'Advertisement'],
  ...['Follow us', 'Last updated', 'Published', 'Archived', 'Edited by the desk', 'Written by our correspondent', 'Copyright', 'Terms of use'],
];

/** Lines as they stand under articles: a head, entries of a reading list in one manner, labels. */
function endMatter(pools: Pools, random: () => number): string[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const manner = Math.floor(random() * 12);
  const entry = (): string => {
    const [title, publisher, day] = [pick(pools.titles), pick(pools.publishers), pick(pools.days)];
    return [
      `"${title}" — ${publisher}, ${day}`,
      `${pick(pools.publishers)}. "${title}" — ${publisher}, ${day}`,
      `"${title}" — ${publisher}`,
      `“${title}” ${publisher}, ${day}`,
      `${title} (${publisher})`,
      `${title} - ${publisher}, ${day}`,
      `${title}, ${publisher}, ${day}`,
      `${publisher}: ${title}`,
      `${publisher} "${title}"`,
      `${title} ${day}`,
      `${day}: ${title}`,
      title,
    ][manner]!;
  };
  const many = (most: number, make: () => string): string[] => Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const head = (): string[] => (random() < 0.5 ? [pick(HEADS)] : []);
  const furniture = (): string[] => (random() < 0.3 ? many(3, () => pick(FURNITURE)) : []);
  const label = (): string => pick(random() < 0.85 ? pools.labels : pools.topics);
  const field = (): string => `${pick(FIELDS)}: ${pick([pools.publishers, pools.labels, pools.days, pools.titles][Math.floor(random() * 4)]!)}`;
  if (random() < 0.2) return [...furniture(), ...many(6, field), ...furniture()];
  if (random() < 0.1) return ['Sources', ...many(5, () => pick(pools.publishers)), 'Categories', ...many(6, label)];
  return [...furniture(), ...head(), ...many(4, entry), ...furniture(), ...head(), ...many(7, label), ...furniture()];
}

const asLine = (text: string): GoldSentence => ({ text, paragraph: true, space: true });

function readRows(files: readonly string[], kept: ReadonlySet<string>): Row[] {
  return files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Row)
    .filter((row) => !passagesOf(`${row.title ?? ''} ${row.text ?? ''}`).some((p) => kept.has(p)));
}

const beside = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const linesOf = (path: string): string[] => beside(path).split('\n').filter((l) => l && !l.startsWith('#'));

/** Names of states, as topics. */
const countries = (): string[] =>
  linesOf('../lexicon/actors/countries.tsv').slice(1).map((l) => l.split('\t')[1]!).filter((name) => /^[A-Z][A-Za-z ]+$/.test(name));

function poolsOf(rows: readonly Row[]): Pools {
  const several = (values: readonly (string | undefined)[]): string[] => [...new Set(values.filter((v) => v?.trim()))].map((v) => v!.trim());
  return {
    titles: several(rows.map((r) => r.title)),
    publishers: several(rows.flatMap((r) => [r.publisher, ...(r.sources ?? [])])),
    labels: [...linesOf('labels.txt'), ...countries()],
    topics: several(rows.flatMap((r) => [r.category, ...(r.topic ?? []).map((t) => t.replace(/:$/, ''))])),
    days: several(rows.map((r, i) => r.date && dayOf(r.date, randomOf(i)))),
  };
}

function writeNews(files: readonly string[], without: readonly string[]): void {
  const random = randomOf(12);
  const kept = new Set(without.flatMap((f) => documentsOf(f)).flatMap((d) => passagesOf(d.map((s) => s.text).join(' '))));
  const rows = readRows(files, kept);
  const pools = poolsOf(rows);
  for (const { title, text = '' } of rows) {
    const paragraphs = text.split(/\n+/).filter((l) => l.trim()).map((l) => piecesOf(l.trim()));
    const head = title ? [asLine(title.trim())] : [];
    writeGaps(glue([...head, ...paragraphs.flat()], () => false), 'news');
    // The same lines run together: now and then another headline, the headline, and the first paragraphs.
    const older = random() < 0.3 ? [asLine(pools.titles[Math.floor(random() * pools.titles.length)]!)] : [];
    const first = paragraphs.slice(0, 4).flat().map((s) => withoutStop(s, random));
    writeGaps(glue([...older, ...head, ...first], () => random() < 0.7), 'news-joined');
    if (random() < (title ? 0.8 : 0.3)) {
      // Now and then the next article follows at once.
      const behind = random() < 0.3 ? (paragraphs[0] ?? []) : [];
      const last = [...(paragraphs.at(-1) ?? []), ...endMatter(pools, random).map(asLine), ...behind];
      const loose = random() < 0.8;
      writeGaps(glue(last, () => loose), 'news-end');
    }
  }
}

const { values, positionals } = parseArgs({
  options: { without: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const [what, ...files] = positionals;
if (what === 'gold') writeGold(files);
else if (what === 'news') writeNews(files, values.without);
else throw new Error('seams.ts gold|news FILES');
