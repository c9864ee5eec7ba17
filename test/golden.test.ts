/** The golden article, sample/feature.txt, published on 21 October 2022: what must be found in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import type { Coding, Mention, Report } from '../src/nouns.ts';
import { code, type Tools } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

const text = readFileSync(new URL('../sample/feature.txt', import.meta.url), 'utf8');
const article = { id: 'feature', date: '2022-10-21', title: null, text };

let tools: Tools;
let coding: Coding;
before(() => {
  tools = loadTools();
  coding = code(article, tools);
});

const countries = (list: readonly Mention[]): string[] => [
  ...new Set(list.flatMap((m) => m.actors.map((a) => a.country ?? a.name))),
];

function find(type: string, cue: RegExp): Report {
  const found = coding.reports.find((r) => r.type === type && cue.test(r.cue.text));
  assert.ok(
    found,
    `no ${type} at ${cue}; there are ${coding.reports.map((r) => `${r.type} "${r.cue.text}"`).join(', ')}`,
  );
  return found;
}

test('an accusation, with its speaker by name and sector', () => {
  const r = find('ACCUSE', /accused/);
  assert.equal(r.mode, 'allege');
  assert.deepEqual(countries(r.actors), ['USA']);
  assert.deepEqual(countries(r.recipients), ['IRN']);
  assert.equal(r.actors[0]!.actors[0]!.sector, 'GOV');
  assert.equal(r.status, 'reported');
});

test('a sanction on its day', () => {
  const r = find('SANCTION', /imposed/);
  assert.deepEqual(countries(r.actors), ['European Union']);
  assert.deepEqual(countries(r.recipients), ['IRN']);
  assert.deepEqual([r.when?.from, r.when?.to, r.when?.implied], ['2022-10-20', '2022-10-20', false]);
});

test('what stands behind an "if" is possible, never reported', () => {
  const r = find('AID', /ship/);
  assert.equal(r.status, 'possible');
  assert.equal(r.modality, 'hypothetical');
});

test('a denial is denied by its speaker, and points at the reports that it denies', () => {
  const r = find('AID', /supplying/);
  assert.equal(r.status, 'denied');
  assert.deepEqual(countries(r.actors), ['IRN']);
  assert.deepEqual(countries(r.recipients), ['RUS']);
  assert.ok(r.said.some((s) => s.stance === 'denies' && /Iran/.test(s.speaker?.text ?? '')));
  assert.ok(r.denies.length > 0);
  for (const i of r.denies) assert.equal(coding.reports[i]!.type, 'AID');
});

test('what was given before is read beside what may be given, with the receiver of the clause above', () => {
  const may = find('AID', /send/);
  assert.equal(may.status, 'possible');
  const before = find('AID', /delivered/);
  for (const r of [may, before]) {
    assert.deepEqual(countries(r.actors), ['IRN']);
    assert.deepEqual(countries(r.recipients), ['RUS']);
  }
  assert.equal(before.modality, 'actual');
  assert.ok(find('AID', /supplying/).denies.includes(coding.reports.indexOf(before)));
});

test('telling reporters is no request, and reports that nobody signs have no speaker', () => {
  assert.ok(!coding.reports.some((r) => r.type === 'REQUEST' && /tell|told/.test(r.cue.text)));
  assert.equal(coding.statements.find((s) => /^reports$/.test(s.cue.text))?.speaker, null);
});

test('a meeting told by "their" has both sides, and its month', () => {
  const r = find('CONSULT', /meeting/);
  assert.deepEqual(countries(r.actors).sort(), ['IRN', 'RUS']);
  assert.equal(r.when?.from, '2022-07-01');
  assert.equal(r.where?.country, 'IRN');
});

test('support, with the side that it is given to', () => {
  const r = find('SUPPORT', /backed/);
  assert.deepEqual(countries(r.actors), ['IRN']);
  assert.deepEqual(countries(r.recipients), ['RUS']);
});

test('a proposal on the Tuesday before', () => {
  const r = find('REQUEST', /proposed/);
  assert.deepEqual(countries(r.actors), ['UKR']);
  assert.equal(r.when?.from, '2022-10-18');
});

test('a visit in April, in Kyiv', () => {
  const r = find('CONSULT', /^met$/);
  assert.deepEqual(countries([...r.actors, ...r.recipients]).sort(), ['UKR', 'USA']);
  assert.deepEqual([r.when?.from, r.when?.to], ['2022-04-01', '2022-04-30']);
  assert.equal(r.where?.country, 'UKR');
});

test('a direct quotation is whole though it is split around its attribution', () => {
  const quote = coding.statements.find((s) => s.direct && s.content.length === 2);
  assert.ok(quote);
  assert.match(quote.content[0]!.text, /^“The United States is going to pursue all means .* munitions,”$/);
  assert.equal(quote.content[1]!.text, '“against the Ukrainian people.”');
  assert.match(quote.speaker?.text ?? '', /Kirby/);
});

test('heads, reading list and boilerplate are structure', () => {
  const kinds = (kind: string) => coding.sentences.filter((s) => s.kind === kind).map((s) => text.slice(s.from, s.to));
  assert.deepEqual(kinds('heading'), ['Key Facts', 'Key Background', 'Crucial Quote', 'Tangent', 'Further Reading']);
  const publishers = coding.sentences.filter((s) => s.kind === 'reference').map((s) => s.publisher);
  assert.deepEqual(publishers, ['The Washington Post', 'Reuters', 'Council of the European Union']);
  assert.deepEqual(kinds('boilerplate'), ['Subscribe to our newsletter.', 'Share this article on Facebook.']);
});

test('every piece stands where it says it does', () => {
  for (const r of coding.reports) assert.equal(text.slice(r.cue.from, r.cue.to), r.cue.text);
  for (const m of coding.mentions) assert.equal(text.slice(m.from, m.to), m.text);
  for (const s of coding.statements) for (const c of s.content) assert.equal(text.slice(c.from, c.to), c.text);
  for (const d of coding.dates) assert.equal(text.slice(d.from, d.to), d.text);
});

/** Reports of one sentence of one's own. */
const reportsOf = (sentence: string): readonly Report[] =>
  code({ id: 'one', date: '2023-09-25', title: null, text: sentence }, tools).reports;

