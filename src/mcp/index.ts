/**
 * An assistant's door to the record: relation, events, brief, search and explain as tools whose answers bring their sentences.
 *
 *     await serveMcp(desk, { version: '1.0.0', explain: (sentence, date) => lines });
 */
import { z } from 'zod';
import { formatBrief } from '../brief/index.ts';
import type { Desk } from '../desk.ts';
import { InputError } from '../errors.ts';
import { readDays } from '../periods.ts';
import type { ComparedSide, CoveredPeriod, EventRow, PeriodsView, ReportRow } from '../rows.ts';
import { counted, dayInWords, daysInWords, QUADS, STATUS_WORDS } from '../wording.ts';
import { serveTools, type Tool } from './protocol.ts';

export type McpDesk = Pick<Desk, 'brief' | 'event' | 'evidencePage' | 'periods' | 'relation' | 'search'>;

export interface McpOptions {
  readonly version?: string;
  readonly explain?: (sentence: string, date: string | null) => readonly { readonly text: string }[];
}

const isDay = (text: string): boolean => {
  const read = new Date(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(text);
};
const day = (what: string) =>
  z.string().refine(isDay, 'must be a day of the calendar as YYYY-MM-DD').optional().describe(`${what}, as YYYY-MM-DD`);
const who = z.string().min(1).max(200).describe('An ISO code such as PRK, or a name as articles have it');
const Pair = z.object({ a: who, b: who, since: day('First day'), until: day('Last day') });
const limit = z.int().min(1).max(200).default(20);

/** Throws InputError where a period ends before it begins. */
function inOrder<T>(asked: T): T {
  const { since, until } = asked as { readonly since?: string; readonly until?: string };
  if (since && until && since > until) throw new InputError(`since ${since} is after until ${until}`);
  return asked;
}

function tool<T extends z.ZodType>(
  name: string,
  description: string,
  schema: T,
  run: (args: z.infer<T>) => Promise<string>,
): Tool {
  return {
    ...{ name, description, inputSchema: z.toJSONSchema(schema, { io: 'input' }) },
    run: (args) => {
      const read = schema.safeParse(args);
      if (read.success) return run(inOrder(read.data));
      const [issue] = read.error.issues;
      const at = issue!.path.join('.') || 'arguments';
      const isMissing = issue!.path.length === 1 && !(at in ((args ?? {}) as object));
      throw new InputError(isMissing ? `${at} is missing` : `${at}: ${issue!.message}`);
    },
  };
}

const sourceOf = ({ source }: { source: ReportRow['source'] }): string =>
  [source.publisher ?? 'unnamed publisher', source.published && dayInWords(source.published), source.url]
    .filter(Boolean)
    .join(', ');

const origins = (n: number): string => (n === 1 ? 'one source' : `${n} independent origins`);

function eventText(event: EventRow): string {
  const when = event.from ? dayInWords(event.from) : 'no day given';
  const denied = event.denied && event.affirmed ? `, denied by ${origins(event.denied)}` : '';
  return `- [${event.id}] ${when}. ${event.line} (${origins(event.origins)}${denied}).\n  "${event.told.text}" (${sourceOf(event.told)})`;
}

const reportText = (report: ReportRow): string =>
  `- ${STATUS_WORDS[report.status]}: "${report.sentence.text}" (${sourceOf(report)})`;

function sideText({ direction, from, to, quads, origins }: ComparedSide): string {
  const who = direction === 'both' ? `${from.name} and ${to.name}` : `${from.name} towards ${to.name}`;
  const counts = QUADS.map((quad) => `${quad} ${quads[quad].first} then ${quads[quad].second}`).join(', ');
  return `${who}: ${counts}; origins ${origins.first} then ${origins.second}`;
}

function periodsText({ first, second, sides, lines, fresh, stopped }: PeriodsView): string {
  const period = ({ from, to, articles }: CoveredPeriod) =>
    `${daysInWords(from, to)} (${counted(articles, 'article')} of coverage)`;
  const list = (title: string, all: readonly { readonly text: string }[]) =>
    all.length ? [`${title}:`, ...all.map(({ text }) => `- ${text}`)] : [];
  return [
    `First ${period(first)}, then ${period(second)}.`,
    ...lines.map(({ text }) => text),
    ...(lines.length ? [] : ['Nothing differs by more than coverage and chance would have it.']),
    ...list('New in the second period', fresh),
    ...list('In the first period only', stopped),
    ...sides.slice(0, 2).map(sideText),
  ].join('\n');
}

function recordTools(desk: McpDesk): Tool[] {
  return [
    tool(
      'relation',
      'What changed between two actors, how much cooperation and conflict was reported both ways, and what is disputed',
      Pair,
      async ({ a, b, since, until }) => {
        const view = await desk.relation(a, b, { since, until });
        const directions = [view.forward, view.backward].map(
          ({ from, to, tally }) =>
            `${from.name} towards ${to.name}: ${counted(tally.events, 'event')} from ${origins(tally.origins)}; ${Object.entries(
              tally.quads,
            )
              .map(([quad, n]) => `${quad} ${n}`)
              .join(', ')}`,
        );
        const ledger = view.ledger.map(
          ({ claim, denials }) =>
            `Claim\n${reportText(claim)}\nDenied\n${denials.map((d) => reportText(d.report)).join('\n')}`,
        );
        return [view.assessment.text, ...directions, ...view.changes.map((c) => c.line.text), ...ledger].join('\n');
      },
    ),
    tool(
      'events',
      'Events between two actors, newest first, each with the sentence that tells it best and its source',
      Pair.extend({ limit }),
      async ({ a, b, since, until, limit: n }) => {
        const { events } = await desk.relation(a, b, { since, until, events: n });
        return (
          events.slice(0, n).map(eventText).join('\n') || 'The record has no event between the two in this period.'
        );
      },
    ),
    tool(
      'event',
      'All sentences about one event, by its id',
      z.object({ id: z.string().min(1).max(200) }),
      async ({ id }) => {
        const view = await desk.event(id);
        if (!view) throw new InputError(`no event "${id.slice(0, 60)}" in the record`);
        return [view.event.line, ...view.reports.map(reportText)].join('\n');
      },
    ),
  ];
}

function readingTools(desk: McpDesk): Tool[] {
  return [
    tool(
      'evidence',
      'The sentences behind a number: all reports between two actors that fit, newest first, each with its status and source',
      Pair.extend({
        direction: z.enum(['forward', 'backward', 'both']).default('both').describe('forward: from a towards b'),
        kind: z.enum(['cooperation', 'conflict']).optional(),
        limit,
      }),
      async ({ limit: n, ...asked }) => {
        const { items, total } = await desk.evidencePage({ ...asked, limit: n, offset: 0 });
        if (!total) return 'The record has no report that fits.';
        return [`${counted(total, 'report')}${total > n ? `, the newest ${n}` : ''}:`, ...items.map(reportText)].join(
          '\n',
        );
      },
    ),
    tool(
      'compare',
      'Two periods of a relation side by side: what rose or fell for the coverage, what is new in the second, what stopped; ask evidence for the sentences',
      Pair.extend({
        against: z
          .string()
          .optional()
          .describe('The period to compare with, as 2020-01-01..2020-12-31; by default as long, just before'),
      }),
      async ({ a, b, since, until, against }) =>
        periodsText(await desk.periods(a, b, { since, until, against: against ? readDays(against) : null })),
    ),
    tool(
      'brief',
      'A brief on two actors in Markdown, from coded records only, every line with its source',
      Pair,
      async ({ a, b, since, until }) => formatBrief(await desk.brief(a, b, { since, until }), 'md'),
    ),
    tool(
      'search',
      'Actors, events and sentences of the record that have these words',
      z.object({ words: z.string().min(1).max(200), limit }),
      async ({ words, limit: n }) => {
        const found = await desk.search(words, n);
        const sentences = found.sentences.map(
          ({ sentence, source }) => `- "${sentence.text}" (${sourceOf({ source })})`,
        );
        return (
          [...found.actors.map((x) => `- ${x.name} (${x.key})`), ...found.events.map(eventText), ...sentences].join(
            '\n',
          ) || 'Nothing in the record has these words.'
        );
      },
    ),
  ];
}

const INSTRUCTIONS =
  'The record keeps reports, never facts. Say "reported", "said", "denied", "planned" or "possible" as the record does, never that something happened; quote sentences byte for byte with their source.';

/** Serves the tools on standard input and output until the input ends. */
export async function serveMcp(
  desk: McpDesk,
  options: McpOptions = {},
  input = process.stdin,
  output = process.stdout,
): Promise<void> {
  const { explain, version = '0.0.0' } = options;
  const explaining = explain && [
    tool(
      'explain',
      'Why a sentence is coded so, and why not otherwise',
      z.object({ sentence: z.string().min(1).max(5000), date: day('Day of the news') }),
      async ({ sentence, date }) =>
        explain(sentence, date ?? null)
          .map((line) => line.text)
          .join('\n'),
    ),
  ];
  const tools = [...recordTools(desk), ...readingTools(desk), ...(explaining ?? [])];
  await serveTools(tools, { name: 'dragoman', version, instructions: INSTRUCTIONS }, input, output);
}
