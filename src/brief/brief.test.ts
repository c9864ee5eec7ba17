import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  ActorRef,
  FindingRow,
  LedgerEntry,
  MeasureRow,
  QuoteRow,
  RelationView,
  ReportRow,
  SaidRow,
} from '../rows.ts';
import { reportRow } from '../testing.ts';
import { brief } from './brief.ts';
import { candidates, choose, Told } from './choose.ts';
import { Citations, properText } from './cite.ts';
import { formatBrief } from './format.ts';

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

test('a sentence that leans on others, and a question, go behind one that stands alone', () => {
  const first = (a: ReportRow, b: ReportRow) => candidates([a, b], { now: '2023-09-10' })[0]!.report;
  const alone = report('North Korea sent a shipment of shells to a port in the Russian Far East.');
  for (const opening of [
    'However, North Korea',
    'That day, North Korea',
    '“But North Korea',
    'In the article, North Korea',
  ])
    assert.equal(first(report(`${opening} sent a shipment of shells to a port in the Far East.`), alone), alone);
  assert.equal(first(report('Which state sent a shipment of shells to a port in the Far East?'), alone), alone);
  const opening = report('North Korea sent this to the ministry of defence of Russia in Moscow by rail:');
  assert.equal(first(opening, alone), alone);
  const named = report('Butler of the United Nations inspected a shipment of shells at a port in the east.');
  assert.equal(first(named, alone), named.sentence.index < alone.sentence.index ? named : alone);
});

const view = (more: Partial<RelationView>): RelationView => ({
  ...{ a: side('PRK', 'North Korea'), b: side('RUS', 'Russia'), since: null, until: null, span: null, period: 'month' },
  ...{ assessment: { text: '', reports: [] }, changes: [], firsts: [], articles: 0, origins: 0, events: [], total: 0 },
  ...{ about: [], ledger: [], quotes: [], findings: [], measures: [] },
  ...({ forward: null, backward: null, facets: null } as unknown as Pick<
    RelationView,
    'forward' | 'backward' | 'facets'
  >),
  ...more,
});
const side = (key: string, name: string): ActorRef => ({ key, name, kind: 'country', country: key, sector: 'GOV' });
const nothing = { others: [], sentences: [], statements: [], mentioning: [] };
const both = {
  actors: [
    { ...side('PRK', 'North Korea'), office: null, text: 'North Korea', from: 0, to: 11, part: 'text' as const },
  ],
  recipients: [{ ...side('RUS', 'Russia'), office: null, text: 'Russia', from: 0, to: 6, part: 'text' as const }],
};

test('articles of one publisher are said to be so', () => {
  const of = (publisher: string) => (row: ReportRow) => ({ ...row, source: { ...row.source, publisher } });
  const reports = [
    report('North Korea sent Russia a first shipment of shells by rail in the autumn.', both),
    report('North Korea praised Russia for a parade of tanks on the square in spring.', both),
  ];
  const notes = (rows: ReportRow[]) => brief({ ...nothing, view: view({}), reports: rows }).notes.join(' ');
  assert.match(notes(reports.map(of('Harbour Post'))), /From 2 articles of one publisher, Harbour Post/);
  assert.doesNotMatch(notes([of('Harbour Post')(reports[0]!), of('Hill Gazette')(reports[1]!)]), /one publisher/);
});

test('lines that lean on others only fill a list, and what is told of "last week" is not told beside its day', () => {
  const alone = [
    'Spain sent grain to a port of Morocco by a large ship.',
    'Portugal closed its embassy in Lisbon street for good.',
    'Ministers of France welcomed the envoy from Chile today.',
  ].map((text) => report(text));
  const leaning = [
    'However, boats carried coal over that river far away.',
    'That day, soldiers crossed the northern frontier quietly.',
    'But traders bought copper cheaply in another market hall.',
  ].map((text) => report(text));
  const chosen = (from: ReportRow[]) => choose(candidates(from, { now: '2023-09-10' }), new Told(), anything);
  assert.deepEqual(chosen([...leaning, ...alone]), chosen(alone));
  assert.equal(chosen([...leaning, alone[0]!]).length, 3);
  const vague = report('Gunners of the north had shelled their neighbours once more.', {
    ...{ ...both, type: 'ASSAULT', day: '2023-08-28' },
    when: { from: '2023-08-28', to: '2023-09-03', text: 'last week', implied: false },
  });
  const on = (day: string) => report(`Rockets struck a bridge at dawn on ${day}.`, { ...both, type: 'ASSAULT', day });
  assert.equal(chosen([on('2023-09-01'), vague]).length, 1);
  assert.equal(chosen([on('2023-09-09'), vague]).length, 2);
});

