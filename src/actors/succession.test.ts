import assert from 'node:assert/strict';
import test from 'node:test';
import { checkActors, checkSeats } from './check.ts';
import { loadActorsFromPackage, readActorData } from './load.ts';
import { soundOf } from './people.ts';
import { doubleSeats, isOnePerson, rulesOf, type SeatTerm, withEnds } from './succession.ts';
import { Words } from './words.ts';

const data = readActorData();
const words = new Words(data.words);
const TITLES = {
  ...{ beside: words.of('beside-title'), acting: words.of('acting-title') },
  ...{ crown: words.of('crown-title'), premier: words.of('premier-title') },
};
const rules = rulesOf<SeatTerm & { byHand?: boolean }>(TITLES);

const term = (name: string, office: string, since: string, until: string | null = null, officeClass = 'HOG') => ({
  ...{ country: 'ATL', name, office, officeClass, since, until },
});
const ends = (...terms: (SeatTerm & { byHand?: boolean })[]) =>
  withEnds(terms, rules).map(({ name, until }) => `${name} ${until ?? '-'}`);

test('a term without end ends when the next takes the seat, by whichever source', () =>
  assert.deepEqual(
    ends(
      term('Ada Roe', 'Prime Minister', '2010-05-29'),
      term('Ben Moe', 'Prime Minister', '2026-05-09'),
      term('Cid Poe', 'Premier', '2004-01-01', '2006-01-01'),
    ),
    ['Ada Roe 2026-05-09', 'Ben Moe -', 'Cid Poe 2006-01-01'],
  ));

test('a president stays when a premier comes, a king when a governor-general does, a minister when her deputy does', () => {
  assert.deepEqual(ends(term('Ada Roe', 'President', '2010-01-01'), term('Ben Moe', 'Prime Minister', '2012-01-01')), [
    'Ada Roe -',
    'Ben Moe -',
  ]);
  assert.deepEqual(
    ends(
      term('Ada III', 'Queen', '1990-01-01', null, 'HOS'),
      term('Ben Moe', 'Governor-General', '2012-01-01', null, 'HOS'),
    ),
    ['Ada III -', 'Ben Moe -'],
  );
  assert.deepEqual(
    ends(
      term('Ada Roe', 'Minister of Defence', '2010-01-01', null, 'DM'),
      term('Ben Moe', 'Deputy Minister of Defence', '2012-01-01', null, 'DM'),
    ),
    ['Ada Roe -', 'Ben Moe -'],
  );
});

test('members of a presidency sit side by side', () =>
  assert.deepEqual(
    ends(
      term('Ada Roe', 'Member of the Presidency', '2010-01-01', null, 'HOS'),
      term('Ben Moe', 'Member of the Presidency', '2012-01-01', null, 'HOS'),
    ),
    ['Ada Roe -', 'Ben Moe -'],
  ));

test('who stood in for a while ends no term; who still does ends it', () => {
  assert.deepEqual(
    ends(
      term('Ada Roe', 'Prime Minister', '2019-07-08'),
      term('Ben Moe', 'Caretaker Prime Minister', '2023-05-25', '2023-06-26'),
    ),
    ['Ada Roe -', 'Ben Moe 2023-06-26'],
  );
  assert.deepEqual(
    ends(term('Ada Roe', 'Prime Minister', '2019-07-08'), term('Ben Moe', 'Acting Prime Minister', '2023-05-25')),
    ['Ada Roe 2023-05-25', 'Ben Moe -'],
  );
});

test('an end in a list made by hand holds for the same term in a table, under either headship', () =>
  assert.deepEqual(
    ends(
      { ...term('Ada Roe', 'President', '2013-04', '2026-01-03', 'HOS'), byHand: true },
      term('Ada Roe', 'President', '2013-04-19'),
      term('Ada Roe', 'President', '2001-04-19'),
    ),
    ['Ada Roe 2026-01-03', 'Ada Roe 2026-01-03', 'Ada Roe -'],
  ));

test('one person under two spellings', () => {
  const one = (a: string, b: string, since = '2025-03-10', familyFirst = false) =>
    isOnePerson(term(a, 'Premier', '2025-03-01'), term(b, 'Premier', since), familyFirst, soundOf);
  assert.ok(one('Alexander Turchin', 'Alyaksandr Turchyn'));
  assert.ok(one('Abdul Hamid Dbeibah', 'Abd-al-Hamid Dubaybah'));
  assert.ok(one('Sam Mostyn', 'Samantha Mostyn'));
  assert.ok(!one('Sam Mostyn', 'David Hurley'));
  assert.ok(!one('Sam Mostyn', 'Samantha Mostyn', '2019-07-01'), 'another term');
  assert.ok(!one('Tran Dai Quang', 'Tran Anh Dung', undefined, true), 'a family name alone');
});

test('the linter tells of two people in one office of whom the first has no end', () => {
  const ada = {
    names: ['Ada Roe'],
    kind: 'person',
    country: 'NOR',
    office: 'Prime Minister',
    since: '2020-01-01',
  } as const;
  const ben = { ...ada, names: ['Ben Moe'], since: '2024-01-01' };
  const codes = (...entries: Parameters<typeof checkActors>[0]) =>
    checkActors(entries, new Set(['NOR'])).map((f) => f.code);
  assert.deepEqual(codes(ada, ben), ['A203']);
  assert.deepEqual(codes({ ...ada, until: '2023-12-31' }, ben), []);
  assert.deepEqual(codes(ada, { ...ben, country: undefined }), []);
});

test('no office of a state is held by two people of our own lexicon of whom the first has no end', () => {
  const held = data.terms.flatMap(({ country, ...rest }) =>
    country ? [{ ...rest, country, name: data.entries[rest.entry]!.id }] : [],
  );
  assert.deepEqual(checkSeats(held, rulesOf(TITLES)), []);
  assert.ok(
    doubleSeats(
      [...held, { ...held.find((t) => t.officeClass === 'HOG')!, name: 'x', since: '1900-01-01', until: null }],
      rulesOf(TITLES),
    ).length,
  );
});

test('who is in office on a day, by either spelling', () => {
  const index = loadActorsFromPackage();
  const sector = (name: string, day: string) => index.who(name, day)[0]?.sector;
  for (const name of ['Viktor Orbán', 'Viktor Orban']) {
    assert.equal(sector(name, '2026-05-01'), 'GOV', name);
    assert.equal(sector(name, '2026-06-15'), 'ELI', name);
  }
  assert.equal(sector('José Jerí', '2026-06-15'), 'ELI');
  assert.equal(sector('Keir Starmer', '2026-08-01'), 'ELI');
  assert.equal(sector('Andy Burnham', '2026-08-01'), 'GOV');
  assert.equal(
    index.who('Alyaksandr Turchyn', '2026-01-01')[0]?.id,
    index.who('Alexander Turchin', '2026-01-01')[0]?.id,
  );
});
