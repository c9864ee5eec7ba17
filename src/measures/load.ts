/** Reads `lexicon/measures`. Only Node. */
import { readFileSync } from 'node:fs';
import { KnowledgeError } from '../errors.ts';
import type { Ban, Flow, GoodsWord, Measure, Measures, Membership } from './measures.ts';

const FOLDER = new URL('../../lexicon/measures/', import.meta.url);

function table(name: string): string[][] {
  const [, ...lines] = readFileSync(new URL(name, FOLDER), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

function readBans(): Map<string, Ban> {
  return new Map(
    table('bans.tsv').map(([name, goods, direction, words]) => {
      if (!['to', 'from', 'both'].includes(direction ?? ''))
        throw new KnowledgeError('M101', `bans.tsv: direction of "${name}" is "${direction}"`);
      return [name!, { goods: goods!.split(' '), direction: direction as Flow, words: words! }];
    }),
  );
}

function readGoods(): Map<string, GoodsWord[]> {
  const byWord = new Map<string, GoodsWord[]>();
  for (const [goods, words, onlyWith] of table('goods.tsv')) {
    const entry = { goods: goods!, onlyWith: onlyWith ? onlyWith.split(' ') : [] };
    for (const word of words!.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
  }
  return byWord;
}

function readMembers(): Map<string, Membership[]> {
  const byBody = new Map<string, Membership[]>();
  for (const [body, country, since, until] of table('bound.tsv')) {
    byBody.set(body!, [...(byBody.get(body!) ?? []), { country: country!, since: since!, until: until || null }]);
  }
  return byBody;
}

function readAll(): Measure[] {
  const lines = readFileSync(new URL('measures.jsonl', FOLDER), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Measure);
}

/** The measures of the package. Throws KnowledgeError where the lexicon is broken. */
export function loadMeasures(): Measures {
  const all = readAll();
  const purchases = new Set(table('purchase.tsv').map(([word]) => word!));
  return {
    all,
    byId: new Map(all.map((m) => [m.id, m])),
    bans: readBans(),
    goods: readGoods(),
    beside: new Set(table('beside.tsv').map(([word]) => word!)),
    names: new Map(table('names.tsv').map(([code, name]) => [code!, name!])),
    purchases,
    members: readMembers(),
  };
}
