import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReportRow } from '../rows.ts';
import { reportRow } from '../testing.ts';
import { candidates, choose, Told } from './choose.ts';
import { Citations, properText } from './cite.ts';

let serial = 0;
function report(text: string, more: Partial<ReportRow> = {}, sentence: Partial<ReportRow['sentence']> = {}): ReportRow {
  const id = `r${serial++}`;
  const row = reportRow(text);
  return {
    ...{ ...row, id, event: id, day: '2023-09-01' },
    source: { ...row.source, article: id, published: '2023-09-02', origin: id },
    sentence: { ...row.sentence, index: serial, ...sentence },
    ...more,
  };
}

const anything = { most: 9, perArticle: 9, fits: () => true };

test('deeds go before words, news before the old, many origins before one', () => {
  const order = (...reports: ReportRow[]) => candidates(reports, { now: '2023-09-10' }).map((one) => one.report.id);
  const long = 'A sentence that is long enough to stand in a brief on its own, number';
  const deed = report(`${long} one.`);
  const words = report(`${long} two.`, { quad: 'verbal cooperation', intensity: 5 });
  assert.deepEqual(order(words, deed), [deed.id, words.id]);
  const old = report(`${long} three.`, { day: '2020-01-01' });
  assert.deepEqual(order(old, deed), [deed.id, old.id]);
  const second = report(`${long} four.`, { event: words.id });
  assert.equal(
    order(words, second, report(`${long} five.`, { quad: 'verbal cooperation', intensity: 5 }))[2],
    `r${serial - 1}`,
  );
});

test('an event, and a sentence in other words of the same, is told once', () => {
  const first = report('North Korea shipped a thousand containers of shells to Russia by sea.');
  const again = report('North Korea shipped over a thousand containers of shells to Russia by sea in September.');
  const other = report('The foreign minister of Japan visited Kyiv on Saturday with an offer of generators.');
  const chosen = choose(candidates([first, again, other], { now: '2023-09-10' }), new Told(), anything);
  assert.equal(chosen.length, 2);
  assert.ok(chosen.includes(other));
});

test('headlines are not lines of a brief', () => {
  assert.deepEqual(candidates([report('Koreas talk', {}, { kind: 'headline' })], { now: '' }), []);
});

test('a sentence is cited once, with its words as they stand behind the dateline', () => {
  const text = 'SEOUL - North  Korea denied it.';
  const one = report(
    text,
    {
      status: 'negated',
      said: [
        {
          key: 'PRK',
          name: 'North Korea',
          office: null,
          country: 'PRK',
          sector: null,
          text: null,
          cue: 'denied',
          direct: false,
          stance: 'denies',
        },
      ],
    },
    { from: 100, to: 131, proper: 108 },
  );
  const citations = new Citations([one]);
  const line = citations.line(one);
  assert.equal(line.text, 'North  Korea denied it.');
  assert.equal(line.status, 'denied');
  assert.equal(citations.line(one).cites[0]!.number, 1);
  assert.equal(citations.all().length, 1);
  assert.equal(properText({ ...one.sentence, proper: undefined }), text);
});

test('a sentence whose actor is only referred to goes behind one that names him', () => {
  const actor = (text: string) => ({
    ...{ key: 'per:a', name: 'Anna Roe', kind: 'person' as const, country: 'FRA', sector: 'GOV', office: null },
    ...{ text, from: 0, to: text.length, part: 'text' as const },
  });
  const tail = 'sent two ships with grain to the port on Friday, the ministry said.';
  const referred = report(`She ${tail}`, { actors: [actor('She')] });
  const named = report(`Anna Roe ${tail}`, { actors: [actor('Anna Roe')], day: '2023-08-01' });
  assert.equal(candidates([referred, named], { now: '2023-09-10' })[0]!.report.id, named.id);
});
