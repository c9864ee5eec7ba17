/** The brief on two actors, from coded records only. Pure. */
export { type BriefInput, type BriefOptions, brief } from './brief.ts';
export { type BriefFormat, formatBrief } from './format.ts';
