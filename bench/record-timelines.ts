/**
 * Do joined events meet the experts' timelines? Of dated entries that name an actor: the share for which the record
 * has an event of that day (one day either way) with one of the actors and three words in common, against the share at other days of the same
 * topic. With and without joining: `--least N` counts only events of N origins or more.
 *
 *     node --import tsx bench/record-timelines.ts --record FILE --timelines FILE
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDesk } from '../src/desk.ts';
import { code } from '../src/pipeline.ts';
import { contentWords } from '../src/record/joining.ts';
import { loadTools } from '../src/tools.ts';

const { values } = parseArgs({ options: { record: { type: 'string' }, timelines: { type: 'string' } } });
if (!values.record || !values.timelines) throw new Error('name --record FILE and --timelines FILE');

interface Entry {
  readonly topic: string;
  readonly date: string;
  readonly actors: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** Words that the entry and a sentence of the event have in common at least, so that they can be of one thing. */
const LEAST_WORDS = 3;

const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

function entriesOf(path: string): Entry[] {
  const tools = loadTools();
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.flatMap((line): Entry[] => {
    const { id, topic, date, text } = JSON.parse(line);
    const { mentions } = code({ id, date, text, title: null }, tools);
    const actors = new Set(
      mentions.flatMap((m) => m.actors.flatMap((a) => [...(a.country ? [a.country] : []), ...(a.id ? [a.id] : [])])),
    );
    return actors.size ? [{ topic, date, actors, words: contentWords(text, []) }] : [];
  });
}

const desk = await openDesk(values.record);
const rows = await desk.file.rows(`
  select r.day, er.event, coalesce(p.country, '') as country, p.actor, o.origin, r.words, r.topic
  from reports r join event_reports er on er.report = r.n join report_parties p on p.report = r.n and p.role <> 'speaker'
  join origins o on o.article = r.article where r.day is not null and r.status not in ('negated')`);
desk.close();

const wordsOf = new Map<string, ReadonlySet<string>>();

function wordsIn(sentence: string, topic: string): ReadonlySet<string> {
  const known = wordsOf.get(sentence) ?? contentWords(sentence, []);
  wordsOf.set(sentence, known);
  return known;
}

const origins = new Map<string, Set<string>>();
const byDay = new Map<string, { event: string; actors: string[]; words: ReadonlySet<string> }[]>();
for (const { day, event, country, actor, origin, words, topic } of rows) {
  origins.set(event, (origins.get(event) ?? new Set()).add(origin));
  byDay.set(day, [...(byDay.get(day) ?? []), { event, actors: [country, actor], words: wordsIn(words, topic) }]);
}

const sharesWords = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].filter((word) => b.has(word)).length >= LEAST_WORDS;

function isMet(entry: Entry, day: string, least: number): boolean {
  return [-1, 0, 1].some((apart) =>
    (byDay.get(shift(day, apart)) ?? []).some(
      (one) =>
        origins.get(one.event)!.size >= least &&
        one.actors.some((actor) => entry.actors.has(actor)) &&
        sharesWords(entry.words, one.words),
    ),
  );
}

const entries = entriesOf(values.timelines);
for (const least of [1, 2, 3]) {
  const met = entries.filter((entry) => isMet(entry, entry.date, least)).length / entries.length;
  let chance = 0;
  for (const entry of entries) {
    const days = [
      ...new Set(
        entries.filter((other) => other.topic === entry.topic && other.date !== entry.date).map((other) => other.date),
      ),
    ];
    if (days.length) chance += days.filter((day) => isMet(entry, day, least)).length / days.length / entries.length;
  }
  console.log(
    `events of ${least} origins or more: ${(met * 100).toFixed(1)}% of ${entries.length} entries met, ${(chance * 100).toFixed(1)}% on other entries' days`,
  );
}