test('sources are numbered in the order in which the lines show them, and only these are listed', () => {
  const on = (day: string, text: string) =>
    report(text, { ...both, day, source: { ...report('').source, published: day } });
  const reports = [
    on('2023-07-02', 'North Korea sent Russia a first shipment of shells by rail.'),
    on('2023-07-20', 'North Korea praised Russia for a parade of tanks on the square.'),
    on('2023-07-11', 'North Korea invited a minister of Russia to a congress of youth.'),
  ];
  const made = brief({ ...nothing, view: view({}), reports });
  const shown = [made.headline, made.topline, ...made.facts, ...made.background].flatMap((line) => line?.cites ?? []);
  const numbers = [...new Set(shown.map((cite) => cite.number))];
  assert.deepEqual(numbers, [1, 2, 3]);
  assert.deepEqual(
    made.sources.map((cite) => cite.number),
    numbers,
  );
});

test('a measure is worded after the firmest report that meets it, and says what was not checked', () => {
  const [sent, denied] = [
    report('North Korea may send Russia a shipment of shells by rail in the autumn.', { ...both, status: 'possible' }),
    report('North Korea denied that it had sent Russia any shells.', { ...both, status: 'denied' }),
  ];
  const measure = { paragraphs: ['9'], confirmed: ['ban', 'dates'] } as unknown as MeasureRow;
  const finding = (id: string, text: string): FindingRow => ({
    ...{ id, report: id, measure, text },
    conditional: true,
    because: '',
  });
  const findings = [
    finding(denied!.id, 'If it took place, which is denied, it would breach R 1 ¶9, which bans exports of arms.'),
    finding(sent!.id, 'If it were to proceed, it would breach R 1 ¶9, which bans exports of arms.'),
  ];
  const { measures } = brief({ ...nothing, view: view({ findings }), reports: [sent!, denied!] });
  assert.equal(measures.length, 1);
  assert.equal(
    measures[0]!.text,
    'If it were to proceed, it would breach R 1 ¶9, which bans exports of arms. (Paragraph not checked against the text.)',
  );
  assert.equal(measures[0]!.cites.length, 2);
});

test('neither a scare quote nor the words of nobody named is the crucial quote', () => {
  const said = (name: string, words: string): QuoteRow => {
    const row = report(`“${words}” ${name} said of North Korea.`);
    return {
      ...{ id: name, cue: 'said', direct: true, stance: 'affirms', source: row.source, sentence: row.sentence },
      speaker: {
        key: null,
        name,
        office: null,
        country: 'PRK',
        sector: 'GOV',
        text: name,
        cue: 'said',
        direct: true,
        stance: 'affirms',
      },
      content: [{ from: 1, to: 1 + words.length, text: words }],
    };
  };
  const quoteOf = (...statements: QuoteRow[]) =>
    brief({
      ...nothing,
      view: view({}),
      reports: [report('North Korea sent Russia shells by rail.', both)],
      statements,
    }).quote;
  assert.equal(quoteOf(said('which', 'We will go on with all that we have begun here')), null);
  assert.equal(quoteOf(said('Kim Jong Un', 'mopping-up operation against')), null);
  assert.equal(quoteOf(said('Kim Jong Un', 'We will go on with all that we have begun here'))?.speaker, 'Kim Jong Un');
});

