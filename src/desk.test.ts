import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { formatBrief } from './brief/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { ACTORS, makeCoding } from './record/testing.ts';

const { PRK, RUS, USA, blinken } = ACTORS;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-desk-'));
let desk: Desk;

before(async () => {
  desk = await openDesk(join(folder, 'desk.duckdb'));
  await desk.save(
    makeCoding(
      {
        title: 'Blinken condemns North Korea and Russia',
        text: 'Antony Blinken condemned North Korea and Russia on Monday. North Korea gave Russia artillery. North Korea has denied giving Russia artillery. “It is wrong for the whole world,” Blinken said. The United States thanked Ukraine.',
      },
      [
        {
          sentence: 1,
          type: 'ACCUSE',
          mode: 'disapprove',
          cue: 'condemned',
          actors: [['Antony Blinken', blinken]],
          recipients: [
            ['North Korea', PRK],
            ['Russia', RUS],
          ],
          day: '2023-09-25',
        },
        {
          sentence: 2,
          type: 'AID',
          cue: 'gave',
          object: 'artillery',
          actors: [['North Korea', PRK]],
          recipients: [['Russia', RUS]],
          day: '2023-09-01',
        },
        {
          sentence: 3,
          type: 'AID',
          cue: 'giving',
          status: 'denied',
          denies: [1],
          stance: 'denies',
          saidBy: ['North Korea', PRK],
          actors: [['North Korea', PRK]],
          recipients: [['Russia', RUS]],
          day: '2023-09-25',
        },
        {
          sentence: 5,
          type: 'SUPPORT',
          cue: 'thanked',
          actors: [['The United States', USA]],
          recipients: [['Ukraine', ACTORS.UKR]],
          day: '2023-09-25',
        },
      ],
      [
        {
          sentence: 4,
          by: ['Blinken', blinken],
          cue: 'said',
          content: ['“It is wrong for the whole world,”'],
          direct: true,
        },
      ],
    ),
  );
  await desk.join();
});

after(() => {
  desk.close();
  rmSync(folder, { recursive: true });
});

test('any state is a side: whom a state meets of other states, and not who belongs to none', async () => {
  assert.deepEqual((await desk.who('any state')).side, 'state');
  const own = await openDesk(join(folder, 'states.duckdb'));
  const guerrillas = { name: 'guerrillas', kind: 'people', country: null, sector: 'REB' } as const;
  await own.save(
    makeCoding({ text: 'North Korea gave guerrillas rice. North Korea gave Russia rice. Kim gave North Korea rice.' }, [
      {
        sentence: 0,
        type: 'AID',
        cue: 'gave',
        actors: [['North Korea', PRK]],
        recipients: [['guerrillas', guerrillas]],
      },
      { sentence: 1, type: 'AID', cue: 'gave', actors: [['North Korea', PRK]], recipients: [['Russia', RUS]] },
    ]),
  );
  await own.join();
  const events = async (b: string) => (await own.relation('PRK', b)).forward.tally.events;
  assert.deepEqual([await events('any'), await events('state'), await events('RUS')], [2, 1, 1]);
  const made = await own.brief('PRK', 'state');
  assert.match(formatBrief(made, 'text'), /North Korea gave Russia rice/);
  assert.doesNotMatch(formatBrief(made, 'text'), /guerrillas/);
  own.close();
});

test('a relation counts both ways, finds the ledger, what others did towards both, and measures', async () => {
  const view = await desk.relation('PRK', 'Russia');
  assert.equal(view.a.name, 'North Korea');
  assert.equal(view.forward.tally.events, 1);
  assert.equal(view.forward.tally.quads['material cooperation'], 1);
  assert.equal(view.backward.tally.events, 0);
  assert.equal(view.ledger.length, 1);
  assert.equal(view.ledger[0]!.claim.sentence.text, 'North Korea gave Russia artillery.');
  assert.equal(view.ledger[0]!.denials[0]!.by?.name, 'North Korea');
  assert.deepEqual(
    view.about.map((event) => event.type),
    ['ACCUSE'],
  );
  assert.ok(view.findings.some((finding) => finding.measure.instrument === 'S/RES/1874 (2009)'));
  assert.ok(view.measures.some((measure) => measure.id === 'UN-PRK-1874-9'));
});

test('evidence opens a number; an event lists its sides; an article shows all that was found', async () => {
  const [newest] = await desk.evidence({ a: 'PRK', b: 'RUS', direction: 'forward', quad: 'material cooperation' });
  const event = await desk.event(newest!.event!);
  assert.equal(event!.reports.length, 2);
  assert.equal(event!.affirms.length, 1);
  assert.equal(event!.denies[0]!.by?.name, 'North Korea');
  const article = await desk.article('a');
  assert.equal(article!.reports.length, 4);
  assert.equal(await desk.event('nothing'), null);
  assert.equal(await desk.article('nothing'), null);
});

