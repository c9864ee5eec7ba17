import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ActorRef, CountRow, ReportRow } from '../rows.ts';
import { reportRow } from '../testing.ts';
import { tails } from './changes.ts';
import {
  countEvents,
  endOf,
  findSurprises,
  fittingPeriod,
  ledger,
  relation,
  series,
  startOf,
  toEvent,
} from './index.ts';
import { startsBetween } from './periods.ts';

const state = (key: string, name: string): ActorRef => ({ key, name, kind: 'country', country: key, sector: null });
const PRK = state('PRK', 'North Korea');
const RUS = state('RUS', 'Russia');

let serial = 0;
function dyad(day: string | null, more: Partial<CountRow> = {}): CountRow {
  const n = serial++;
  return {
    ...{ report: n, event: n, origin: n, day },
    ...{ quad: 'material cooperation', type: 'AID', mode: null, status: 'reported', intensity: 10 },
    ...more,
  };
}

/** A fixed sequence of numbers in 0..1. */
function randoms(seed: number): () => number {
  let s = seed;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

test('periods: weeks begin on Monday, months have their own lengths', () => {
  assert.equal(startOf('2023-09-24', 'week'), '2023-09-18');
  assert.equal(startOf('2023-09-25', 'week'), '2023-09-25');
  assert.equal(endOf('2024-02-01', 'month'), '2024-02-29');
  assert.deepEqual(startsBetween('2023-12-15', '2024-02-01', 'month'), ['2023-12-01', '2024-01-01', '2024-02-01']);
  assert.equal(fittingPeriod('2018-01-01', '2024-12-31'), 'month');
});

test('events are counted once, however many reports they have', () => {
  const first = dyad('2023-09-01');
  const rows = [
    first,
    dyad('2023-09-02', { event: first.event }),
    dyad('2023-09-02', { event: first.event, status: 'denied' }),
    dyad('2023-10-05'),
  ];
  const events = countEvents(rows);
  assert.deepEqual(
    events.map((event) => [event.reports.length, event.origins.length, event.status]),
    [
      [3, 3, 'reported'],
      [1, 1, 'reported'],
    ],
  );
  const points = series(events, 'month', '2023-09-01', '2023-11-30');
  assert.deepEqual(
    points.map((point) => point.events),
    [1, 1, 0],
  );
});

test('what is denied or told as not so is in the statuses, not in the quads', () => {
  const { forward } = relation({
    a: PRK,
    b: RUS,
    forward: [dyad('2023-09-01', { status: 'denied' }), dyad('2023-09-01')],
    backward: [],
    volume: new Map(),
  });
  assert.equal(forward.tally.events, 2);
  assert.equal(forward.tally.quads['material cooperation'], 1);
  assert.equal(forward.tally.statuses.denied, 1);
});

test('series lose no event and invent none', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(day, { maxLength: 60 }), fc.constantFrom('day', 'week', 'month'), (days, period) => {
      const points = series(countEvents(days.map((one) => dyad(one))), period as 'day', '2022-01-01', '2024-12-31');
      return points.reduce((sum, point) => sum + point.events, 0) === days.length;
    }),
  );
});

test('the tails of the negative binomial are probabilities and sum up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      (count, shape, odds) => {
        const { atLeast, atMost } = tails(count, shape, odds);
        const next = tails(count + 1, shape, odds);
        return (
          atLeast >= 0 &&
          atLeast <= 1 &&
          atMost <= 1 &&
          next.atMost >= atMost - 1e-12 &&
          Math.abs(atMost + next.atLeast - 1) < 1e-9
        );
      },
    ),
  );
});

test('a jump is found, a fall is found, more coverage is neither', () => {
  const jump = findSurprises([3, 2, 4, 3, 3, 2, 4, 3, 14], Array(9).fill(20));
  assert.deepEqual(
    jump.map(({ index, rise }) => [index, rise]),
    [[8, true]],
  );
  const fall = findSurprises([14, 13, 15, 14, 12, 15, 14, 13, 1], Array(9).fill(20));
  assert.deepEqual(
    fall.map(({ index, rise }) => [index, rise]),
    [[8, false]],
  );
  assert.deepEqual(findSurprises([3, 2, 4, 3, 3, 2, 4, 3, 14], [20, 20, 20, 20, 20, 20, 20, 20, 100]), []);
  assert.deepEqual(findSurprises([0, 0, 0, 0, 0, 1, 0, 2], Array(8).fill(10)), []);
});

test('shuffled series raise an alarm in less than one period of a hundred', () => {
  const next = randoms(7);
  let alarms = 0;
  let periods = 0;
  for (let round = 0; round < 400; round++) {
    // Overdispersed, as news is: the rate itself varies.
    const rate = 1 + next() * 6;
    const counts = Array.from({ length: 48 }, () => Math.floor(-Math.log(1 - next()) * rate * 0.5 + next() * rate));
    for (let i = counts.length - 1; i > 0; i--) {
      const k = Math.floor(next() * (i + 1));
      [counts[i], counts[k]] = [counts[k]!, counts[i]!];
    }
    alarms += findSurprises(counts, Array(48).fill(30)).length;
    periods += 44;
  }
  assert.ok(alarms / periods < 0.01, `${alarms} alarms in ${periods} periods`);
});

