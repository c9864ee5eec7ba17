/**
 * The record: codings in, rows out. One DuckDB file.
 *
 *     const record = await openRecord('news.duckdb');
 *     await record.save(coding);        // idempotent, one transaction
 *     await joinEvents(record);         // reports into events
 *     const rows = await dealings(record, { country: 'PRK' }, { country: 'RUS' });
 */
import { RecordFile } from './record.ts';

export { compactRecord } from './compact.ts';
export * from './counting.ts';
export { joinReports } from './join.ts';
export { joinEvents, judge, unjoinEvents } from './joining.ts';
export { bringActors, findActors } from './kept.ts';
export * from './queries.ts';
export type { RecordFile } from './record.ts';
export * from './search.ts';
export * from './side.ts';
export { SQL } from './sql.ts';
export { articleId } from './tables.ts';

/** Opens a record, or makes it. Throws InputError where it is locked, of another version, or no record. */
export const openRecord = (path: string): Promise<RecordFile> => RecordFile.open(path);
