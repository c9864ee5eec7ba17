/** A progress line on standard error: redrawn where a person looks, a line now and then where not. */

const WIDTH = 28;
const EVERY_MS = 80;
/** Where nobody looks: a line for a log so often. */
const LOG_EVERY_MS = 30_000;
/** The rate is that of so many milliseconds: what was skipped at the start says nothing about the rest. */
const WINDOW_MS = 15_000;

export interface Progress {
  readonly step: (what?: string) => void;
  readonly done: (summary: string) => void;
}

/** "40 s", "12 min", "3 h 20 min" */
export function timeInWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "512/6762 14/s, 7 min left": how far, how fast, and how long it will take where that is known. */
export function progressWords(count: number, total: number | null, rate: number): string {
  const far = total === null ? `${count}` : `${count}/${total}`;
  const left = total !== null && rate > 0 && count < total ? `, ${timeInWords((total - count) / rate)} left` : '';
  return `${far} ${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)}/s${left}`;
}

/** Counts a second over the last seconds. */
function rateOver(windowMs: number): (count: number, now: number) => number {
  const marks: { count: number; at: number }[] = [];
  return (count, now) => {
    marks.push({ count, at: now });
    while (marks.length > 2 && now - marks[1]!.at > windowMs) marks.shift();
    const [first] = marks as [{ count: number; at: number }];
    return (count - first.count) / Math.max((now - first.at) / 1000, 0.001);
  };
}

/** `total` null where it is not known beforehand. */
export function showProgress(label: string, total: number | null): Progress {
  const out = process.stderr;
  const started = performance.now();
  const rateAt = rateOver(WINDOW_MS);
  rateAt(0, started);
  let count = 0;
  let drawn = out.isTTY ? 0 : started;
  const draw = (what: string, now: number) => {
    const words = progressWords(count, total, rateAt(count, now));
    if (!out.isTTY) return out.write(`${label}: ${words}\n`);
    const full = total ? Math.min(WIDTH, Math.round((count / total) * WIDTH)) : 0;
    const bar = total ? `${'█'.repeat(full).padEnd(WIDTH, '░')} ` : '';
    return out.write(`\r\x1b[2K${label} ${bar}${words} ${what.slice(0, 40)}`);
  };
  return {
    step: (what = '') => {
      count += 1;
      const now = performance.now();
      if (now - drawn < (out.isTTY ? EVERY_MS : LOG_EVERY_MS) && !(out.isTTY && count === total)) return;
      drawn = now;
      draw(what, now);
    },
    done: (summary) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      out.write(`${out.isTTY ? '\r\x1b[2K' : ''}${label}: ${summary} in ${seconds} s\n`);
    },
  };
}
