/** Commands that read the record: relation, brief, events. */
import { type BriefFormat, formatBrief } from '../brief/index.ts';
import { InputError } from '../errors.ts';
import type { EventRow, Point, RelationView } from '../rows.ts';
import { isCalendarDate } from './article.ts';
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

function spanOf({ since, until }: ViewOptions): { since: string | null; until: string | null } {
  for (const [name, day] of Object.entries({ since, until })) {
    if (day !== undefined && !isCalendarDate(day))
      throw new InputError(`--${name} must be a day of the calendar as YYYY-MM-DD, not "${day}"`);
  }
  return { since: since ?? null, until: until ?? null };
}

const FORMATS: readonly string[] = ['text', 'md', 'html', 'json'];

/** `dragoman brief A B` */
export function briefCommand(a: string, b: string, options: ViewOptions): Promise<number> {
  const format = options.json ? 'json' : (options.format ?? 'text');
  if (!FORMATS.includes(format)) throw new InputError(`--format must be one of ${FORMATS.join(', ')}, not "${format}"`);
  return withDesk(options.record, async (desk) => {
    out(formatBrief(await desk.brief(a, b, spanOf(options)), format as BriefFormat));
    return 0;
  });
}

const BAR = '▁▂▃▄▅▆▇█';

function bar(points: readonly Point[], quads: readonly (keyof Point['quads'])[]): string {
  const counts = points.map((p) => quads.reduce((n, q) => n + p.quads[q], 0));
  const most = Math.max(1, ...counts);
  return counts.map((n) => (n === 0 ? '·' : BAR[Math.ceil((n / most) * (BAR.length - 1))])).join('');
}

function relationText(view: RelationView): string {
  const directions = [view.forward, view.backward].flatMap((d) => [
    `${d.from.name} → ${d.to.name}: ${d.tally.events} events from ${d.tally.origins} origins, mean intensity ${d.tally.intensity?.toFixed(1) ?? '—'}`,
    `  cooperation ${bar(d.points, ['verbal cooperation', 'material cooperation'])}`,
    `  conflict    ${bar(d.points, ['verbal conflict', 'material conflict'])}`,
  ]);
  const span = view.span ? `by ${view.period}, ${view.span.from} to ${view.span.to}` : '';
  const changes = view.changes.map((c) => `- ${c.line.text}`);
  const disputed = view.ledger.map(
    (l) => `- ${l.claim.sentence.text}\n  denied: ${l.denials.map((d) => d.report.sentence.text).join(' / ')}`,
  );
  return [
    `${view.a.name} and ${view.b.name}`,
    view.assessment.text,
    '',
    ...directions,
    span,
    ...(changes.length ? ['', 'What changed', ...changes] : []),
    ...(disputed.length ? ['', 'Claims and denials', ...disputed] : []),
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

const eventText = (e: EventRow): string =>
  `${e.from ?? '?'}  ${e.status.padEnd(8)}  ${e.line}  [${e.reports === 1 ? '1 report' : `${e.reports} reports`}, ${e.origins === 1 ? 'one source' : `${e.origins} sources`}]\n    ${e.told.text}`;

/** `dragoman events A B` */
export function eventsCommand(a: string, b: string, options: ViewOptions): Promise<number> {
  return withDesk(options.record, async (desk) => {
    const { events } = await desk.relation(a, b, { ...spanOf(options), events: 10_000 });
    for (const event of events) out(options.json ? JSON.stringify(event) : eventText(event));
    return 0;
  });
}
