/** Names of actors that pages have met, for texts that only have keys. */
import { useEffect, useState } from 'preact/hooks';
import type { ActorRef } from '../../../src/rows.ts';

const names = new Map<string, string>();

const watchers = new Set<() => void>();

function tell(): void {
  for (const watch of watchers) watch();
}

export function learnNames(...actors: readonly ActorRef[]): void {
  const fresh = actors.filter((actor) => names.get(actor.key) !== actor.name);
  for (const actor of fresh) names.set(actor.key, actor.name);
  if (fresh.length) setTimeout(tell);
}

/** Draws again when names have been learnt. */
export function useNames(): void {
  const [, setCount] = useState(0);
  useEffect(() => {
    const watch = () => setCount((n) => n + 1);
    watchers.add(watch);
    return () => {
      watchers.delete(watch);
    };
  }, []);
}

export const nameOf = (key: string): string =>
  key === 'any'
    ? 'anybody'
    : key === 'state'
      ? 'any state'
      : (names.get(key) ?? key.replace(/^(?:per|org|grp|name|code):/, ''));
