/** Offices over time: of one person on a line of years, and of a state by who held them. */
import type { HolderRow, OfficeRow } from '../../../src/rows.ts';
import { actorPath } from '../../../src/server/addresses.ts';
import { listed, shown, termInWords } from '../words.ts';

const SOURCES: Readonly<Record<string, string>> = {
  factbook: 'the World Factbook',
  ifg: 'the Institute for Government',
  'us-executive': 'the lists of the US executive',
};

/** "the World Factbook and the Institute for Government" */
const namesOf = (source: string): string => listed(source.split('; ').map((one) => SOURCES[one] ?? one));

/** The source that most of the terms have. */
function mainSource(rows: readonly OfficeRow[]): string | null {
  const counts = new Map<string, number>();
  for (const { source } of rows) if (source) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].reduce<[string, number] | null>((a, b) => (a && a[1] >= b[1] ? a : b), null)?.[0] ?? null;
}

/** A term that is not after the same source as most says so itself. */
const ownSource = (row: OfficeRow, rows: readonly OfficeRow[]): string | null =>
  row.source && row.source !== mainSource(rows) ? `after ${namesOf(row.source)}` : null;

/** Where the days are from, in a sentence. */
function sourceLine(rows: readonly OfficeRow[]): string {
  const main = mainSource(rows);
  if (!main) return 'As articles of the record call this person, by the days of their news.';
  const others = rows.some((row) => ownSource(row, rows)) ? ' unless another source is named' : '';
  return `Terms after ${namesOf(main)}${others}, not after the news.`;
}

const yearOf = (day: string): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12;

/** The years that the lines are drawn over: from the first beginning to the last end, or to today where one goes on. */
function yearsOf(rows: readonly OfficeRow[]): readonly [number, number] {
  const days = rows.flatMap(({ from, to }) => [from, to].filter((day) => day !== null));
  const goesOn = rows.some(({ to }) => to === null);
  const years = [...days, ...(goesOn ? [new Date().toISOString()] : [])].map(yearOf);
  const first = Math.floor(Math.min(...years));
  return [first, Math.max(first + 1, Math.ceil(Math.max(...years)))];
}

const WIDE = 200;

export function Offices({ offices }: { readonly offices: readonly OfficeRow[] }) {
  const [first, end] = yearsOf(offices);
  const x = (year: number) => ((year - first) / (end - first)) * WIDE;
  return (
    <section aria-labelledby="offices-title">
      <h2 id="offices-title">Offices</h2>
      <table class="offices" aria-labelledby="offices-title">
        <thead class="unseen">
          <tr>
            <th scope="col">Office</th>
            <th scope="col">Term</th>
          </tr>
        </thead>
        <tbody>
          {offices
            .map((row) => ({ ...row, own: ownSource(row, offices) }))
            .map(({ office, from, to, own }) => (
              <tr key={`${office} ${from}`}>
                <th scope="row">{shown(office)}</th>
                <td>
                  {termInWords(from, to)}
                  {own && <span class="quiet own-source">{own}</span>}
                </td>
                <td aria-hidden="true" class="term">
                  <svg viewBox={`0 0 ${WIDE} 12`} width={WIDE} height="12" aria-hidden="true">
                    <line class="spark-zero" x1="0" x2={WIDE} y1="6" y2="6" />
                    <rect
                      class="term-bar"
                      x={x(from ? yearOf(from) : first)}
                      width={Math.max(2, x(to ? yearOf(to) : end) - x(from ? yearOf(from) : first))}
                      y="2"
                      height="8"
                    />
                  </svg>
                </td>
              </tr>
            ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <td colSpan={2} />
            <td class="term">
              <span class="term-years">
                <span>{first}</span>
                <span>{end}</span>
              </span>
            </td>
          </tr>
        </tfoot>
      </table>
      <p class="quiet">{sourceLine(offices)}</p>
    </section>
  );
}

const CLASSES: Readonly<Record<string, string>> = {
  HOS: 'Head of state',
  HOG: 'Head of government',
  FM: 'Foreign affairs',
  DM: 'Defence',
};

export function Holders({ holders }: { readonly holders: readonly HolderRow[] }) {
  const groups = [...new Set(holders.map((holder) => holder.officeClass ?? ''))];
  return (
    <section aria-labelledby="holders-title">
      <h2 id="holders-title">Who led it</h2>
      {groups.map((group) => {
        const [latest, ...before] = holders.filter((holder) => (holder.officeClass ?? '') === group);
        return (
          <div key={group} class="holders">
            <h3>{CLASSES[group] ?? group}</h3>
            <ul>{latest && <Holder holder={latest} all={holders} />}</ul>
            {before.length > 0 && (
              <details>
                <summary>{`${before.length} before`}</summary>
                <ul>
                  {before.map((holder) => (
                    <Holder key={`${holder.key} ${holder.from}`} holder={holder} all={holders} />
                  ))}
                </ul>
              </details>
            )}
          </div>
        );
      })}
      <p class="quiet">{sourceLine(holders)}</p>
    </section>
  );
}

const Holder = ({ holder, all }: { readonly holder: HolderRow; readonly all: readonly HolderRow[] }) => (
  <li>
    <a href={actorPath(holder.key)}>
      <bdi>{shown(holder.name)}</bdi>
    </a>
    <span class="quiet">
      {[shown(holder.office), termInWords(holder.from, holder.to), ownSource(holder, all)].filter(Boolean).join(', ')}
    </span>
  </li>
);
