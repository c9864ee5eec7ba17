/** Commands that read the record: relation, brief, events. */
import pc from 'picocolors';
import { type BriefFormat, formatBrief } from '../brief/index.ts';
import { briefOnWords } from '../briefs.ts';
import { InputError } from '../errors.ts';
import type { EventRow, RelationView } from '../rows.ts';
import { counted, dayInWords, daysInWords } from '../wording.ts';
import { isCalendarDate } from './article.ts';
import { chartLines, chartScale } from './chart.ts';
import { withDesk } from './record.ts';

export interface ViewOptions {
  readonly record?: string;
  readonly since?: string;
  readonly until?: string;
  readonly json?: boolean;
  readonly format?: string;
}

const out = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

export function spanOf({ since, until }: ViewOptions): { since: string | null; until: string | null } {
  for (const [name, day] of Object.entries({ since, until })) {
    if (day !== undefined && !isCalendarDate(day))
      throw new InputError(`--${name} must be a day of the calendar as YYYY-MM-DD, not "${day}"`);
  }
  if (since && until && since > until) throw new InputError(`--since ${since} is after --until ${until}`);
  return { since: since ?? null, until: until ?? null };
}

const FORMATS: readonly string[] = ['text', 'md', 'html', 'json'];

/** `dragoman brief A B`, `dragoman brief A`, `dragoman brief --about WORDS` */
export function briefCommand(
  a: string | undefined,
  b: string | undefined,
  options: ViewOptions & { readonly about?: string },
): Promise<number> {
  if ((a === undefined) === (options.about === undefined))
    throw new InputError('name one actor or two, or give words with --about (not both)');
  const format = options.json ? 'json' : (options.format ?? 'text');
  if (!FORMATS.includes(format)) throw new InputError(`--format must be one of ${FORMATS.join(', ')}, not "${format}"`);
  return withDesk(options.record, async (desk) => {
    const made =
      a === undefined
        ? await briefOnWords(desk, options.about!, spanOf(options))
        : await desk.brief(a, b ?? 'any', spanOf(options));
    out(formatBrief(made, format as BriefFormat));
    return 0;
  });
}

/** Wider terminals do not make the chart easier to read. */
const MOST_COLUMNS = 110;

function relationText(view: RelationView): string {
  const colour = process.stdout.isTTY ? pc : pc.createColors(false);
  const columns = Math.min(MOST_COLUMNS, process.stdout.columns ?? 80);
  const look = { columns, cooperation: colour.blue, conflict: colour.yellow, dim: colour.dim };
  const sides = [view.forward, view.backward];
  const scale = chartScale(sides, columns);
  const directions = sides.flatMap((d) => [
    `${colour.bold(`${d.from.name} → ${d.to.name}`)}: ${counted(d.tally.events, 'event')} from ${d.tally.origins === 1 ? 'one source' : counted(d.tally.origins, 'origin')}, mean intensity ${d.tally.intensity?.toFixed(1) ?? '—'}`,
    ...chartLines(d, scale, look),
    '',
  ]);
  const span = view.span
    ? `Events by ${view.period}, ${daysInWords(view.since ?? view.span.from, view.until ?? view.span.to)}: cooperation above the line, conflict below.`
    : '';
  const changes = view.changes.map((c) => `- ${c.line.text}`);
  const disputed = view.ledger.flatMap(({ claim, affirmedBy, denials }) => [
    ...(affirmedBy.length || denials.every((d) => d.report.id !== claim.id) ? [`- ${claim.sentence.text}`] : []),
    ...denials.map(({ report, by }) => {
      const words = report.id === claim.id && affirmedBy.length ? '' : `: ${report.sentence.text}`;
      return `  denied${by?.name ? ` by ${by.name}` : ''}${words}`;
    }),
  ]);
  return [
    colour.bold(`${view.a.name} and ${view.b.name}`),
    view.assessment.text,
    '',
    ...directions,
    span,
    ...(changes.length ? ['', colour.bold('What changed'), ...changes] : []),
    ...(disputed.length ? ['', colour.bold('Claims and denials'), ...disputed] : []),
  ].join('\n');
}

/** `dragoman relation A B` */
export function relationCommand(a: string, b: string, options: ViewOptions): Promise<number> {
  return withDesk(options.record, async (desk) => {
    const view = await desk.relation(a, b, spanOf(options));
    out(options.json ? JSON.stringify(view) : relationText(view));
    return 0;
  });
}

/** The day, the line, which begins with the status, who tells it; the sentence below, on one line. */
function eventText({ from, line, reports, origins, told }: EventRow): string {
  const { publisher, published } = told.source;
  const toldBy = [publisher ?? 'unnamed publisher', published && dayInWords(published)].filter(Boolean).join(', ');
  const sources = origins === 1 ? 'one source' : counted(origins, 'source');
  return `${from ?? 'no day    '}  ${line} [${counted(reports, 'report')}, ${sources}]\n    ${told.text.replace(/\s+/g, ' ')} (${toldBy})`;
}

/** `dragoman events A B` */
export function eventsCommand(a: string, b: string, options: ViewOptions): Promise<number> {
  return withDesk(options.record, async (desk) => {
    const { events } = await desk.relation(a, b, { ...spanOf(options), events: 10_000 });
    for (const event of events) out(options.json ? JSON.stringify(event) : eventText(event));
    return 0;
  });
}