test('text of sources is data in every format: marks are escaped, only web addresses become links', () => {
  const row = report('North Korea sent Russia <b onclick="x()">shells</b> & [rockets](javascript:x) by rail.', both);
  const nasty = { ...row.source, title: '<script>alert(1)</script>', url: 'https://example.org/a_b?c="><script>' };
  const made = brief({ ...nothing, view: view({}), reports: [{ ...row, source: nasty }] });
  const html = formatBrief(made, 'html');
  assert.doesNotMatch(html, /<script|<b |href="(?!#|https:)/);
  assert.doesNotMatch(formatBrief(made, 'md'), /(?<!\\)<(?:script|b )|(?<!\\)\[rockets/);
  const plain = brief({
    ...nothing,
    view: view({}),
    reports: [{ ...row, source: { ...nasty, url: 'https://example.org/a_b' } }],
  });
  assert.match(formatBrief(plain, 'md'), /<https:\/\/example\.org\/a_b>/);
  assert.match(formatBrief(plain, 'html'), /<a href="https:\/\/example\.org\/a_b" rel="nofollow noreferrer">/);
});

test('what one report tells as claimed and denied is disputed, and so is a denial alone', () => {
  const says = (name: string, stance: SaidRow['stance']): SaidRow => ({
    ...{ key: name, name, office: null, country: null, sector: null, text: name, cue: 'said', direct: false },
    stance,
  });
  const disputed = (text: string, more: Partial<ReportRow>, affirmedBy: SaidRow[] = []) => {
    const claim = report(text, { ...both, status: 'denied', ...more });
    const ledger: LedgerEntry[] = [{ claim, affirmedBy, denials: [{ report: claim, by: null, how: '' }] }];
    return brief({ ...nothing, view: view({ ledger }), reports: [claim] });
  };
  const alone = disputed('Moscow denied that it had shelled the harbour of Poti in August.', {});
  assert.deepEqual(
    alone.disputed.map(({ kind, claim, denials }) => [kind, claim.status, claim.text, denials]),
    [['alone', 'denied', 'Moscow denied that it had shelled the harbour of Poti in August.', []]],
  );
  assert.match(formatBrief(alone, 'text'), /What is disputed\n +- Denial of a claim .* denied: Moscow denied/);
  const affirmed = [says('Tbilisi', 'affirms')];
  const together = 'Tbilisi said that Russia had shelled the harbour, which Moscow denied on Friday.';
  assert.equal(disputed(together, {}, affirmed).disputed[0]!.kind, 'together');
  const bare = disputed('Moscow denied the accusations of its neighbours on Friday.', { type: 'REJECT' });
  assert.deepEqual(bare.disputed, []);
});

test('who says something and denies something like it disputes nothing with anybody', () => {
  const by = (stance: SaidRow['stance'], country: string): SaidRow => ({
    ...{ key: `per:${country}`, name: 'Anna Roe', office: null, country, sector: 'GOV', text: null, cue: 'said' },
    ...{ direct: false, stance },
  });
  const claim = report('A spokesman of Russia said it repaired old helicopters of Syria.', {
    ...both,
    ...{ status: 'alleged', said: [by('affirms', 'RUS')] },
  });
  const denial = report('Russia denied that it had sold new helicopters to Damascus.', { ...both, status: 'denied' });
  const disputed = (country: string) => {
    const denials = [{ report: denial, by: by('denies', country), how: '' }];
    const ledger: LedgerEntry[] = [{ claim, affirmedBy: [], denials }];
    return brief({ ...nothing, view: view({ ledger }), reports: [claim, denial] }).disputed.length;
  };
  assert.deepEqual([disputed('RUS'), disputed('PRK')], [0, 1]);
});

test('a brief without a headline of its own has its title once', () => {
  const made = brief({
    ...nothing,
    view: view({}),
    reports: [report('North Korea sent shells to Russia by rail.', both)],
  });
  const untitled = { ...made, headline: { ...made.headline, text: made.title } };
  assert.equal(formatBrief(untitled, 'text').match(/north korea and russia/gi)!.length, 1);
});
