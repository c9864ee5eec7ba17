/** Sentences about states that only a user's dictionary knows: the CAMEO root, and who did it to whom. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Mention, Report } from '../src/nouns.ts';
import { code } from '../src/pipeline.ts';
import { loadTools } from '../src/tools.ts';

const beside = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** "MRV 19 TLD": one line an actor and recipient; both ways where several do it together. */
function eventsOf({ actors, recipients, cameo }: Report): string[] {
  const codes = (list: readonly Mention[]): string[] => list.flatMap((m) => m.actors.flatMap((a) => a.code ?? []));
  const [from, to] = [codes(actors), recipients.length ? codes(recipients) : codes(actors)];
  return from.flatMap((a) => to.filter((b) => b !== a).map((b) => `${a} ${cameo?.slice(0, 2)} ${b}`));
}

const bothWays = (event: string): string[] => [event, event.split(' ').reverse().join(' ')];

test('sentences over the CAMEO roots give their events and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cameo-'));
  const { actors, roles } = JSON.parse(beside('cameo.json'));
  writeFileSync(join(folder, 'actors.json'), JSON.stringify(actors));
  writeFileSync(join(folder, 'roles.json'), JSON.stringify(roles));
  const tools = loadTools({ actors: [join(folder, 'actors.json')], roles: [join(folder, 'roles.json')] });
  rmSync(folder, { recursive: true });
  const wrong: string[] = [];
  for (const line of beside('cameo-cases.txt')
    .split('\n')
    .filter((l) => l && !l.startsWith('#'))) {
    const [root, pairs, text] = line.split('\t') as [string, string, string];
    const got = code({ id: 'x', date: '1995-03-10', title: null, text }, tools).reports.flatMap(eventsOf);
    const wanted = (pairs ? pairs.split(', ') : []).map((pair) => {
      const [a, way, b] = pair.split(' ') as [string, string, string];
      const events = root.split('+').map((r) => `${a} ${r} ${b}`);
      return way === '=' || root === '04' ? events.flatMap(bothWays) : events;
    });
    const isWhole = wanted.every((ways) => ways.some((w) => got.includes(w)));
    const isAll = got.every((g) => wanted.some((ways) => ways.includes(g)));
    if (!isWhole || !isAll) wrong.push(`${line} — got ${got.join(', ') || 'nothing'}`);
  }
  assert.deepEqual(wrong, []);
});

test('a line of three words that tells a deed is told, a heading is none', () => {
  const tools = loadTools();
  const typesIn = (text: string): string[] =>
    code({ id: 'x', date: '2023-03-10', title: null, text }, tools).reports.map((r) => r.type);
  assert.deepEqual(typesIn('Kenya shells Uganda'), ['ASSAULT']);
  assert.deepEqual(typesIn('Kenya condemns Uganda\n\nKey Facts\n\nUganda rejected the charge.')[0], 'ACCUSE');
  assert.deepEqual(typesIn('Kenya and Uganda'), []);
  assert.deepEqual(typesIn('Attacks in Uganda'), []);
});

test('who does it to whom decides between unconventional violence and fighting', () => {
  const tools = loadTools();
  const cases: readonly (readonly [cameo: string, text: string])[] = [
    ['190', 'Israeli soldiers killed twelve Palestinian villagers on Monday.'],
    ['180', 'Rebels killed twelve villagers in Mali.'],
    ['19', 'Rebels attacked Malian soldiers near Gao.'],
    ['180', 'Gunmen attacked worshippers in Nigeria.'],
    ['183', 'Militants bombed a police station in Pakistan.'],
    ['183', 'A bombing in Baghdad wounded forty policemen.'],
    ['195', 'Russia bombed Ukraine.'],
    ['190', 'Israeli troops blew up a house of Hamas militants in Jenin.'],
    ['192', 'Rebels captured the town of Goma from Congolese soldiers.'],
    ['181', 'Soldiers abducted five Burmese students.'],
    ['18', 'Police killed three protesters in Nairobi.'],
    ['19', 'Iran attacked Israel.'],
    ['184', 'The army used Kachin villagers as human shields.'],
  ];
  const got = cases.map(([, text]) => {
    const { reports } = code({ id: 'x', date: '2023-03-10', title: null, text }, tools);
    return [reports.map((r) => r.cameo).join(' '), text];
  });
  assert.deepEqual(got, cases);
});

test('prisoners who are held somewhere are not taken there', () => {
  const tools = loadTools();
  for (const text of [
    'Ukraine exchanged prisoners held in Russia.',
    'Some 200 soldiers held prisoner in Iran returned.',
  ]) {
    const { reports } = code({ id: 'x', date: '2023-03-10', title: null, text }, tools);
    assert.ok(!reports.some((r) => r.type === 'ASSAULT' && r.actors.length), text);
  }
});
