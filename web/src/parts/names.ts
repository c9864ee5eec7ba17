/** Names of actors that pages have met, for texts that only have keys. */
import type { ActorRef } from '../../../src/rows.ts';

const names = new Map<string, string>();

export function learnNames(...actors: readonly ActorRef[]): void {
  for (const actor of actors) names.set(actor.key, actor.name);
}

export const nameOf = (key: string): string => names.get(key) ?? key.replace(/^(?:per|org|grp|name|code):/, '');
