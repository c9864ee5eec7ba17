/** Which period the chosen one is compared with. */
import { type Days, daysBefore } from '../../../src/relations/periods.ts';
import { go, withQuery } from '../router.ts';

/** Days as the address has them. */
export const written = ({ from, to }: Days): string => `${from}..${to}`;

const WRITTEN = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

/** Days of the address, or null where there are none. */
export function daysOf(text: string | null): Days | null {
  const [, from, to] = WRITTEN.exec(text ?? '') ?? [];
  return from && to && from <= to ? { from, to } : null;
}

/** The same days a year earlier. */
function yearEarlier({ from, to }: Days): Days {
  const back = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`;
  return { from: back(from), to: back(to) };
}

/** The first period as fields, beside those of the second, which is the one that the page is about. */
export function FirstPeriod({ first, second }: { readonly first: Days; readonly second: Days }) {
  const change = (days: Days) => {
    if (days.from && days.to && days.from <= days.to)
      go(withQuery({ against: written(days), show: null }), { replace: true });
  };
  const picks = [
    ['Just before', daysBefore(second)],
    ['A year earlier', yearEarlier(second)],
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: two fields in a line are no field set to the eye
    <div class="period no-print" role="group" aria-label="The first period">
      <span aria-hidden="true" class="period-name">
        First
      </span>
      <label>
        <span class="unseen">First period from</span>
        <input
          type="date"
          value={first.from}
          max={first.to}
          onChange={(e) => change({ from: e.currentTarget.value, to: first.to })}
        />
      </label>
      <span aria-hidden="true">–</span>
      <label>
        <span class="unseen">First period to</span>
        <input
          type="date"
          value={first.to}
          min={first.from}
          onChange={(e) => change({ from: first.from, to: e.currentTarget.value })}
        />
      </label>
      {picks.map(([name, days]) => (
        <button
          key={name}
          type="button"
          class="plain"
          aria-pressed={written(days) === written(first)}
          onClick={() => change(days)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
