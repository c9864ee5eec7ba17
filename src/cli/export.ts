import { withDesk } from './record.ts';

export interface ExportOptions {
  readonly format: string;
  readonly out: string;
  readonly record?: string;
  readonly json?: boolean;
}

/** `dragoman export`: the record's events and reports in the files of another format. */
export function exportCommand({ format, out, record, json }: ExportOptions): Promise<number> {
  return withDesk(record, async (desk) => {
    const { files, events, reports } = await desk.export(format, out);
    if (json) process.stdout.write(`${JSON.stringify({ files, events, reports })}\n`);
    else process.stderr.write(`${events} events of ${reports} reports written to ${files.join(', ')}\n`);
    return 0;
  });
}
