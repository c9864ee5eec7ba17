import type { Trace } from './nouns.ts';

/** Makes a trace; `because` are the decisions that it rests on. */
export function trace(rule: string, note: string, ...because: Trace[]): Trace {
  return { rule, note, because };
}

/** Lines that tell a trace, indented by depth. */
export function traceLines(t: Trace, depth = 0): string[] {
  const line = `${'  '.repeat(depth)}${t.rule}${t.note ? `: ${t.note}` : ''}`;
  return [line, ...t.because.flatMap((b) => traceLines(b, depth + 1))];
}
