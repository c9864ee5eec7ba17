/** Claims: who says so, and how sure it is. */
import type { Reality } from '../nouns.ts';
import { statusOf } from './status.ts';

export { linkDenials, sameHappening } from './denials.ts';
export { spreadHistory } from './history-around.ts';
export { type RealityContext, readReality } from './reality.ts';
export { findStatements } from './statements.ts';
export { statusOf };

/** Lines that say how a report came to its status. */
export function explainReality(reality: Reality): string[] {
  return [...(reality.steps.length ? reality.steps : ['nothing stands against it']), `so it is ${statusOf(reality)}`];
}
