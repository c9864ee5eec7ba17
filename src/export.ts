/** Writes a record to files in the formats of other projects. Only Node. */

import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { InputError } from './errors.ts';
import {
  type ExportEvent,
  type ExportFile,
  exportFiles,
  FORMATS,
  type Format,
  type FormatTables,
  isWritten,
  LEFT_OUT,
  type LeftOut,
} from './formats/index.ts';
import { loadFormats } from './formats/load.ts';
import * as record from './record/index.ts';
import { toEvent } from './relations/index.ts';

/** Events that are read at once. */
const PIECE = 400;

let tables: FormatTables | null = null;

/** The English name of a country code, or the code itself. */
export function countryName(code: string): string {
  tables ??= loadFormats();
  return tables.countries.get(code)?.name ?? code;
}

/** What was written. */
export interface Exported {
  readonly files: readonly string[];
  readonly events: number;
  readonly reports: number;
  /** Events that the format has no row for, because they are not told as having taken place; the side file has them. */
  readonly left: number;
}

export interface ExportChoice {
  /** What else than events told as having taken place goes into formats without a column for status. */
  readonly also?: readonly string[];
}

/**
 * Writes the whole record. Files appear under their names when they are complete. `out` is the first file's name; side
 * files stand beside it. Throws InputError at an unknown format or choice, or a place that cannot be written.
 */
export async function exportRecord(
  file: record.RecordFile,
  format: string,
  out: string,
  { also = [] }: ExportChoice = {},
): Promise<Exported> {
  if (!FORMATS.includes(format as Format))
    throw new InputError(`no format "${format.slice(0, 40)}"; choose one of ${FORMATS.join(', ')}`);
  const unknown = also.find((reason) => !LEFT_OUT.includes(reason as LeftOut));
  if (unknown !== undefined)
    throw new InputError(`nothing is called "${unknown.slice(0, 40)}"; add some of ${LEFT_OUT.join(', ')}`);
  if (format === 'parquet') return exportParquet(file, out);
  const targets = exportFiles(format as Format, loadFormats()).map((target) => ({
    ...target,
    path: out + target.suffix,
    part: `${out}${target.suffix}.part`,
  }));
  try {
    const counts = await writeAll(file, targets, (one) => isWritten(one, format as Format, also as readonly LeftOut[]));
    for (const { path, part } of targets) renameSync(part, path);
    return { files: targets.map(({ path }) => path), ...counts };
  } catch (error) {
    for (const { part } of targets) rmSync(part, { force: true });
    if ((error as NodeJS.ErrnoException).code)
      throw new InputError(`${out} cannot be written: ${(error as Error).message}`);
    throw error;
  }
}

interface Target extends ExportFile {
  readonly part: string;
}

async function writeAll(
  file: record.RecordFile,
  targets: readonly Target[],
  isRow: (one: ExportEvent) => boolean,
): Promise<{ events: number; reports: number; left: number }> {
  const streams = targets.map(({ part }) => createWriteStream(part));
  await Promise.all(streams.map((stream) => once(stream, 'open')));
  const write = async (n: number, text: string) => {
    if (text && !streams[n]!.write(text)) await once(streams[n]!, 'drain');
  };
  for (const [n, target] of targets.entries()) await write(n, target.head);
  const ids = await record.allEvents(file);
  const accused = await record.accusedReports(file);
  let [reports, left] = [0, 0];
  for (let at = 0; at < ids.length; at += PIECE) {
    for (const event of await eventsOf(file, ids.slice(at, at + PIECE))) {
      const one = { ...event, accused };
      const written = isRow(one);
      reports += one.reports.length;
      if (!written) left += 1;
      for (const [n, target] of targets.entries()) if (written || target.whole) await write(n, target.body(one));
    }
  }
  for (const stream of streams) stream.end();
  await Promise.all(streams.map((stream) => finished(stream)));
  return { events: ids.length, reports, left };
}

async function eventsOf(file: record.RecordFile, numbers: readonly number[]) {
  const { groups } = await record.reportsByEvent(file, numbers);
  return groups.map((reports) => ({ event: toEvent(reports), reports }));
}

async function exportParquet(file: record.RecordFile, out: string): Promise<Exported> {
  try {
    await record.writeParquet(file, `${out}.part`);
    renameSync(`${out}.part`, out);
  } catch (error) {
    rmSync(`${out}.part`, { force: true });
    throw new InputError(`${out} cannot be written: ${(error as Error).message.split('\n')[0]}`);
  }
  return { files: [out], ...(await record.joinedTotals(file)), left: 0 };
}
