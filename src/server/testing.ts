/** A small record written by hand, for tests of the server and the pages: every page has something to show. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, openDesk } from '../desk.ts';
import type { Actor } from '../nouns.ts';
import { ACTORS, makeCoding, type Told } from '../record/testing.ts';

const { PRK, RUS, USA, UKR, blinken } = ACTORS;
const state = (id: string, name: string): Actor => ({ id, name, kind: 'country', country: id, sector: 'GOV' });
const KOR = state('KOR', 'South Korea');
const JPN = state('JPN', 'Japan');

type Who = readonly [string, Actor];
const prk: Who = ['North Korea', PRK];
const rus: Who = ['Russia', RUS];
const usa: Who = ['The United States', USA];

/** One sentence with one event: words, type, cue, sides. */
type Plain = readonly [text: string, type: string, cue: string, a: readonly Who[], b: readonly Who[], status?: string];

const PLAIN: readonly Plain[] = [
  ['North Korea praised Russia for its policy.', 'SUPPORT', 'praised', [prk], [rus]],
  ['Russia sent food to North Korea.', 'AID', 'sent', [rus], [prk]],
  ['North Korea and Russia held talks on trade.', 'CONSULT', 'held talks', [prk, rus], []],
  ['Russia criticised North Korea over a missile test.', 'ACCUSE', 'criticised', [rus], [prk]],
  ['North Korea gave artillery to Russia.', 'AID', 'gave', [prk], [rus], 'alleged'],
  ['Russia may send aircraft to North Korea.', 'AID', 'send', [rus], [prk], 'possible'],
  ['Russia will open a bridge with North Korea.', 'AGREE', 'open', [rus], [prk], 'planned'],
  ['The United States imposed sanctions on Russia.', 'SANCTION', 'imposed sanctions', [usa], [rus]],
  ['The United States condemned North Korea.', 'ACCUSE', 'condemned', [usa], [prk]],
  [
    'South Korea and Japan agreed to share warnings.',
    'AGREE',
    'agreed',
    [
      ['South Korea', KOR],
      ['Japan', JPN],
    ],
    [],
  ],
  ['Russia attacked Ukraine with missiles.', 'ASSAULT', 'attacked', [rus], [['Ukraine', UKR]]],
];

/** Days since 1970, as a date. */
const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

async function savePlain(desk: Desk): Promise<void> {
  for (let i = 0; i < 64; i += 1) {
    const [text, type, cue, actors, recipients, status = 'reported'] = PLAIN[(i * 7) % PLAIN.length]!;
    const day = iso(18_300 + i * 21);
    const mutual = recipients.length === 0;
    const report = { sentence: 1, type, cue, actors, recipients, mutual, day };
    const told = [{ ...report, status: status as NonNullable<Told['status']> }];
    const title = `${text.slice(0, -1)}, paper ${i + 1} says`;
    await desk.save(makeCoding({ id: `plain-${i}`, date: day, title, text, publisher: `Paper ${(i % 9) + 1}` }, told));
  }
}

/** Many in one month, so that it stands out. */
async function saveBusyMonth(desk: Desk): Promise<void> {
  for (let i = 0; i < 9; i += 1) {
    const text = `North Korea handed over shipment ${i + 1} of shells to Russia.`;
    const day = `2023-09-${String(10 + i).padStart(2, '0')}`;
    const told = [{ sentence: 0, type: 'AID', cue: 'handed over', actors: [prk], recipients: [rus], day }];
    await desk.save(makeCoding({ id: `busy-${i}`, date: day, text, publisher: `Paper ${i + 1}` }, told));
  }
}

const FEATURE =
  'Antony Blinken condemned North Korea and Russia on Monday. North Korea gave Russia artillery. North Korea has denied giving Russia artillery. “It is wrong for the whole world,” Blinken said. The United States thanked Ukraine.';

const featureTold: readonly Told[] = [
  {
    ...{ sentence: 1, type: 'ACCUSE', mode: 'disapprove', cue: 'condemned', day: '2023-09-25' },
    actors: [['Antony Blinken', blinken]],
    recipients: [prk, rus],
  },
  { sentence: 2, type: 'AID', cue: 'gave', actors: [prk], recipients: [rus], day: '2023-09-01' },
  {
    ...{ sentence: 3, type: 'AID', cue: 'giving', status: 'denied', denies: [1], stance: 'denies', saidBy: prk },
    actors: [prk],
    recipients: [rus],
    day: '2023-09-25',
  },
  { sentence: 5, type: 'SUPPORT', cue: 'thanked', actors: [usa], recipients: [['Ukraine', UKR]], day: '2023-09-25' },
];

/** An article that means harm, as far as words can: markup, script, overrides of direction, a paragraph without end. */
const HOSTILE_TITLE = '<img src=x onerror="document[`title`]=1"><script>document["title"]="owned"</script>';
const HOSTILE_TEXT = `<script>document["title"]="owned"</script> Russia condemned North Korea \u202Eaeroc htron\u202C </p><h1>big</h1> javascript:alert(1). ${'الحرب '.repeat(40)}. ${'endless '.repeat(4000)}`;

async function saveHostile(desk: Desk): Promise<void> {
  const told = [{ sentence: 1, type: 'ACCUSE', cue: 'condemned', actors: [rus], recipients: [prk], day: '2024-05-01' }];
  const article = { id: 'hostile', date: '2024-05-01', title: HOSTILE_TITLE, text: HOSTILE_TEXT };
  await desk.save(makeCoding({ ...article, url: 'javascript:alert(1)', publisher: '"><b>Paper</b>' }, told));
}

export interface TestDesk {
  readonly desk: Desk;
  close(): void;
}

/** A desk on a new record in a temporary folder. */
export async function testDesk({ empty = false } = {}): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-server-'));
  const desk = await openDesk(join(folder, 'desk.duckdb'));
  if (!empty) {
    await savePlain(desk);
    await saveBusyMonth(desk);
    await saveHostile(desk);
    const by = { sentence: 4, by: ['Blinken', blinken], cue: 'said', direct: true } as const;
    const said = [{ ...by, content: ['“It is wrong for the whole world,”'] }];
    const title = 'Blinken condemns North Korea and Russia';
    await desk.save(makeCoding({ id: 'feature', title, text: FEATURE }, featureTold, said));
    await desk.join();
  }
  const close = () => {
    desk.close();
    rmSync(folder, { recursive: true });
  };
  return { desk, close };
}
