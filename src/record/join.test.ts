import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare, Joiner, type JoinInput, joinReports, pairKey, THRESHOLD } from './join.ts';
import { namesIn } from './joining.ts';

const party = (key: string, country: string | null = key, sector: string | null = 'GOV') => ({ key, country, sector });

let serial = 0;
function report(more: Partial<JoinInput> & { said?: string }): JoinInput {
  const { said = 'artillery shells delivered', ...rest } = more;
  serial++;
  return {
    ...{
      id: `r${serial}`,
      article: `a${serial}`,
      sentence: 0,
      type: 'AID',
      mode: null,
      mutual: false,
      negated: false,
      actual: true,
      cue: 'gave',
      day: '2023-09-01',
    },
    ...{ actors: [party('PRK')], recipients: [party('RUS')], words: new Set(said.split(' ')), denies: [] },
    ...rest,
  };
}

const isJoined = (a: JoinInput, b: JoinInput): boolean => joinReports([a, b])[1]!.event === a.id;

test('the same deed of the same parties on the same day is one event, and the join says why', () => {
  const [, second] = joinReports([report({}), report({ said: 'millions artillery shells delivered' })]);
  assert.ok(second!.score > THRESHOLD);
  assert.match(second!.reason, /the same parties; both AID; the same day; shared words: artillery, shells, delivered/);
});

test('a minister stands for the state; a stranger does not', () => {
  const state = report({ actors: [party('USA')], type: 'ACCUSE', said: 'condemned arms deal' });
  const minister = report({ actors: [party('per:x', 'USA')], type: 'ACCUSE', said: 'condemned arms deal' });
  const stranger = report({ actors: [party('JPN')], type: 'ACCUSE', said: 'condemned arms deal' });
  assert.ok(isJoined(state, minister));
  assert.ok(!isJoined(state, stranger));
});

test('the other direction, another time, another kind, or a no to a yes are other events', () => {
  const base = report({});
  assert.ok(!isJoined(base, report({ actors: [party('RUS')], recipients: [party('PRK')] })));
  assert.ok(!isJoined(base, report({ day: '2023-09-09' })));
  assert.ok(!isJoined(base, report({ type: 'ASSAULT' })));
  assert.ok(!isJoined(base, report({ negated: true })));
});

test('a short headline word for word is the same, and so is one of parties and cue alone on its day', () => {
  const bare = (day: string) => report({ words: new Set(), cue: 'expels', day });
  assert.ok(isJoined(report({ said: 'envoys', cue: 'expels' }), report({ said: 'envoys', cue: 'expels' })));
  assert.ok(isJoined(bare('2023-09-01'), bare('2023-09-01')));
  assert.ok(!isJoined(bare('2023-09-01'), bare('2023-09-02')));
});

test('deeds at places of other names are two; what names no place may be of either', () => {
  const killed = (...names: string[]) =>
    report({ type: 'ASSAULT', said: 'people killed injured bomb mosque', names: new Set(names) });
  assert.ok(!isJoined(killed('kabul'), killed('herat')));
  assert.ok(isJoined(killed('kabul', 'afghanistan'), killed('kabul')));
  assert.ok(isJoined(killed('kabul'), killed()));
  const talks = (...names: string[]) =>
    report({ type: 'AGREE', said: 'signed gas pipeline deal', names: new Set(names) });
  assert.ok(isJoined(talks('kabul'), talks('herat')));
});

test('names of a sentence: without its first word, its parties, days and months', () => {
  assert.deepEqual(
    [
      ...namesIn('Nine people were killed in Mazar Sharif and Balkh Province on Monday by Taliban fighters.', [
        'Taliban',
      ]),
    ],
    ['mazar', 'balkh'],
  );
  assert.deepEqual([...namesIn('Kabul was shelled in May.', [])], []);
});

test('a meeting has no first side', () => {
  const one = report({
    type: 'CONSULT',
    mutual: true,
    actors: [party('PRK'), party('RUS')],
    recipients: [],
    said: 'leaders met summit',
  });
  const other = report({
    type: 'CONSULT',
    mutual: true,
    actors: [party('RUS')],
    recipients: [party('PRK')],
    said: 'leaders met summit',
  });
  assert.ok(isJoined(one, other));
});

test('a denial goes to what it denies', () => {
  const claim = report({});
  assert.ok(isJoined(claim, report({ denies: [claim.id], day: '2023-10-01', said: 'nothing' })));
});

test('a reader is obeyed', () => {
  const [a, b] = [report({}), report({})];
  const key = new Set([pairKey(a.id, b.id)]);
  assert.equal(joinReports([a, b], { same: new Set(), different: key })[1]!.event, b.id);
  const far = report({ type: 'ASSAULT' });
  assert.equal(joinReports([a, far], { same: new Set([pairKey(a.id, far.id)]), different: new Set() })[1]!.event, a.id);
});

const anyReport = fc
  .record({
    type: fc.constantFrom('AID', 'CONSULT', 'ACCUSE'),
    day: fc.integer({ min: 1, max: 9 }),
    who: fc.constantFrom('PRK', 'USA', 'RUS'),
    words: fc.constantFrom('arms deal', 'summit talks', 'arms talks border'),
  })
  .map(({ type, day, who, words }) => report({ type, day: `2023-09-0${day}`, actors: [party(who)], said: words }));

test('comparing is symmetric and between 0 and 1', () => {
  fc.assert(
    fc.property(anyReport, anyReport, (a, b) => {
      const { score } = compare(a, b);
      return score >= 0 && score <= 1 && Math.abs(score - compare(b, a).score) < 1e-12;
    }),
  );
});

test('joining in pieces gives the events of joining in one go', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 30 }), fc.integer({ min: 0, max: 30 }), (reports, cut) => {
      const none = { same: new Set<string>(), different: new Set<string>() };
      const whole = joinReports(reports);
      const first = joinReports(reports.slice(0, cut));
      const earlier = first.map(({ event }, i) => ({ event, report: reports[i]! }));
      const joiner = new Joiner(earlier, none);
      const rest = reports.slice(cut).map((one) => joiner.join(one));
      assert.deepEqual([...first, ...rest], whole);
    }),
  );
});
