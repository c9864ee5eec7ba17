/**
 * Silver predicates for train/judge.py: what the lexicon says of each predicate of unlabelled news, and of its own examples.
 *     node --import tsx train/judge-data.ts [--without CASES.jsonl]… ARTICLES.jsonl… > predicates.jsonl
 * `--without`: sentences of this file are left out (cases that the program is measured on).
 */
import { readFileSync } from 'node:fs';
import { attempts } from '../src/events/find.ts';
import { findEvents } from '../src/events/index.ts';
import { mentionsOf, readMarked, treeWithCue } from '../src/events/marked.ts';
import { readWrittenLexicon } from '../src/events/written.ts';
import { findMentions } from '../src/mentions/index.ts';
import type { Mention, Tree } from '../src/nouns.ts';
import { splitSentences } from '../src/text/index.ts';
import { loadTools } from '../src/tools.ts';
import { byHead, featuresOf, knownTypes } from './judge-features.ts';

const tools = loadTools();
const { sensesOf } = tools.events;
const files: string[] = [];
const without = new Set<string>();
const key = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, ' ').trim().slice(0, 80);

const args = process.argv.slice(2);
for (let i = 0; i < args.length; i++) {
  if (args[i] !== '--without') files.push(args[i]!);
  else
    for (const line of readFileSync(args[++i]!, 'utf8').trim().split('\n'))
      for (const { from, to } of splitSentences({ id: '', date: null, title: null, text: JSON.parse(line).text }))
        without.add(key(JSON.parse(line).text.slice(from, to)));
}

interface Label {
  readonly y: string;
  /** How sure the lexicon is: its report's confidence, 1 for none. */
  readonly sure: number;
  readonly rule: string | null;
}

function write(source: string, tree: Tree, mentions: readonly Mention[], labels: ReadonlyMap<number, Label>): void {
  const whoAt = byHead(mentions);
  for (const [word, label] of labels) {
    const { lemma, upos } = tree.words[word]!;
    const known = knownTypes(sensesOf, upos, lemma);
    const f = featuresOf({ tree, word, whoAt, known });
    process.stdout.write(`${JSON.stringify({ source, lemma: lemma.toLowerCase(), upos, ...label, known, f })}\n`);
  }
}

/** Reports by their word, and predicates that tell nothing; what another event took in is neither. */
function labelsOf(tree: Tree, mentions: readonly Mention[]): Map<number, Label> {
  const labels = new Map<number, Label>();
  const tried = new Map(attempts(tree, mentions, tools.events).map((a) => [a.word, a]));
  const found = findEvents(tree, mentions, tools.events);
  for (const e of found) labels.set(e.word, { y: e.type, sure: e.confidence, rule: e.rule });
  for (const w of tree.words) {
    if (!['VERB', 'NOUN'].includes(w.upos) || tried.get(w.index)?.match || tried.get(w.index)?.light === 'ends') continue;
    if (found.some((e) => e.cue.from <= w.from && w.to <= e.cue.to)) continue;
    labels.set(w.index, { y: 'none', sure: 1, rule: null });
  }
  return labels;
}

const seen = new Set<string>();
for (const file of files) {
  const name = file.split('/').at(-1)!.replace(/\..*/, '') + (file.includes('kcna') ? 'kcna' : '');
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const row = JSON.parse(line) as { text?: string; title?: string; date?: string };
    const article = { id: '', date: row.date ?? null, title: row.title ?? null, text: row.text ?? '' };
    const trees = tools.parser.parse(splitSentences(article));
    const mentions = findMentions(article, trees, tools.actors);
    for (const tree of trees) {
      const { kind, part, from, to, index } = tree.sentence;
      const k = key((part === 'title' ? article.title! : article.text).slice(from, to));
      if (!['headline', 'prose', 'list'].includes(kind) || without.has(k) || seen.has(k)) continue;
      seen.add(k);
      const own = mentions.filter((m) => m.sentence === index);
      if (own.length) write(name, tree, own, labelsOf(tree, own));
    }
  }
}

for (const { marked: text, match, type, rule } of readWrittenLexicon().examples) {
  const marked = readMarked(text);
  const tree = treeWithCue(tools.parser.parse(splitSentences({ id: 'x', date: null, title: null, text: `${marked.text}.` })), marked);
  const cue = marked.marks.find((m) => m.role === 'cue')!;
  if (!tree) continue;
  const mentions = mentionsOf(tree, marked, tools.events);
  const word = tree.words.find((w) => w.from >= cue.from && w.to <= cue.to && ['VERB', 'NOUN', 'ADJ'].includes(w.upos));
  if (!word) continue;
  const found = findEvents(tree, mentions, tools.events).some((e) => e.word === word.index);
  if (match || !found) write('examples', tree, mentions, new Map([[word.index, { y: match ? type : 'none', sure: 1, rule }]]));
}