test('who: codes, names, "any", and nobody', async () => {
  assert.deepEqual((await desk.who('prk')).side, { country: 'PRK' });
  assert.deepEqual((await desk.who('Antony Blinken')).side, { key: 'per:antony-blinken' });
  assert.equal((await desk.who('any')).side, 'any');
  await assert.rejects(desk.who('Nobody at All'), /nobody called "Nobody at All"/);
});

test('overview, actor and search', async () => {
  const overview = await desk.overview();
  assert.equal(overview.sample, false);
  assert.deepEqual(overview.pairs.map((pair) => [pair.a.key, pair.b.key].join('-')).sort(), [
    'PRK-RUS',
    'PRK-USA',
    'RUS-USA',
    'UKR-USA',
  ]);
  const actor = await desk.actor('per:antony-blinken');
  const [office] = actor.offices;
  assert.deepEqual([office!.office, office!.from, office!.country], ['Secretary of State', '2021-01-26', 'USA']);
  assert.match(office!.to ?? '', /^2025-01-2/);
  const state = await desk.actor('USA');
  assert.deepEqual(state.offices, []);
  assert.ok(state.holders.some(({ key, officeClass }) => key === 'per:antony-blinken' && officeClass === 'FM'));
  const unmet = await desk.actor('per:sergei-lavrov');
  assert.deepEqual([unmet.actor.name, unmet.tally.events, unmet.offices.length > 0], ['Sergei Lavrov', 0, true]);
  assert.equal((await desk.search('artillery')).sentences.length, 2);
  assert.equal((await desk.search('100%_')).sentences.length, 0);
});

test('the brief says that it has one source, keeps sentences byte for byte, and cites every line', async () => {
  const made = await desk.brief('PRK', 'RUS');
  assert.match(made.notes[0]!, /^From one source only: “Blinken condemns North Korea and Russia”, Test Wire/);
  assert.equal(made.topline!.text, 'Antony Blinken condemned North Korea and Russia on Monday.');
  assert.equal(made.quote!.speaker, 'Antony Blinken');
  assert.equal(made.disputed[0]!.denials[0]!.text, 'North Korea has denied giving Russia artillery.');
  const lines = [made.topline!, made.quote!, ...made.facts, ...made.background, ...made.measures];
  for (const line of lines) assert.ok(line.cites.length > 0, line.text);
  const written = formatBrief(made, 'text');
  assert.ok(!/happened/.test(written));
  assert.match(written, /Sources\n {2}\[1\]/);
});

test('formats escape what comes from outside', async () => {
  const made = await desk.brief('PRK', 'RUS');
  const nasty = { ...made, title: '<b>*x*</b>' };
  assert.ok(formatBrief(nasty, 'html').includes('&lt;b&gt;*x*&lt;/b&gt;'));
  assert.ok(formatBrief(nasty, 'md').includes('\\<b\\>\\*x\\*'));
  assert.equal(JSON.parse(formatBrief(made, 'json')).title, made.title);
});

test('an empty relation says so', async () => {
  const made = await desk.brief('JPN', 'FRA');
  assert.deepEqual(made.notes, ['The record has no report with both.']);
  assert.equal(made.sources.length, 0);
});

test('of several articles a quotation of a third party on other matters, or the name of a drill, is not crucial', async () => {
  const path = join(folder, 'quotes.duckdb');
  const own = await openDesk(path);
  const aid = { sentence: 0, type: 'AID', cue: 'gave', day: '2023-09-01' } as const;
  const told = [{ ...aid, actors: [['North Korea', PRK]], recipients: [['Russia', RUS]] }] as const;
  const texts = [
    'North Korea gave Russia shells. “We will plant a million trees by spring,” Blinken said.',
    'North Korea gave Russia rockets. “Iron River Shield Exercise Two,” Blinken said.',
  ];
  const contents = ['“We will plant a million trees by spring,”', '“Iron River Shield Exercise Two,”'];
  for (const [i, text] of texts.entries())
    await own.save(
      makeCoding({ id: `q${i}`, text, date: '2023-09-02' }, told, [
        { sentence: 1, by: ['Blinken', blinken], cue: 'said', content: [contents[i]!], direct: true },
      ]),
    );
  await own.join();
  const { quote, facts, topline } = await own.brief('PRK', 'RUS');
  own.close();
  assert.ok(topline ?? facts[0]);
  assert.equal(quote, null);
});
