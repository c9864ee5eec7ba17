/** `dragoman check FILE…`: lints a dictionary of actors, of roles, or a file of event senses. */
import { checkActors } from '../actors/index.ts';
import { readWritten } from '../actors/load.ts';
import { readUserEntries } from '../actors/user.ts';
import { compileFile, type WrittenFile } from '../events/compile.ts';
import { loadFormats } from '../formats/load.ts';

interface Finding {
  readonly code: string;
  readonly where: string;
  readonly message: string;
}

function findingsIn(file: string): readonly Finding[] {
  const value = readWritten(file);
  if (!Array.isArray(value)) return compileFile(value as WrittenFile, file).findings;
  const states = new Set(loadFormats().countries.keys());
  return checkActors(readUserEntries(value, file, false, true), states);
}

/** Prints a line for each finding, or all as JSON; exit status 1 where there is one. */
export function checkCommand(files: readonly string[], options: { json?: boolean } = {}): number {
  if (options.json) {
    const findings = files.flatMap((file) => findingsIn(file).map((finding) => ({ file, ...finding })));
    process.stdout.write(`${JSON.stringify({ findings })}\n`);
    return findings.length ? 1 : 0;
  }
  let count = 0;
  for (const file of files) {
    for (const { code, where, message } of findingsIn(file)) {
      process.stdout.write(`${code} ${where}: ${message}\n`);
      count += 1;
    }
  }
  process.stdout.write(
    `${count === 1 ? '1 finding' : `${count} findings`} in ${files.length === 1 ? files[0] : `${files.length} files`}\n`,
  );
  return count ? 1 : 0;
}
