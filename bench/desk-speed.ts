// Time and size of the desk's answers with many reports in the record: nice node --import tsx bench/desk-speed.ts [articles] [record]
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openDesk } from '../src/desk.ts';
import type { Actor } from '../src/nouns.ts';
import { makeCoding, type Told } from '../src/record/testing.ts';
import { createApp } from '../src/server/index.ts';

const [articles = '5000', path = 'desk-speed.duckdb'] = process.argv.slice(2);
const fresh = !existsSync(path);
const desk = await openDesk(path);

const names = ['USA', 'RUS', 'CHN', 'PRK', 'KOR', 'JPN', 'UKR', 'IRN', 'ISR', 'TUR', 'IND', 'PAK', 'FRA', 'DEU', 'GBR'];
const state = (id: string): Actor => ({ id, name: id, kind: 'country', country: id, sector: 'GOV' });
const TYPES = ['AID', 'CONSULT', 'ACCUSE', 'THREATEN', 'SUPPORT', 'SANCTION', 'AGREE', 'ASSAULT'];

if (fresh) {
  for (let i = 0; i < Number(articles); i += 1) {
    const told: Told[] = [];
    const texts: string[] = [];
    for (let k = 0; k < 20; k += 1) {
      const [a, b] = [
        names[(i * 3 + k * 5) % names.length]!,
        names[(i * 3 + k * 5 + 1 + ((i + k) % 5)) % names.length]!,
      ];
      texts.push(`${a} dealt in matter ${i * 20 + k} with ${b}.`);
      const day = new Date(Date.UTC(2010, 0, 1 + ((i * 7 + k) % 5000))).toISOString().slice(0, 10);
      told.push({
        sentence: k,
        type: TYPES[(i + k) % TYPES.length]!,
        cue: 'dealt',
        actors: [[a, state(a)]],
        recipients: [[b, state(b)]],
        day,
      });
    }
    const date = new Date(Date.UTC(2010, 0, 1 + ((i * 7) % 5000))).toISOString().slice(0, 10);
    await desk.save(makeCoding({ id: `a${i}`, date, text: texts.join(' '), publisher: `Paper ${i % 40}` }, told));
  }
  const began = performance.now();
  await desk.join();
  process.stdout.write(`joined in ${Math.round(performance.now() - began)} ms\n`);
}

const { app, kept } = createApp(desk);
const PATHS = [
  '/api/overview',
  '/api/relations/USA-RUS',
  '/api/relations/USA-RUS/brief',
  '/api/relations/USA-RUS/periods?since=2020-01-01&until=2023-12-31&against=2012-01-01..2019-12-31',
  '/api/relations/USA-RUS/events?type=AID&limit=20&offset=400',
  '/api/relations/USA-RUS/evidence?direction=forward&kind=conflict&since=2015-03-01&until=2015-03-31',
  '/api/actors/USA',
  '/api/search?q=matter%2099',
];
/** Wall and processor time of an answer that is not at hand, in milliseconds, and its packed size. */
async function timed(at: string): Promise<readonly [wall: number, cpu: number, bytes: number]> {
  kept.changed();
  const [began, before] = [performance.now(), process.cpuUsage()];
  const response = await app.request(`http://localhost${at}`, {
    headers: { host: 'localhost', 'accept-encoding': 'gzip' },
  });
  if (!response.ok) throw new Error(await response.text());
  const bytes = (await response.arrayBuffer()).byteLength;
  const { user, system } = process.cpuUsage(before);
  return [Math.round(performance.now() - began), Math.round((user + system) / 1000), bytes];
}

for (const at of PATHS) {
  const runs = [];
  for (let run = 0; run < 4; run += 1) runs.push(await timed(at));
  const times = runs.map(([wall, cpu]) => `${wall} (${cpu})`).join(', ');
  process.stdout.write(`${at}: ${times} ms of wall (processor) time, ${Math.round(runs[0]![2] / 1000)} kB\n`);
}

// Relations as they are asked for first: 75 pairs, each once.
const firsts = [];
for (const [i, a] of names.entries())
  for (let k = 1; k <= 5; k += 1) firsts.push(await timed(`/api/relations/${a}-${names[(i + k) % names.length]}`));
for (const [n, what] of [
  [0, 'wall'],
  [1, 'processor'],
] as const) {
  const sorted = firsts.map((one) => one[n]).sort((x, y) => x - y);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)];
  process.stdout.write(
    `relations first asked, ${what} time: least ${at(0)}, median ${at(0.5)}, nine of ten ${at(0.9)} ms\n`,
  );
}
desk.close();
