/** `dragoman compare A B`: two periods of a relation side by side. */
import pc from 'picocolors';
import type { Quad } from '../nouns.ts';
import { quadOf } from '../ontology.ts';
import { readDays } from '../periods.ts';
import type { ComparedSide, CoveredPeriod, Figure, PeriodsView } from '../rows.ts';
import { counted, daysInWords, grouped, QUADS, STATUS_WORDS, typeNoun } from '../wording.ts';
import { withDesk } from './record.ts';
import { spanOf, type ViewOptions } from './views.ts';

const NAME = 34;
const WIDTH = 9;

const signed = (n: number, digits = 0): string => `${n > 0 ? '+' : ''}${n.toFixed(digits)}`;
const rate = (n: number | null): string => (n === null ? '—' : n.toFixed(1));
const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(NAME)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`.trimEnd();

function figureRow(name: string, { first, second, change, rates }: Figure): string {
  const perArticles = rates.change === null ? '—' : signed(rates.change, 1);
  return row(name, [
    grouped(first),
    grouped(second),
    signed(change),
    rate(rates.first),
    rate(rates.second),
    perArticles,
  ]);
}

const isSome = ({ first, second }: Figure): boolean => first + second > 0;

const typesOf = (quad: Quad, types: ComparedSide['types']): string[] =>
  Object.keys(types).filter((type) => quadOf(type) === quad);

function sideLines({
  direction,
  from,
  to,
  events,
  origins,
  quads,
  types,
  statuses,
  intensity,
}: ComparedSide): string[] {
  const title = direction === 'both' ? `${from.name} and ${to.name}, each event once` : `${from.name} → ${to.name}`;
  const inner = (n: number | null) => (n === null ? '—' : signed(n, 1));
  const told = (names: readonly string[], all: Readonly<Record<string, Figure>>, words: (name: string) => string) =>
    names.flatMap((name) => (all[name] && isSome(all[name]) ? [figureRow(words(name), all[name])] : []));
  return [
    title,
    figureRow('events', events),
    ...QUADS.flatMap((quad) => [
      ...told([quad], quads, (name) => `  ${name}`),
      ...told(typesOf(quad, types), types, (type) => `    ${typeNoun(type)}`),
    ]),
    ...told(['denied', 'negated'], statuses, (status) => `  ${STATUS_WORDS[status as 'denied'].toLowerCase()}`),
    figureRow('origins', origins),
    row('mean intensity', [inner(intensity.first), inner(intensity.second), inner(intensity.change)]),
    '',
  ];
}

const periodText = ({ from, to, articles }: CoveredPeriod): string =>
  `${daysInWords(from, to)} (${counted(articles, 'article')} of coverage)`;

function periodsText(view: PeriodsView): string {
  const colour = process.stdout.isTTY ? pc : pc.createColors(false);
  const { a, b, first, second, sides, lines, fresh, stopped } = view;
  const list = (title: string, all: readonly { readonly text: string }[]) =>
    all.length ? [colour.bold(title), ...all.map(({ text }) => `- ${text}`), ''] : [];
  const [forward, backward] = sides as [ComparedSide, ComparedSide];
  return [
    colour.bold(`${a.name} and ${b.name}`),
    `First:  ${periodText(first)}`,
    `Second: ${periodText(second)}`,
    '',
    ...(lines.length
      ? list('What differs', lines)
      : ['Nothing differs by more than coverage and chance would have it.', '']),
    ...list('New in the second period', fresh),
    ...list('In the first period only', stopped),
    colour.dim(row('', ['events', '', '', 'for 100 articles'])),
    colour.dim(row('', ['first', 'second', 'change', 'first', 'second', 'change'])),
    ...[forward, backward].flatMap((side) => {
      const [title, ...rows] = sideLines(side);
      return [colour.bold(title!), ...rows];
    }),
  ]
    .join('\n')
    .trimEnd();
}

/** Prints two periods side by side. */
export function periodsCommand(
  a: string,
  b: string,
  options: ViewOptions & { readonly against?: string },
): Promise<number> {
  const { since, until } = spanOf(options);
  const against = options.against === undefined ? null : readDays(options.against);
  return withDesk(options.record, async (desk) => {
    const view = await desk.periods(a, b, { since, until, against });
    process.stdout.write(`${options.json ? JSON.stringify(view) : periodsText(view)}\n`);
    return 0;
  });
}