test('a condemnation of what two states do together has both, its day and its place', () => {
  const [r] = reportsOf(
    'Japanese Foreign Minister Yoko Kamikawa condemned Russia and North Korea’s military cooperation, stating Monday morning at a forum in Geneva that the exchange endangers the region.',
  );
  assert.equal(r!.type, 'ACCUSE');
  assert.deepEqual(countries(r!.recipients), ['RUS', 'PRK']);
  assert.deepEqual([r!.when?.from, r!.where?.country], ['2023-09-25', 'CHE']);
});

test('a claim behind a condemnation is its speaker’s; a denied involvement denies the deed', () => {
  const coded = (sentence: string) => code({ id: 'one', date: '2023-09-25', title: null, text: sentence }, tools);
  const { statements } = coded(
    'Japanese Foreign Minister Yoko Kamikawa condemned Russia and North Korea’s military cooperation, stating Monday morning at a forum in Geneva that the exchange endangers the region.',
  );
  const claim = statements.find((s) => /endangers/.test(s.content[0]?.text ?? ''));
  assert.match(claim?.speaker?.text ?? '', /Kamikawa/);
  const [denied, ...more] = coded(
    'North Korea has denied any involvement in providing weapons to Russia thus far.',
  ).reports;
  assert.deepEqual([denied!.type, denied!.status, more.length], ['AID', 'denied', 0]);
  assert.deepEqual([countries(denied!.actors), countries(denied!.recipients)], [['PRK'], ['RUS']]);
});

test('what was given before goes to whom more may be given, not to those who protest beside it', () => {
  const given = reportsOf(
    'The remarks come amid talk of Iran’s possible plans to provide Russia with missiles beyond the drones they’ve already contributed, as the White House sounds the alarm.',
  ).filter((r) => r.type === 'AID');
  assert.deepEqual(
    given.map((r) => [countries(r.actors), countries(r.recipients), r.status]),
    [
      [['IRN'], ['RUS'], 'possible'],
      [['IRN'], ['RUS'], 'reported'],
    ],
  );
});

test('a deal behind "if" is possible and has both sides; the breach that would follow is possible too', () => {
  const all = reportsOf(
    'If Iran and Russia were to go ahead with a deal, Russia would be in violation of Security Council resolutions.',
  );
  const deal = all.find((r) => r.type === 'AGREE');
  assert.deepEqual(countries(deal!.actors), ['IRN', 'RUS']);
  assert.equal(deal!.status, 'possible');
  const breach = all.find((r) => r.type === 'REJECT');
  assert.deepEqual([countries(breach!.actors), breach!.status], [['RUS'], 'possible']);
});

test('a threat is made when it is said, by the one who says it', () => {
  const all = reportsOf(
    'Arming Russia “is going to hurt North Korea and they will pay a price for this,” U.S. national security adviser Jake Sullivan told reporters at the White House earlier this month.',
  );
  const threat = all.find((r) => r.type === 'THREATEN');
  assert.deepEqual([countries(threat!.actors), countries(threat!.recipients)], [['USA'], ['PRK']]);
  assert.deepEqual([threat!.modality, threat!.when?.from, threat!.when?.to], ['actual', '2023-09-01', '2023-09-30']);
  assert.ok(!all.some((r) => r.type === 'AID' && r.status === 'reported'));
});

test('coding is a function: the same again, and after another article', () => {
  const first = JSON.stringify(coding.reports);
  code(
    { id: 'other', date: '2020-01-01', title: 'Other', text: 'Japan met Kim. He denied it. “No,” she said.' },
    tools,
  );
  assert.equal(JSON.stringify(code(article, tools).reports), first);
});
