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
    assert.ok(!measure.confirmed.length || measure.checked, `${measure.id}: borne out by nothing`);
    for (const part of measure.confirmed) assert.ok(['paragraph', 'ban', 'dates'].includes(part), measure.id);
    if (measure.known_until !== null) assert.ok(DAY.test(measure.known_until) && measure.to === null, measure.id);
    for (const [ban, paragraph] of Object.entries(measure.at ?? {})) {
      assert.ok(measure.bans.includes(ban), `${measure.id} has no ban ${ban}`);
      assert.ok(measure.paragraphs.includes(paragraph), `${measure.id} has no paragraph ${paragraph}`);
    }
    for (const target of measure.targets) assert.ok(measures.names.has(target), `no name for ${target}`);
    if (/^S\/RES\//.test(measure.instrument))
      assert.ok(measure.url?.includes(measure.instrument.split(' ')[0]!), `${measure.id} points at another text`);
  }
  const goods = new Set([...measures.goods.values()].flat().map((entry) => entry.goods));
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

/** A report of a transfer of goods, named by lemmas. */
const report = (from: string, to: string, goods: string, more: Partial<ReportRow> = {}): ReportRow =>
  reportRow(`It sent ${goods}s.`, {
    ...{ actors: [party(from)], recipients: [party(to)], topic: goods.split(' ') },
    ...more,
  });

const found = (r: ReportRow, day: string) => findMeasures(r, day, measures).map((finding) => finding.measure.id);

test('artillery from North Korea to Russia falls under the total ban first', () => {
  const [first, ...others] = findMeasures(report('PRK', 'RUS', 'artillery shell'), '2023-09-25', measures);
  assert.equal(
    first!.text,
    'As reported, this transfer (artillery, shells; PRK to RUS) would breach S/RES/1874 (2009) ¶9, which bans exports of all arms from North Korea.',
  );
  assert.equal(first!.conditional, false);
  assert.deepEqual(first!.measure.confirmed, ['paragraph', 'ban', 'dates']);
  assert.ok(others.length > 0 && others.length < 3);
});

test('what is possible, planned or denied is conditional', () => {
  const text = (status: ReportRow['status']) =>
    findMeasures(report('PRK', 'RUS', 'weapon', { status }), '2023-09-25', measures)[0]!.text;
  assert.match(text('possible'), /^If it were to proceed, this transfer \(weapons; PRK to RUS\) would breach/);
  assert.match(text('planned'), /^If it is carried out/);
  assert.match(text('denied'), /^If it took place, which is denied/);
  assert.match(text('alleged'), /^If it took place as said/);
});

test('the direction counts, and a purchase goes the other way', () => {
  assert.ok(!found(report('RUS', 'PRK', 'weapon'), '2012-01-01').includes('UN-PRK-1874-9'));
  assert.ok(
    found(
      report('RUS', 'PRK', 'weapon', { type: 'COOPERATE', cue: { from: 0, to: 3, text: 'buys' } }),
      '2012-01-01',
    ).includes('UN-PRK-1874-9'),
  );
});

test('the day counts', () => {
  assert.deepEqual(found(report('PRK', 'RUS', 'weapon'), '2005-01-01'), []);
  assert.ok(found(report('IRN', 'RUS', 'missile'), '2022-10-01').includes('UN-IRN-2231-missiles'));
  assert.ok(!found(report('IRN', 'RUS', 'missile'), '2024-01-10').some((id) => id.startsWith('UN-IRN-2231')));
});

test('a body binds its members while they are members', () => {
  assert.ok(found(report('GBR', 'CHN', 'weapon'), '2019-01-01').includes('EU-CHN'));
  assert.ok(!found(report('GBR', 'CHN', 'weapon'), '2021-01-01').includes('EU-CHN'));
  assert.ok(!found(report('RUS', 'CHN', 'weapon'), '2019-01-01').includes('EU-CHN'));
});

