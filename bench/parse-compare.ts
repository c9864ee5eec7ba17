/**
 * Tags and speed of the parser beside wink-nlp's tagger, on the same text in the same run.
 *     node --import tsx bench/parse-compare.ts TREEBANK.conllu ARTICLES.jsonl [ARTICLES]
 *
 * A tag is right where a word with the same place in the text has the treebank's tag. Speed is processor time of this one
 * thread after a first pass over the same text; wink-nlp gives tags and lemmas, the parser also heads and relations.
 */
import { readFileSync } from 'node:fs';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { loadParserFromPackage } from '../src/parse/load.ts';
import { splitSentences } from '../src/text/index.ts';

interface Tagged {
  readonly at: string;
  readonly tag: string;
}

type Tagger = (text: string) => Tagged[];

const wink = winkNLP(model, ['sbd', 'pos']);
const parser = loadParserFromPackage();

const articleOf = (text: string) => ({ id: '', date: null, title: null, text });

const ours: Tagger = (text) =>
  parser
    .parse(splitSentences(articleOf(text)))
    .flatMap((tree) => tree.words.map((w) => ({ at: `${w.from}:${w.to}`, tag: w.upos })));

const theirs: Tagger = (text) => {
  const doc = wink.readDoc(text);
  const forms = doc.tokens().out(wink.its.value) as string[];
  const tags = doc.tokens().out(wink.its.pos) as string[];
  let end = 0;
  return forms.map((form, i) => {
    const from = text.indexOf(form, end);
    end = from < 0 ? end : from + form.length;
    return { at: `${from}:${end}`, tag: tags[i]! };
  });
};

interface Gold {
  readonly text: string;
  readonly words: readonly Tagged[];
}

/** Words of a treebank that stand in the text as they are; parts of contractions are found in order too. */
function readGold(path: string): Gold[] {
  return readFileSync(path, 'utf8')
    .split('\n\n')
    .filter((block) => block.trim())
    .map((block) => {
      const lines = block.split('\n');
      const text = lines.find((l) => l.startsWith('# text = '))?.slice(9) ?? '';
      const rows = lines.map((l) => l.split('\t')).filter((c) => c.length === 10 && /^\d+$/.test(c[0]!));
      let end = 0;
      const words = rows.map((c) => {
        const from = text.indexOf(c[1]!, end);
        end = from < 0 ? end : from + c[1]!.length;
        return { at: `${from}:${end}`, tag: c[3]! };
      });
      return { text, words };
    });
}

function accuracy(tagger: Tagger, gold: readonly Gold[]): number {
  let [right, given, wanted] = [0, 0, 0];
  for (const { text, words } of gold) {
    const tags = tagger(text);
    const by = new Map(tags.map((t) => [t.at, t.tag]));
    right += words.filter((w) => by.get(w.at) === w.tag).length;
    given += tags.length;
    wanted += words.length;
  }
  return (200 * right) / (given + wanted);
}

function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const [treebank, articles, many = '150'] = process.argv.slice(2);
if (!treebank || !articles) throw new Error('usage: parse-compare.ts TREEBANK.conllu ARTICLES.jsonl [ARTICLES]');
const gold = readGold(treebank);
const texts = readFileSync(articles, 'utf8')
  .split('\n')
  .filter((line) => line.trim())
  .slice(0, Number(many))
  .map((line) => (JSON.parse(line) as { text: string }).text);
const sentences = texts.reduce((sum, text) => sum + splitSentences(articleOf(text)).length, 0);

const out = ['| | UPOS F1, raw sentences | sentences a second of processor time |', '|---|---|---|'];
for (const [name, tagger] of [
  ['dragoman (tags, lemmas, trees)', ours],
  ['wink-nlp (tags)', theirs],
] as const) {
  const pass = () => {
    for (const text of texts) tagger(text);
  };
  pass();
  const speed = sentences / (milliseconds(pass) / 1000);
  out.push(`| ${name} | ${accuracy(tagger, gold).toFixed(1)} | ${speed.toFixed(0)} |`);
}
process.stdout.write(`${out.join('\n')}\n`);
