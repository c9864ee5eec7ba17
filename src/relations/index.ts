/** Relations: dyad rows in; counts, series, changes, firsts and the ledger out. Pure. */
export { findSurprises } from './changes.ts';
export { chanceOf, contrast, type PeriodInput } from './contrast.ts';
export { type Counted, countEvents, counts, series, tally } from './count.ts';
export { sidesOf, toEvent, toEvents } from './event.ts';
export { ledger } from './ledger.ts';
export { type Days, daysBefore, endOf, fittingPeriod, laterPart, startOf, startsBetween } from './periods.ts';
export {
  type CountedChange,
  type CountedFirst,
  type CountedLine,
  type Relation,
  type RelationInput,
  relation,
} from './relation.ts';
