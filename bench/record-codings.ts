/** Codings made up by a fixed rule, as many as wanted: for measuring and killing the record without reading anything. */
import type { Actor, Coding } from '../src/nouns.ts';
import { makeCoding, type Told } from '../src/record/testing.ts';

const STATES = [
  'PRK',
  'RUS',
  'USA',
  'CHN',
  'KOR',
  'JPN',
  'UKR',
  'IRN',
  'ISR',
  'GBR',
  'FRA',
  'DEU',
  'IND',
  'PAK',
  'TUR',
  'SYR',
  'SAU',
  'EGY',
  'BRA',
  'ZAF',
];
const ACTS = [
  ['ACCUSE', 'condemned'],
  ['CONSULT', 'met'],
  ['AID', 'supplied'],
  ['THREATEN', 'warned'],
  ['SANCTION', 'sanctioned'],
  ['AGREE', 'agreed with'],
  ['SUPPORT', 'praised'],
  ['REJECT', 'rejected'],
  ['ASSAULT', 'attacked'],
  ['COOPERATE', 'traded with'],
] as const;
const OBJECTS =
  'artillery shells over the northern border|a plan for talks in the capital|the launch of a new satellite|grain and fuel for the winter|naval drills near the disputed islands|the arrest of two journalists|a loan for rebuilding the power grid|tariffs on steel and cars'.split(
    '|',
  );

const stateActor = (id: string): Actor => ({ id, name: `State ${id}`, kind: 'country', country: id, sector: 'GOV' });

/** Numbers in 0..1 that depend on the seed alone. */
export function randoms(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

const REPORTS = 5;
const DAY_MS = 86_400_000;

/** The n-th coding: five reports in five sentences, over twelve years. */
export function codingNumber(n: number): Coding {
  const next = randoms(n * 7919 + 13);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * next() * list.length)]!;
  const date = new Date(Date.UTC(2012, 0, 1) + Math.floor(next() * 4380) * DAY_MS).toISOString().slice(0, 10);
  const sentences: string[] = [];
  const told: Told[] = [];
  for (let i = 0; i < REPORTS; i++) {
    const [type, cue] = pick(ACTS);
    const a = pick(STATES);
    const others = STATES.filter((state) => state !== a);
    const b = pick(others);
    sentences.push(`State ${a} ${cue} State ${b} over ${pick(OBJECTS)}, officials said in notice ${n} of the day.`);
    const actors: Told['actors'] = [[`State ${a}`, stateActor(a)]];
    told.push({
      sentence: i,
      type,
      cue,
      actors,
      recipients: [[`State ${b}`, stateActor(b)]],
      mutual: type === 'CONSULT',
      day: date,
      status: next() < 0.1 ? 'denied' : 'reported',
    });
  }
  return makeCoding({ id: `n${n}`, date, text: sentences.join(' '), publisher: `Wire ${n % 40}` }, told);
}
