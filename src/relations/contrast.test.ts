import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ActorRef, CountRow } from '../rows.ts';
import { chanceOf, contrast, daysBefore, laterPart, relation } from './index.ts';

const state = (key: string, name: string): ActorRef => ({ key, name, kind: 'country', country: key, sector: null });
const PRK = state('PRK', 'North Korea');
const RUS = state('RUS', 'Russia');

let serial = 0;
function dyad(day: string, more: Partial<CountRow> = {}): CountRow {
  const n = serial++;
  return {
    ...{ report: n, event: n, origin: n, day },
    ...{ quad: 'material cooperation', type: 'AID', mode: null, status: 'reported', intensity: 10 },
    ...more,
  };
}

const many = (n: number, day: string, more: Partial<CountRow> = {}) => Array.from({ length: n }, () => dyad(day, more));
const meeting = { type: 'CONSULT', quad: 'verbal cooperation', intensity: 2.5 } as const;
const threat = { type: 'THREATEN', quad: 'verbal conflict', intensity: -4 } as const;

function compared(
  [before, after]: readonly [Record<'forward' | 'backward', CountRow[]>, Record<'forward' | 'backward', CountRow[]>],
  volume: ReadonlyMap<string, number>,
) {
  const days = [
    { from: '2022-01-01', to: '2022-12-31' },
    { from: '2023-01-01', to: '2023-12-31' },
  ] as const;
  const input = (rows: typeof before, { from, to }: { from: string; to: string }) => ({
    ...{ from, to, volume },
    relation: relation({ a: PRK, b: RUS, ...rows, volume, since: from, until: to }),
  });
  return contrast(PRK, RUS, input(before, days[0]), input(after, days[1]));
}

test('two periods: counts, what they are for the coverage, both directions, intensity, origins', () => {
  const shared = dyad('2023-05-01', meeting);
  const denied = dyad('2023-06-01', { status: 'denied' });
  const view = compared(
    [
      { forward: many(2, '2022-03-01'), backward: many(4, '2022-04-01', threat) },
      { forward: [...many(12, '2023-03-01'), shared, denied], backward: [shared] },
    ],
    new Map([
      ['2022-06-01', 100],
      ['2023-06-01', 200],
    ]),
  );
  assert.deepEqual([view.first.articles, view.second.articles, view.first.days], [100, 200, 365]);
  const [forward, backward, both] = view.sides;
  const aid = forward!.quads['material cooperation'];
  assert.deepEqual([aid.first, aid.second, aid.change], [2, 12, 10]);
  assert.deepEqual(aid.rates, { first: 2, second: 6, change: 4 });
  assert.deepEqual([forward!.types.AID!.second, forward!.statuses.denied.second], [12, 1]);
  assert.deepEqual([backward!.quads['verbal conflict'].first, backward!.quads['verbal conflict'].second], [4, 0]);
  assert.deepEqual([forward!.origins.first, forward!.origins.second], [2, 14]);
  assert.equal(backward!.intensity.change, 6.5);
  // A meeting stands in both directions, and once in both together.
  assert.deepEqual([both!.types.CONSULT!.second, both!.events.second, forward!.events.second], [1, 14, 14]);
  assert.deepEqual(
    view.fresh.map(({ text }) => text),
    ['Meeting or talks between North Korea and Russia: one event'],
  );
  assert.deepEqual(
    view.stopped.map(({ text, direction }) => [text, direction]),
    [['Threats from Russia towards North Korea: 4 events', 'backward']],
  );
  assert.deepEqual(
    view.lines.map(({ text }) => text),
    [
      'Conflict reported from Russia towards North Korea fell: no event after 4; for each 100 articles of coverage 0 after 4.',
    ],
  );
});

test('twice the events in twice the articles is no difference; without coverage the days are the measure', () => {
  const rows = (n: number, day: string) => ({ forward: many(n, day), backward: [] });
  const twice = [rows(20, '2022-03-01'), rows(40, '2023-03-01')] as const;
  const even = new Map([
    ['2022-06-01', 50],
    ['2023-06-01', 100],
  ]);
  assert.deepEqual(compared(twice, even).lines, []);
  const [line] = compared(twice, new Map()).lines;
  assert.equal(line!.text, 'Cooperation reported from North Korea towards Russia rose: 40 events after 20.');
  assert.deepEqual(line!.figure.rates, { first: null, second: null, change: null });
});

test('the chance of a split lies between 0 and 1, is the same seen from either side, and 1 where the split is even', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (a, b, share) => {
      const p = chanceOf(a, b, share);
      if (a + b === 0) return assert.equal(p, null);
      assert.ok(p! >= 0 && p! <= 1);
      assert.ok(Math.abs(p! - chanceOf(b, a, 1 - share)!) < 1e-9);
    }),
  );
  assert.equal(chanceOf(7, 7, 0.5), 1);
  assert.ok(Math.abs(chanceOf(0, 10, 0.5)! - 2 / 1024) < 1e-12);
});

test('the period before is as long and touches; unasked it is the last year, or half of a shorter span', () => {
  assert.deepEqual(daysBefore({ from: '2023-03-01', to: '2023-03-31' }), { from: '2023-01-29', to: '2023-02-28' });
  assert.deepEqual(laterPart({ from: '2015-01-01', to: '2024-12-31' }), { from: '2024-01-02', to: '2024-12-31' });
  assert.deepEqual(laterPart({ from: '2024-01-01', to: '2024-01-10' }), { from: '2024-01-06', to: '2024-01-10' });
  assert.deepEqual(laterPart({ from: '2024-01-01', to: '2024-01-01' }), { from: '2024-01-01', to: '2024-01-01' });
});
