/** Exports: events with their reports to the files of other projects. Pure; `load.ts` reads the tables. */
export { type ExportEvent, LEFT_OUT, type LeftOut } from './export.ts';
export {
  type ForeignEvent,
  type ForeignFormat,
  type ForeignParty,
  type ForeignReader,
  foreignReader,
  plainName,
} from './foreign.ts';
export { type ExportFile, exportFiles, FORMATS, type Format, isWritten } from './formats.ts';
export type { FormatTables } from './tables.ts';
