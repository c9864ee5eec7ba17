/** Sets two periods of a relation side by side: which two, and what is asked of the record for each. */
import type { Desk } from './desk.ts';
import { InputError } from './errors.ts';
import * as record from './record/index.ts';
import { contrast, type Days, daysBefore, laterPart, type PeriodInput } from './relations/index.ts';
import type { PeriodsView } from './rows.ts';

export interface PeriodsAsked {
  /** The second period; by default the last year of what the record has, or its later half. */
  readonly since?: string | null | undefined;
  readonly until?: string | null | undefined;
  /** The period that it is compared with; by default as many days just before it. */
  readonly against?: Days | null | undefined;
}

const SPAN = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

const isDay = (day: string): boolean => {
  const read = new Date(day);
  return !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(day);
};

/** Reads "2020-01-01..2020-12-31". Throws InputError where it is no period. */
export function readDays(text: string): Days {
  const [, from = '', to = ''] = SPAN.exec(text) ?? [];
  if (!isDay(from) || !isDay(to))
    throw new InputError(`"${text.slice(0, 60)}" is no period; write it as 2020-01-01..2020-12-31`);
  if (from > to) throw new InputError(`the period ${text} ends before it begins`);
  return { from, to };
}

async function secondOf(desk: Desk, a: string, b: string, { since, until }: PeriodsAsked): Promise<Days> {
  if (since && until) return { from: since, to: until };
  const { span } = await desk.counts(a, b);
  if (!span) throw new InputError('the record has nothing between the two; name the days of both periods');
  if (!since && !until) return laterPart(span);
  const [from, to] = [since ?? span.from, until ?? span.to];
  if (from > to)
    throw new InputError(`the record has nothing between the two ${since ? `after ${since}` : `until ${until}`}`);
  return { from, to };
}

/** Two periods of a relation side by side. Throws InputError where a side is nobody or the periods cannot be told. */
export async function comparePeriods(desk: Desk, a: string, b: string, asked: PeriodsAsked): Promise<PeriodsView> {
  const [left, right] = [(await desk.who(a)).ref, (await desk.who(b)).ref];
  const second = await secondOf(desk, a, b, asked);
  const first = asked.against ?? daysBefore(second);
  await desk.flush();
  const volume = await record.volumeByDay(desk.file);
  const input = async ({ from, to }: Days): Promise<PeriodInput> => ({
    ...{ from, to, volume },
    relation: await desk.counts(a, b, { since: from, until: to }),
  });
  return contrast(left, right, await input(first), await input(second));
}
