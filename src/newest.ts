/** All reports and all articles of a record, the newest first, a part at a time. */
import * as record from './record/index.ts';
import type { ReportRow, SourceRow } from './rows.ts';

interface Asked {
  readonly limit: number;
  readonly offset: number;
}

interface Span {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** A part of a list; `total` counts all of it. */
export interface Listed<T> {
  readonly items: T[];
  readonly total: number;
}

export async function newestReports(file: record.RecordFile, { limit, offset }: Asked): Promise<Listed<ReportRow>> {
  await file.flush();
  return { items: await record.newestReports(file, limit, offset), total: (await record.totals(file)).reports };
}

/** All of them, or those published from one day to another; articles without a day are in no period. */
export async function newestArticles(
  file: record.RecordFile,
  { limit, offset, since, until }: Asked & Span,
): Promise<Listed<SourceRow>> {
  await file.flush();
  if (since || until) return record.articlesBetween(file, [since ?? '', until ?? '9999'], limit, offset);
  const items = (await record.newestArticles(file, offset + limit)).slice(offset);
  return { items, total: (await record.totals(file)).articles };
}
