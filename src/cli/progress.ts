/** A progress line on standard error: redrawn where a person looks, silent or sparse where not. */

const WIDTH = 28;
const EVERY_MS = 80;

export interface Progress {
  readonly step: (what?: string) => void;
  readonly done: (summary: string) => void;
}

/** `total` null where it is not known beforehand. */
export function showProgress(label: string, total: number | null): Progress {
  const out = process.stderr;
  const started = performance.now();
  let count = 0;
  let drawn = 0;
  const draw = (what: string) => {
    const seconds = (performance.now() - started) / 1000;
    const rate = count / Math.max(seconds, 0.001);
    const bar = total
      ? `${'█'.repeat(Math.round((count / total) * WIDTH)).padEnd(WIDTH, '░')} ${count}/${total}`
      : `${count}`;
    const left = total && count ? `, ${Math.max(0, (total - count) / rate).toFixed(0)} s left` : '';
    out.write(`\r\x1b[2K${label} ${bar} ${rate.toFixed(0)}/s${left} ${what.slice(0, 40)}`);
  };
  return {
    step: (what = '') => {
      count += 1;
      if (!out.isTTY || (performance.now() - drawn < EVERY_MS && count !== total)) return;
      drawn = performance.now();
      draw(what);
    },
    done: (summary) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      out.write(`${out.isTTY ? '\r\x1b[2K' : ''}${label}: ${summary} in ${seconds} s\n`);
    },
  };
}
