import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article, Reality } from '../nouns.ts';
import { loadParserFromPackage } from '../parse/load.ts';
import { splitSentences } from '../text/index.ts';
import { findDates, whenOf } from './index.ts';

const parser = loadParserFromPackage();

const ACTUAL: Reality = { modality: 'actual', negated: false, historical: false, said: [], steps: [] };

/** The days of the predicate between stars: "from..to", "implied" where nothing says so, "none". Dated 2024-05-15, a Wednesday. */
function daysOfPredicate(marked: string, modality: Reality['modality'] = 'actual'): string {
  const at = marked.indexOf('*');
  const text = marked.replaceAll('*', '');
  const article: Article = { id: 'a', date: '2024-05-15', title: null, text };
  const sentences = splitSentences(article);
  const trees = parser.parse(sentences);
  const dates = findDates(article, sentences);
  const tree = trees.find((t) => t.sentence.from <= at && at < t.sentence.to)!;
  const word = tree.words.find((w) => w.from === at)!;
  const when = whenOf(tree, word.index, dates, article, { ...ACTUAL, modality });
  if (!when) return 'none';
  return when.implied ? 'implied' : `${when.from}..${when.to}`;
}

const CASES: readonly (readonly [string, string, Reality['modality']?])[] = [
  ['The army *shelled* the port on Monday.', '2024-05-13..2024-05-13'],
  ['The envoys will *meet* on Friday.', '2024-05-17..2024-05-17', 'future'],
  ['On Saturday, gunmen *attacked* a convoy.', '2024-05-11..2024-05-11'],
  ['Drones *struck* the refinery overnight.', '2024-05-15..2024-05-15'],
  ['The bank *sold* the bonds in the first quarter.', '2024-01-01..2024-03-31'],
  ['The province *rebelled* in the 1970s.', '1970-01-01..1979-12-31'],
  ['The ministers *met* from May 3 to May 5 in Oslo.', '2024-05-03..2024-05-05'],
  ['The ministers *met* on May 3–5 in Oslo.', '2024-05-03..2024-05-05'],
  ['The ministers *met* on May 3-5, 2021, in Oslo.', '2021-05-03..2021-05-05'],
  ['Floods *hit* the coast between 11 and 14 May.', '2024-05-11..2024-05-14'],
  ['The two sides *talked* on 3 and 4 May.', '2024-05-03..2024-05-04'],
  ['Rebels *attacked* on May 3 and 20 died.', '2024-05-03..2024-05-03'],
  ['Police *arrested* ten students between Monday and Wednesday.', '2024-05-13..2024-05-15'],
  ['The talks *collapsed* two weeks ago.', '2024-04-29..2024-05-05'],
  // each clause its own date
  ['Kenya *deployed* troops this month after gangs attacked a prison in March.', '2024-05-01..2024-05-31'],
  ['Kenya deployed troops this month after gangs *attacked* a prison in March.', '2024-03-01..2024-03-31'],
  ['Turkey *invaded* the island in 1974, the minister said on Monday.', '1974-01-01..1974-12-31'],
  ['The minister said on Monday that the army had *withdrawn* on Sunday.', '2024-05-12..2024-05-12'],
  // dates that only bound the event
  ['The army will *hold* the town until Friday.', 'none', 'future'],
  // nothing said
  ['The army has *seized* the port.', 'implied'],
  ['The army will *seize* the port.', 'none', 'future'],
];

for (const [marked, wanted, modality] of CASES)
  test(`${wanted}: ${marked}`, () => assert.equal(daysOfPredicate(marked, modality), wanted));