test('nothing is found where nothing changes hands, where it is told as not so, or without a day', () => {
  assert.deepEqual(found(report('PRK', 'RUS', 'weapon', { type: 'ACCUSE' }), '2023-09-25'), []);
  assert.deepEqual(found(report('PRK', 'RUS', 'weapon', { status: 'negated', negated: true }), '2023-09-25'), []);
  assert.deepEqual(found(report('PRK', 'RUS', 'food medicine'), '2023-09-25'), []);
  assert.deepEqual(findMeasures(report('PRK', 'RUS', 'weapon'), null, measures), []);
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

test('a ban of a row with many paragraphs is told with its own', () => {
  const [text] = findMeasures(report('PRK', 'CHN', 'coal'), '2018-03-01', measures).map((finding) => finding.text);
  assert.match(text!, /S\/RES\/2371 \(2017\) ¶8, which bans exports of coal and iron from North Korea/);
});

test('goods are named by the object: what forbids them, uses them or only stands nearby names none', () => {
  const bare = (topic: string) => findMeasures(report('PRK', 'RUS', topic), '2023-09-25', measures).length;
  assert.equal(bare('enforcement arm embargo'), 0);
  assert.equal(bare('destruction chemical weapon'), 0);
  assert.equal(bare('missile attack'), 0);
  assert.ok(bare('shipment antitank missile') > 0);
  const nearby = reportRow('It lent money and stayed out of the bombing with rockets.', {
    ...{ actors: [party('PRK')], recipients: [party('RUS')], topic: ['money'] },
  });
  assert.deepEqual(findMeasures(nearby, '2023-09-25', measures), []);
});

test('goods that were taken for their owner neither give nor take', () => {
  const carried = (text: string) =>
    findMeasures(
      {
        ...reportRow('r'),
        ...{ topic: ['helicopter'], actors: [party('USA')], recipients: [{ ...party('PRK'), text }] },
      },
      '2024-06-01',
      measures,
    ).length;
  assert.equal(carried('twelve new helicopters'), 0);
  assert.ok(carried('the northern army') > 0);
});

test('training and equipment are banned goods where they are military', () => {
  const ids = (topic: string) => found(report('PRK', 'UGA', topic), '2016-06-01');
  assert.ok(ids('military instructor').includes('UN-PRK-1874-9'));
  assert.deepEqual(ids('language instructor'), []);
  assert.deepEqual(ids('medical equipment'), []);
});

test('aid is told from its giver, whoever the verb begins with', () => {
  const received = report('IRN', 'RUS', 'drone', { cue: { from: 0, to: 3, text: 'received' } });
  assert.match(findMeasures(received, '2026-01-10', measures)[0]!.because, /^IRN to RUS/);
});

test('sanctions of the United Nations on Iran: ended, and contested since they came back', () => {
  const arms = (day: string) => findMeasures(report('RUS', 'IRN', 'tank'), day, measures);
  assert.ok(arms('2012-01-01').some(({ measure }) => measure.id === 'UN-IRN-1929-8'));
  assert.ok(arms('2018-01-01').some(({ measure }) => measure.id === 'UN-IRN-2231-arms'));
  assert.deepEqual(arms('2022-01-01'), []);
  const [again] = arms('2026-01-01');
  assert.match(again!.text, /would go against S\/RES\/1929 \(2010\) ¶8, .* Whether it applies again is contested\.$/);
});

test('embargoes that were lifted for a state and kept for its rebels', () => {
  const rebels = (key: string, country: string): PartyRow => ({ ...party(country), key, kind: 'group', sector: 'REB' });
  const armed = (to: PartyRow, day: string) =>
    findMeasures({ ...reportRow('r'), topic: ['rifle'], actors: [party('UGA')], recipients: [to] }, day, measures).map(
      ({ measure }) => measure.id,
    );
  assert.ok(armed(party('SLE'), '1998-01-01').includes('UN-SLE-1132'));
  assert.deepEqual(armed(party('SLE'), '2000-01-01'), []);
  assert.ok(armed(rebels('grp:revolutionary-united-front', 'SLE'), '2000-01-01').includes('UN-SLE-1171'));
  assert.deepEqual(armed(party('SOM'), '2024-01-01'), []);
  assert.ok(armed(rebels('grp:al-shabaab', 'SOM'), '2024-01-01').includes('UN-SHABAAB-2713'));
  assert.deepEqual(armed(party('CAF'), '2025-01-01'), []);
  assert.ok(armed(rebels('grp:m23', 'COD'), '2025-01-01').includes('UN-COD-1807'));
  assert.deepEqual(armed(party('COD'), '2025-01-01'), []);
});

test('embargoes of the European Union that were lifted for a state and kept for its armed groups', () => {
  const to = (key: string, country: string, day: string) =>
    findMeasures(
      {
        ...{ ...reportRow('r'), topic: ['rifle'], actors: [party('FRA')] },
        recipients: [key === country ? party(country) : { ...party(country), key, kind: 'group', sector: 'REB' }],
      },
      day,
      measures,
    ).map(({ measure }) => measure.id);
  assert.ok(to('IRQ', 'IRQ', '2003-01-01').includes('EU-IRQ'));
  assert.deepEqual(to('IRQ', 'IRQ', '2010-01-01'), []);
  assert.deepEqual(to('AFG', 'AFG', '2010-01-01'), []);
  assert.ok(to('grp:taliban', 'AFG', '2010-01-01').includes('EU-TAL'));
  assert.ok(to('grp:al-shabaab', 'SOM', '2025-01-01').includes('EU-SHABAAB-2024'));
  assert.deepEqual(to('SOM', 'SOM', '2025-01-01'), []);
});

test('an embargo on small arms is not one on tanks', () => {
  const ids = (goods: string) => found(report('FRA', 'HTI', goods), '2023-06-01');
  assert.ok(ids('rifle').includes('EU-HTI'));
  assert.ok(!ids('tank').includes('EU-HTI'));
});

test('a term that is not known to have been renewed is told', () => {
  const text = (day: string) => findMeasures(report('UGA', 'SSD', 'rifle'), day, measures)[0]!.text;
  assert.ok(!/renewal/.test(text('2025-10-01')));
  assert.match(text('2026-10-01'), /known here up to 2026-05-31; a later renewal was not seen\.$/);
});
