import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { Actor } from '../nouns.ts';
import { checkActors } from './check.ts';
import { readHolders } from './holders.ts';
import { loadActors } from './index.ts';
import { loadActorsFromPackage } from './load.ts';
import { readUserEntries } from './user.ts';

const index = loadActorsFromPackage();
const FOLDER = new URL('../../lexicon/actors/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

const told = (a: Actor) => `${a.country ?? '-'} ${a.sector ?? '-'}`;
const who = (phrase: string, date = '2023-06-01', context?: string) =>
  index.who(phrase, date, context).map(told).join(' + ');

/** Phrase, day, what it is: country and sector, "+" between several. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['the Kremlin', '2023-01-01', 'RUS GOV'],
  ['Norway', '2023-01-01', 'NOR -'],
  ['U.S. officials', '2023-01-01', 'USA GOV'],
  ['Moldovan Foreign Minister', '2023-01-01', 'MDA GOV'],
  ['the foreign ministry of Peru', '2023-01-01', 'PER GOV'],
  ["Chad's army", '2023-01-01', 'TCD MIL'],
  ['riot police in Caracas', '2023-01-01', 'VEN COP'],
  ['Tamil rebels', '2005-01-01', 'LKA REB'],
  ['unidentified gunmen', '2023-01-01', '- UAF'],
  ['former Portuguese prime minister', '2023-01-01', 'PRT ELI'],
  ['Swedish and Finnish soldiers', '2023-01-01', 'SWE MIL + FIN MIL'],
  ['the presidents of Chile and Peru', '2023-01-01', 'CHL GOV + PER GOV'],
  ['US-backed rebels', '2023-01-01', '- REB'],
  ['Seoul', '2023-01-01', 'KOR GOV'],
  ['Angela Merkel', '2015-01-01', 'DEU GOV'],
  ['Angela Merkel', '2023-01-01', 'DEU ELI'],
  ['Merkel', '2015-01-01', 'DEU GOV'],
  ['Chancellor Merkel', '2015-01-01', 'DEU GOV'],
  ['Moamer Kadhafi', '2010-01-01', 'LBY GOV'],
  ['the Taliban', '2015-01-01', 'AFG REB'],
  ['the Taliban', '2023-01-01', 'AFG GOV'],
  ['Kofi Annan', '2001-01-01', '- IGO'],
  ["People's Republic of China", '2023-01-01', 'CHN -'],
  ['president of the Kenyan miners union', '2023-01-01', 'KEN LAB'],
  ['a former CIA officer', '2023-01-01', 'USA ELI'],
  ['ethnic Albanians in Hungary', '2023-01-01', 'HUN CVL'],
  ["Latvia's Wilma Quistorp", '2023-01-01', 'LVA -'],
  ['Russian President Boris Yeltsin', '2005-01-01', 'RUS GOV'],
  ['former Russian President Boris Yeltsin', '2005-01-01', 'RUS ELI'],
  ['French President Putin', '2023-01-01', 'FRA GOV'],
  ['UN soldiers', '2023-01-01', '- MIL'],
  ['the Norwegian ambassador to the United Nations', '2023-01-01', 'NOR GOV'],
  ['Ukrainian forces', '2023-01-01', 'UKR MIL'],
  ['Hezbollah fighters', '2023-01-01', 'LBN REB'],
];

test('phrases are the actors they name', () => {
  for (const [phrase, date, expected] of CASES) assert.equal(who(phrase, date), expected, `${phrase} at ${date}`);
});

test('words and unknown names are nobody of note', () => {
  for (const phrase of ['yesterday', 'a ball of string', 'Wilma Quistorp'])
    assert.ok(
      index.who(phrase, '2023-01-01').every((a) => !a.country && !a.sector && !a.id),
      phrase,
    );
});

test('the words around lend the state', () =>
  assert.equal(who('Interior Minister', '2023-01-01', 'Ecuadorian'), 'ECU GOV'));

test('a name within a longer unknown name is not found alone', () =>
  assert.equal(index.who('David Quistorp', '2023-01-01')[0]?.country ?? null, null));

test('a reason is given', () => assert.match(index.who('Kofi Annan', '2001-01-01')[0]!.because!, /Secretary-General/));

test("a user's entries win, and tell their code", () => {
  const user = readUserEntries(
    [{ code: 'BLUEPTY', names: ['Blue_Party'], sector: 'PTY', country: 'NOR' }],
    'test',
    false,
  );
  const own = loadActors({ entries: [], names: [], terms: [], words: {} }, user);
  const [actor] = own.who('Blue Party', null);
  assert.deepEqual([actor?.code, actor?.country, actor?.sector], ['BLUEPTY', 'NOR', 'PTY']);
  assert.throws(() => readUserEntries([{ names: [] }], 'x.json', false), /x\.json, entry 1: "names"/);
  assert.deepEqual(readUserEntries([{ names: [] }], 'x.json', false, true), [{ names: [] }]);
});

test("a user's name of one word stands beside other words", () => {
  const folder = mkdtempSync(join(tmpdir(), 'actors-'));
  writeFileSync(join(folder, 'mine.json'), JSON.stringify([{ code: 'NRL', names: ['Norlundish'] }]));
  const own = loadActorsFromPackage({ actors: [join(folder, 'mine.json')] });
  rmSync(folder, { recursive: true });
  for (const phrase of [
    'Three Norlundish sailors',
    'Armed Norlundish',
    'Former Norlundish Prime Minister Ada Quistorp',
  ])
    assert.equal(own.who(phrase, null)[0]?.code, 'NRL', phrase);
});

test('names of one word of a user are told as names that are well known', () => {
  const words = { 'familiar-state': ['chad'], 'familiar-adjective': ['chadian'], 'familiar-people': ['chadians'] };
  const user = readUserEntries(
    [
      { code: 'MRV', names: ['Marovia', 'Marovian', 'Marovians', 'Tesk', 'Lower Marovia'] },
      { code: 'XYZ', names: ['Quistorp'], kind: 'person' },
    ],
    'test',
    false,
  );
  const { familiar } = loadActors({ entries: [], names: [], terms: [], words }, user);
  assert.deepEqual(
    ['Marovia', 'Marovian', 'Marovians', 'Tesk', 'TESK', 'Lower', 'Quistorp'].map((form) => familiar.get(form)),
    ['Chad', 'Chadian', 'Chadians', 'Chad', 'CHAD', undefined, undefined],
  );
});

test("a plural of a user's state is its people", () => {
  const user = readUserEntries([{ code: 'MRV', names: ['Marovia', 'Marovian'], kind: 'country' }], 'test', false);
  const own = loadActors({ entries: [], names: [], terms: [], words: {} }, user);
  const kinds = ['Marovians', 'Marovia', 'Marovian'].map((name) => own.who(name, null)[0]);
  assert.deepEqual(
    kinds.map((a) => [a?.name, a?.kind, a?.code]),
    [
      ['Marovians', 'people', 'MRV'],
      ['Marovia', 'country', 'MRV'],
      ['Marovia', 'country', 'MRV'],
    ],
  );
  assert.equal(own.stateOf({ country: null, code: 'MRV' })?.name, 'Marovia');
});

test('states that are no more are over, and a state is found by its code', () => {
  assert.equal(index.isOver('SUN', '2019-01-01'), true);
  assert.equal(index.isOver('SUN', '1990-01-01'), false);
  assert.equal(index.isOver('SUN', null), false);
  assert.equal(index.isOver('FRA', '2019-01-01'), false);
  assert.equal(index.stateOf({ country: 'PER' })?.name, 'Peru');
  assert.equal(index.stateOf({ country: 'QQQ' }), null);
});

test("a name with one more surname than the lexicon's short form is somebody else's", () => {
  assert.equal(index.who('Luis Rivera', '2016-01-01')[0]?.country, 'CRI');
  assert.equal(index.who('Luis Rivera Quistorp', '2016-01-01')[0]?.id, undefined);
});

test('holders follow one another', () => {
  const [first, second] = readHolders('NOR DM: 2001 Ada Example; 2003-05 Bo Example=B. Example; 2004 -');
  assert.deepEqual([first!.since, first!.until, first!.office], ['2001-01-01', '2003-05-31', 'Minister of Defence']);
  assert.deepEqual([second!.names, second!.until], [['Bo Example', 'B. Example'], '2004-12-31']);
  assert.throws(() => readHolders('NOR: x'), /line 1/);
});

const rows = (name: string) => {
  const [header, ...lines] = read(name).split('\n').filter(Boolean);
  const columns = header!.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, i) => [columns[i]!, value])));
};
const STATES = new Set(rows('countries.tsv').map((row) => row.code!));

test('the linter says what is wrong', () => {
  const codes = (entries: Parameters<typeof checkActors>[0]) => checkActors(entries, STATES).map((f) => f.code);
  assert.deepEqual(codes([{ names: ['Blue Party'], country: 'NOR', sector: 'PTY' }]), []);
  assert.deepEqual(codes([{ names: [] }]), ['A101']);
  assert.deepEqual(codes([{ names: ['Blue Party'], country: 'NOO', sector: 'PARTY', since: '2020-13-01' }]), [
    'A102',
    'A103',
    'A104',
  ]);
  assert.deepEqual(codes([{ names: ['Blue Party'], since: '2020-02-01', until: '2020-01-01' }]), ['A105']);
  const blue = { names: ['Blue Party'], sector: 'PTY' };
  assert.deepEqual(codes([blue, blue]), ['A106']);
  assert.deepEqual(codes([blue, { ...blue, sector: 'REB' }]), ['A107']);
  assert.deepEqual(
    codes([
      { ...blue, until: '2020-01-01' },
      { ...blue, sector: 'REB', since: '2020-01-02' },
    ]),
    [],
  );
  assert.deepEqual(codes([{ names: ['xy'] }]), ['A201']);
});

test('our own bodies and roles are without errors', () => {
  const bodies = rows('bodies.tsv').map((r) => ({
    names: r.names!.split('|'),
    kind: r.kind as 'group',
    country: r.country || undefined,
    sector: r.sector || undefined,
    since: r.since || undefined,
    until: r.until || undefined,
  }));
  const errors = checkActors(bodies, STATES).filter((f) => f.level === 'error' && f.code !== 'A107');
  assert.deepEqual(errors, []);
});

test('our lists of holders name states that there are', () => {
  for (const file of ['holders-heads.txt', 'holders-ministers.txt', 'holders-others.txt'])
    for (const { country, since, until, names } of readHolders(read(file))) {
      assert.ok(
        country.length !== 3 ||
          country !== country.toUpperCase() ||
          STATES.has(country) ||
          /^(?:UN|WHO|IMF|WTO|OAS|LAS|ECB|WFP)/.test(country),
        `${file}: ${country}`,
      );
      assert.ok(until === null || since <= until, `${file}: ${names[0]} ${since} to ${until}`);
    }
});

test('Names of well-known areas go before towns of their names, and words before both', () => {
  const index = loadActorsFromPackage();
  const countryOf = (text: string) => index.who(text, '2020-01-01')[0]?.country ?? null;
  assert.equal(countryOf('the Florida company'), 'USA');
  assert.equal(countryOf('Virginia lawmakers'), 'USA');
  assert.equal(countryOf('Western forces'), null);
  assert.equal(countryOf('North American farmers'), null);
  assert.equal(countryOf('University of Agriculture'), null);
});
