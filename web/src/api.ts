/** Asks the server, and keeps what it answered while the record stays as it is. */
import { useEffect, useState } from 'preact/hooks';

/** What the server says where something is wrong (RFC 9457). */
export class Trouble extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const answers = new Map<string, unknown>();
let version = 0;
const watchers = new Set<() => void>();

async function troubleOf(response: Response): Promise<Trouble> {
  const body = (await response.json().catch(() => null)) as { detail?: string; title?: string } | null;
  return new Trouble(response.status, body?.detail ?? body?.title ?? `the server answered ${response.status}`);
}

async function fetched(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, init);
  } catch {
    throw new Trouble(0, 'the server does not answer; is it still running?');
  }
  if (!response.ok) throw await troubleOf(response);
  return response;
}

/** One answer, as JSON. Throws Trouble. */
export const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> =>
  (await (await fetched(path, init)).json()) as T;

/** One answer, as it is written. Throws Trouble. */
export const askText = async (path: string): Promise<string> => (await fetched(path, {})).text();

/** The record has changed: every page asks anew. */
export function recordChanged(): void {
  answers.clear();
  version += 1;
  for (const watch of watchers) watch();
}

export interface Asked<T> {
  readonly data: T | null;
  readonly trouble: Trouble | null;
  /** True while nothing newer than `data` has come. */
  readonly loading: boolean;
}

interface Held<T> extends Asked<T> {
  readonly path: string | null;
}

/** The answer at `path`; while another is on its way the last one stays on the page. */
export function useAnswer<T>(path: string | null): Asked<T> {
  const [at, setAt] = useState(version);
  const known = path === null ? undefined : (answers.get(path) as T | undefined);
  const [held, setHeld] = useState<Held<T>>({ data: known ?? null, trouble: null, loading: true, path });
  useEffect(() => {
    const watch = () => setAt(version);
    watchers.add(watch);
    return () => {
      watchers.delete(watch);
    };
  }, []);
  useEffect(() => {
    if (path === null) return undefined;
    const stop = new AbortController();
    const hold = (data: T | null, trouble: Trouble | null) => {
      if (!stop.signal.aborted) setHeld({ data, trouble, loading: false, path });
    };
    const had = answers.get(path) as T | undefined;
    if (had !== undefined) {
      hold(had, null);
      return undefined;
    }
    ask<T>(path, { signal: stop.signal }).then(
      (data) => {
        answers.set(path, data);
        hold(data, null);
      },
      (error) => hold(null, error instanceof Trouble ? error : new Trouble(0, String(error))),
    );
    return () => stop.abort();
  }, [path, at]);
  if (path === null) return { data: null, trouble: null, loading: false };
  if (known !== undefined) return { data: known, trouble: null, loading: false };
  if (held.path !== path) return { data: held.data, trouble: null, loading: true };
  return held;
}

/** `/path?a=1`, without what is null or empty. */
export function addressOf(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') words.set(name, String(value));
  const text = words.toString();
  return text ? `${path}?${text}` : path;
}
