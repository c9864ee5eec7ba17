/**
 * Codings of real articles, for filling a record: codes articles once and keeps what the record needs of the codings,
 * a line each; then gives as many as are wanted, shifted in time and with other words, in the order of their days.
 *
 *     node --import tsx bench/record-real.ts --out CODINGS.jsonl ARTICLES.jsonl…
 */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Article, Coding, Tree } from '../src/nouns.ts';
import { code } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

/** A tree with only what a report's topic asks for. */
function thinTree(tree: Tree): object {
  const words = tree.words.map(({ index, upos, lemma, deprel }) => ({ index, upos, lemma, deprel }));
  return { sentence: { index: tree.sentence.index }, words, children: tree.children };
}

/** A coding without what the record does not keep. */
function thin(coding: Coding): object {
  const telling = new Set(coding.reports.map(({ sentence }) => sentence));
  return {
    ...coding,
    dates: [],
    trees: coding.trees.filter((tree) => telling.has(tree.sentence.index)).map(thinTree),
    sentences: coding.sentences.map((sentence) => ({ ...sentence, tokens: [] })),
    reports: coding.reports.map((report) => ({ ...report, trace: null, steps: [] })),
  };
}

async function keep(out: string, paths: readonly string[]): Promise<void> {
  const tools = loadTools();
  const stream = createWriteStream(out);
  for (const path of paths) {
    const articles = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    for (const line of articles) {
      const { id, date = null, title = null, text, url = null, publisher = null } = JSON.parse(line);
      const article: Article = { id, date, title, text, url, publisher };
      if (!stream.write(`${JSON.stringify(thin(code(article, tools)))}\n`))
        await new Promise((resolve) => stream.once('drain', resolve));
    }
  }
  stream.end();
  await finished(stream);
}

const DAY_MS = 86_400_000;
const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Days between two rounds of the same articles: far enough that they are neither copies nor of one event. */
const ROUND_DAYS = 331;
const LOWER = /(?<![\p{L}\p{N}])\p{Ll}{4,12}(?![\p{L}\p{N}])/gu;

/** Words of the texts by their length: what other words are drawn from. */
function poolOf(texts: Iterable<string>): Map<number, string[]> {
  const pool = new Map<number, Set<string>>();
  for (const text of texts)
    for (const [word] of text.matchAll(LOWER)) pool.set(word.length, (pool.get(word.length) ?? new Set()).add(word));
  return new Map([...pool].map(([length, words]) => [length, [...words].sort()]));
}

function hash(word: string, round: number): number {
  let h = 0x811c9dc5 ^ Math.imul(round, 0x9e3779b9);
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Half of the common words become others of the same length, the same ones throughout a round. */
function otherWords(text: string, round: number, pool: ReadonlyMap<number, readonly string[]>): string {
  return text.replace(LOWER, (word) => {
    const h = hash(word, round);
    const words = pool.get(word.length);
    return h % 2 || !words ? word : words[(h >>> 1) % words.length]!;
  });
}

function moved(coding: Coding, round: number, pool: ReadonlyMap<number, readonly string[]>): Coding {
  if (round === 0) return coding;
  const days = round * ROUND_DAYS;
  const { article } = coding;
  return {
    ...coding,
    article: {
      ...article,
      id: `${article.id}-${round}`,
      date: article.date && shift(article.date, days),
      text: otherWords(article.text, round, pool),
    },
    reports: coding.reports.map((report) => ({
      ...report,
      when: report.when && { ...report.when, from: shift(report.when.from, days), to: shift(report.when.to, days) },
    })),
  };
}

/** So many codings out of a file of kept ones, oldest first. */
export async function* realCodings(path: string, most: number): AsyncGenerator<Coding> {
  const kept: string[] = [];
  const days: string[] = [];
  const texts: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    const { article } = JSON.parse(line) as Coding;
    kept.push(line);
    days.push(article.date ?? '0000-01-01');
    texts.push(article.text);
  }
  const pool = poolOf(texts);
  const places = Array.from({ length: most }, (_, n) => ({ at: n % kept.length, round: Math.floor(n / kept.length) }));
  const keyed = places.map((place) => ({
    ...place,
    day: Date.parse(days[place.at]!) / DAY_MS + place.round * ROUND_DAYS,
  }));
  keyed.sort((a, b) => a.day - b.day || a.at - b.at);
  for (const { at, round } of keyed) yield moved(JSON.parse(kept[at]!) as Coding, round, pool);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
  if (!values.out || !positionals.length) throw new Error('name --out FILE and files of articles (JSON Lines)');
  await keep(values.out, positionals);
}
