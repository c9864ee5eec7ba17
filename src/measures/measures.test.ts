import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActorRef, PartyRow, ReportRow } from '../rows.ts';
import { reportRow } from '../testing.ts';
import { findMeasures, measuresBetween } from './index.ts';
import { loadMeasures } from './load.ts';

const measures = loadMeasures();
const DAY = /^\d{4}-\d{2}-\d{2}$/;

test('the lexicon is sound: days, bans, targets, sources', () => {
  const ids = new Set<string>();
  for (const measure of measures.all) {
    assert.ok(!ids.has(measure.id), `${measure.id} twice`);
    ids.add(measure.id);
    assert.match(measure.from, DAY, measure.id);
    if (measure.to !== null) assert.ok(DAY.test(measure.to) && measure.to >= measure.from, measure.id);
    for (const target of measure.targets) assert.match(target, /^[A-Z]{3}$/, measure.id);
    assert.ok(measure.source, `${measure.id} has no source`);
    assert.ok(measure.checked === null || measure.checked.length > 0, measure.id);
  }
  const goods = new Set([...measures.goods.values()].flat());
  for (const [name, ban] of measures.bans) {
    assert.ok(
      measures.all.some((measure) => measure.bans.includes(name)),
      `no measure has the ban ${name}`,
    );
    for (const one of ban.goods) assert.ok(goods.has(one), `${name}: no words for ${one}`);
  }
});

const party = (country: string): PartyRow => ({
  key: country,
  name: country,
  kind: 'country',
  country,
  sector: 'GOV',
  office: null,
  text: country,
  from: 0,
  to: 3,
  part: 'text',
});

const report = (from: string, to: string, sentence: string, more: Partial<ReportRow> = {}): ReportRow =>
  reportRow(sentence, { actors: [party(from)], recipients: [party(to)], ...more });

const found = (r: ReportRow, day: string) => findMeasures(r, day, measures).map((finding) => finding.measure.id);

test('artillery from North Korea to Russia falls under the total ban first', () => {
  const [first, ...others] = findMeasures(report('PRK', 'RUS', 'It sent artillery shells.'), '2023-09-25', measures);
  assert.equal(
    first!.text,
    'As reported, this transfer (artillery, shells; PRK to RUS) would breach S/RES/1874 (2009) ¶9, which bans exports of all arms from PRK.',
  );
  assert.equal(first!.conditional, false);
  assert.equal(first!.measure.checked, null);
  assert.ok(others.length > 0 && others.length < 3);
});

test('what is possible, planned or denied is conditional', () => {
  const text = (status: ReportRow['status']) =>
    findMeasures(report('PRK', 'RUS', 'weapons', { status }), '2023-09-25', measures)[0]!.text;
  assert.match(text('possible'), /^If it were to proceed, this transfer \(weapons; PRK to RUS\) would breach/);
  assert.match(text('planned'), /^If it is carried out/);
  assert.match(text('denied'), /^If it took place, which is denied/);
  assert.match(text('alleged'), /^If it took place as said/);
});

test('the direction counts, and a purchase goes the other way', () => {
  assert.ok(!found(report('RUS', 'PRK', 'weapons'), '2012-01-01').includes('UN-PRK-1874-9'));
  assert.ok(
    found(report('RUS', 'PRK', 'weapons', { cue: { from: 0, to: 3, text: 'buys' } }), '2012-01-01').includes(
      'UN-PRK-1874-9',
    ),
  );
});

test('the day counts', () => {
  assert.deepEqual(found(report('PRK', 'RUS', 'weapons'), '2005-01-01'), []);
  assert.ok(found(report('IRN', 'RUS', 'missiles'), '2022-10-01').includes('UN-IRN-2231-missiles'));
  assert.ok(!found(report('IRN', 'RUS', 'missiles'), '2024-01-10').some((id) => id.startsWith('UN-IRN-2231')));
});

test('a body binds its members while they are members', () => {
  assert.ok(found(report('GBR', 'CHN', 'weapons'), '2019-01-01').includes('EU-CHN'));
  assert.ok(!found(report('GBR', 'CHN', 'weapons'), '2021-01-01').includes('EU-CHN'));
  assert.ok(!found(report('RUS', 'CHN', 'weapons'), '2019-01-01').includes('EU-CHN'));
});

test('nothing is found where nothing changes hands, where it is told as not so, or without a day', () => {
  assert.deepEqual(found(report('PRK', 'RUS', 'weapons', { type: 'ACCUSE' }), '2023-09-25'), []);
  assert.deepEqual(found(report('PRK', 'RUS', 'weapons', { status: 'negated', negated: true }), '2023-09-25'), []);
  assert.deepEqual(found(report('PRK', 'RUS', 'food and medicine'), '2023-09-25'), []);
  assert.deepEqual(findMeasures(report('PRK', 'RUS', 'weapons'), null, measures), []);
});

test('measures between two states, on a day', () => {
  const state = (key: string): ActorRef => ({ key, name: key, kind: 'country', country: key, sector: null });
  const ids = measuresBetween(state('PRK'), state('RUS'), '2023-09-25', measures).map((measure) => measure.id);
  assert.ok(ids.includes('UN-PRK-1874-9'));
  assert.ok(!ids.includes('EU-PRK'));
  assert.deepEqual(measuresBetween(state('FRA'), state('DEU'), '2023-09-25', measures), []);
});

test('a group that a measure is aimed at is met by itself, not by its state', () => {
  const houthis: PartyRow = { ...party('YEM'), key: 'grp:houthis', name: 'Houthis', kind: 'group', sector: 'REB' };
  const armed = (to: PartyRow) =>
    findMeasures(
      { ...reportRow('r'), type: 'AID', topic: ['missile'], actors: [party('IRN')], recipients: [to] },
      '2019-06-01',
      measures,
    ).map((finding) => finding.measure.id);
  assert.ok(armed(houthis).includes('UN-YEM-2216'));
  assert.ok(!armed(party('YEM')).includes('UN-YEM-2216'));
});
