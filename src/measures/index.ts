/** Measures: embargoes and regimes in force, looked up for reports. Reading the lexicon is in `load.ts`. */
export { findMeasures, TRANSFERS } from './find.ts';
export { type Measures, measuresBetween } from './measures.ts';
