import { withDesk } from './record.ts';

export interface ExportOptions {
  readonly format: string;
  readonly out: string;
  readonly record?: string;
  readonly also?: readonly string[];
  readonly json?: boolean;
}

/** `dragoman export`: the record's events and reports in the files of another format. */
export function exportCommand({ format, out, record, also, json }: ExportOptions): Promise<number> {
  return withDesk(record, async (desk) => {
    const { files, events, reports, left } = await desk.export(format, out, { ...(also && { also }) });
    if (json) process.stdout.write(`${JSON.stringify({ files, events, reports, left })}\n`);
    else process.stderr.write(`${events} events of ${reports} reports written to ${files.join(', ')}\n`);
    if (left && !json)
      process.stderr.write(
        `${left} of them only in ${files.at(-1)}: they are not told as having taken place, and ${format} could not say so (--also)\n`,
      );
    return 0;
  });
}