test('a change is told in words with its reports', () => {
  const quiet = [
    '2023-01-10',
    '2023-02-10',
    '2023-03-10',
    '2023-04-10',
    '2023-05-10',
    '2023-06-10',
    '2023-07-10',
    '2023-08-10',
  ];
  const busy = Array.from({ length: 12 }, (_, i) => `2023-09-${String(i + 1).padStart(2, '0')}`);
  const volume = new Map(
    [...quiet, ...quiet.map((day) => `${day.slice(0, 8)}20`), '2023-09-01', '2023-09-02'].map((day) => [day, 5]),
  );
  const found = relation({
    a: PRK,
    b: RUS,
    forward: [...quiet, ...busy].map((day) => dyad(day)),
    backward: [],
    volume,
    period: 'month',
  });
  assert.equal(found.changes.length, 1);
  const [change] = found.changes;
  assert.equal(
    change!.line.text,
    'Cooperation reported from North Korea towards Russia rose in September 2023: 12 events from 12 origins, where about 1 would be usual.',
  );
  assert.equal(change!.line.reports.length, 12);
});

test('a first after a long time names the one before', () => {
  const talks = { type: 'CONSULT', quad: 'verbal cooperation' } as const;
  const rows = [dyad('2019-04-25', talks), dyad('2023-09-13', talks), dyad('2023-09-16', talks)];
  const found = relation({
    a: PRK,
    b: RUS,
    forward: rows,
    backward: rows.map((row) => ({ ...row, a: 'RUS', b: 'PRK' })),
    volume: new Map(),
  });
  assert.deepEqual(
    found.firsts.map((first) => first.line.text),
    ['First meeting or talks reported between North Korea and Russia since 25 April 2019: 13 September 2023.'],
  );
});

const person = (key: string, name: string) =>
  ({
    key,
    name,
    kind: 'person',
    country: 'USA',
    sector: 'GOV',
    office: null,
    text: name,
    from: 0,
    to: 1,
    part: 'text',
  }) as const;

function report(id: string, more: Partial<ReportRow> = {}): ReportRow {
  const row = reportRow('X did Y.');
  return {
    ...{ ...row, id, event: id, day: '2023-09-01', source: { ...row.source, article: id, published: '2023-09-02' } },
    ...{ actors: [person('x', 'X')], recipients: [person('y', 'Y')] },
    ...more,
  };
}

test('the ledger sets a denial beside its claim, linked or of the same event', () => {
  const claim = report('claim');
  const linked = report('linked', { status: 'denied', denies: ['claim'] });
  const joined = report('joined', { status: 'denied', event: 'claim' });
  const alone = report('alone', { status: 'denied' });
  const entries = ledger([claim, linked, joined, alone]);
  assert.deepEqual(
    entries.map((entry) => [entry.claim.id, entry.denials.map((denial) => denial.report.id)]),
    [
      ['claim', ['linked', 'joined']],
      ['alone', ['alone']],
    ],
  );
});

test('a sentence is no denial of its own claim, and what others must not do is no denial', () => {
  const said = (key: string, stance: 'affirms' | 'denies') =>
    ({
      key,
      name: key,
      office: null,
      country: null,
      sector: null,
      text: key,
      cue: 'said',
      direct: false,
      stance,
    }) as const;
  const claim = report('claim', { said: [said('z', 'affirms')] });
  const beside = report('beside', { status: 'denied', event: 'claim', source: claim.source, sentence: claim.sentence });
  const pairs = (reports: ReportRow[]) => ledger(reports).map((entry) => entry.claim.id);
  assert.deepEqual(pairs([claim, beside]), ['beside']);
  const stranger = report('stranger', { status: 'negated', negated: true, said: [said('z', 'affirms')] });
  assert.deepEqual(pairs([claim, stranger]), []);
  const own = report('own', { status: 'negated', negated: true, event: 'claim', said: [said('x', 'affirms')] });
  assert.deepEqual(pairs([claim, own]), ['claim']);
  assert.deepEqual(pairs([claim, { ...own, modality: 'future' }]), []);
  const plan = report('plan', { modality: 'future', status: 'planned', event: 'own' });
  assert.deepEqual(pairs([plan, { ...own, event: 'own' }]), ['own']);
});

test('what one says and another denies in the same article is the claim, with both its sides', () => {
  const said = [
    { ...person('z', 'Z'), cue: 'said', direct: false, stance: 'affirms' },
    { ...person('x', 'X'), cue: 'denied', direct: false, stance: 'denies' },
  ] as const;
  const before = report('before');
  const contested = report('contested', { status: 'denied', said });
  const [entry, ...rest] = ledger([before, contested]);
  assert.deepEqual(rest, []);
  assert.deepEqual([entry!.claim.id, entry!.affirmedBy.map((one) => one.key)], ['contested', ['z']]);
  assert.deepEqual(
    entry!.denials.map(({ report: denial, by }) => [denial.id, by?.key]),
    [['contested', 'x']],
  );
});

test('an event is as strong as its strongest report, and says who did what', () => {
  const event = toEvent([
    report('e', { event: 'e', status: 'possible' }),
    report('f', { event: 'e', status: 'alleged' }),
  ]);
  assert.equal(event.status, 'alleged');
  assert.equal(event.line, 'Said: X gave material aid to Y');
  assert.equal(event.reports, 2);
  assert.equal(event.origins, 1);
});
