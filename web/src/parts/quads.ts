/** Quad classes as the tables have them: what is said and what is done. */
import type { Quad } from '../../../src/nouns.ts';

export const QUAD_COLUMNS: readonly (readonly [Quad, string])[] = [
  ['verbal cooperation', 'Cooperation, words'],
  ['material cooperation', 'Cooperation, deeds'],
  ['verbal conflict', 'Conflict, words'],
  ['material conflict', 'Conflict, deeds'],
];
