import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActorData, NameRow, Term } from './data.ts';
import { Known } from './known.ts';

const person = (id: string, name: string) =>
  ({ id, name, kind: 'person', country: 'ATL', sector: null, source: 'a list' }) as const;
const ENTRIES = [
  { id: 'ATL', name: 'Atlantis', kind: 'country', country: 'ATL', sector: 'GOV', source: 'a list' },
  person('per:ada-roe', 'Ada Roe'),
  person('per:ben-moe', 'Ben Moe'),
  person('per:benjamin-j-moe', 'Benjamin J. MOE'),
] as const;

const term = (entry: number, office: string, officeClass: string, since: string, until: string | null): Term => ({
  ...{ entry, office, officeClass, since, until },
  ...{ sector: 'GOV', country: 'ATL' },
});
const TERMS = [
  term(1, 'Foreign Minister', 'FM', '2001-01-01', '2004-12-31'),
  term(1, 'Minister of Foreign Affairs', 'FM', '2001-02-01', '2005-01-20'),
  term(1, 'President', 'HOS', '2010-05-01', '2014-05-01'),
  term(1, 'President', 'HOG', '2014-04-28', null),
  term(2, 'Prime Minister', 'HOG', '2012-01-01', '2013-01-01'),
  term(3, 'Prime Minister', 'HOG', '2012-01-03', '2013-01-01'),
  term(2, 'Deputy Prime Minister', 'HOG', '2013-01-01', null),
];
const NAMES: NameRow[] = [
  ['atlantis', 'country', 0, 0],
  ['coral court', 'metonym', 0, 0],
  ['south reef', 'city', 0, 0],
  ['ada roe', 'person', 1, 0],
];
const known = new Known({ entries: ENTRIES, terms: TERMS, names: NAMES, words: {} } satisfies ActorData);

test('terms that two sources tell of are one, under the fuller title, over the whole time; the latest first', () => {
  assert.deepEqual(
    known.offices('per:ada-roe').map(({ office, from, to }) => [office, from, to]),
    [
      ['President', '2010-05-01', null],
      ['Minister of Foreign Affairs', '2001-01-01', '2005-01-20'],
    ],
  );
  assert.deepEqual(known.offices('per:nobody'), []);
});

test('a term has its own source; one that two sources tell of has both', () => {
  const terms = [
    { ...term(1, 'Foreign Minister', 'FM', '2001-01-01', '2004-12-31'), source: 'one list' },
    { ...term(1, 'Minister of Foreign Affairs', 'FM', '2001-02-01', '2005-01-20'), source: 'another' },
    { ...term(1, 'President', 'HOS', '2010-05-01', '2014-05-01'), source: 'another' },
    term(1, 'Envoy', 'ENV', '2020-01-01', null),
  ];
  const one = new Known({ entries: ENTRIES, terms, names: NAMES, words: {} });
  assert.deepEqual(
    one.offices('per:ada-roe').map(({ office, source }) => [office, source]),
    [
      ['Envoy', ENTRIES[1]!.source],
      ['President', 'another'],
      ['Minister of Foreign Affairs', 'one list; another'],
    ],
  );
});

test('who led a state between two days, without deputies, nobody twice', () => {
  const between = (from: string, to: string) =>
    known.holders('ATL', from, to).map(({ name, office }) => `${name}: ${office}`);
  assert.deepEqual(between('2012-06-01', '2020-01-01'), ['Ada Roe: President', 'Ben Moe: Prime Minister']);
  assert.deepEqual(between('2006-01-01', '2009-01-01'), []);
  assert.deepEqual(between('2004-06-01', '2004-07-01'), ['Ada Roe: Minister of Foreign Affairs']);
});

test('names of the whole and of a person; no part of a state, no phrase', () => {
  assert.deepEqual(known.names('ATL', ['the Coral Court', 'South Reef', 'Atlantis']), ['the Coral Court', 'Atlantis']);
  assert.deepEqual(known.names('per:ada-roe', ['Ada Mary Roe', 'Comrade Ada Roe', 'Roe and friends', 'Ada Roe']), [
    'Ada Mary Roe',
    'Ada Roe',
  ]);
});
