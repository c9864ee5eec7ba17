/** All finders; of two that find equally much, the earlier one counts. */
import { ABSOLUTE } from './absolute.ts';
import { RELATIVE } from './relative.ts';
import type { Rule } from './rule.ts';
import { SPANS } from './spans.ts';

export const RULES: readonly Rule[] = [...ABSOLUTE, ...RELATIVE, ...SPANS];
