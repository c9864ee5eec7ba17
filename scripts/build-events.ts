/** Compiles lexicon/events into data/events.json. Findings of the linter go to standard error; any of them fails the build. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readWrittenLexicon } from '../src/events/written.ts';

const { data, examples, findings } = readWrittenLexicon();
for (const { code, where, message } of findings) process.stderr.write(`${code} ${where}: ${message}\n`);
mkdirSync(new URL('../data/', import.meta.url), { recursive: true });
writeFileSync(new URL('../data/events.json', import.meta.url), JSON.stringify(data));
const written = new Set(data.senses.map((s) => s.rule)).size;
const against = examples.filter((e) => !e.match);
const guarded = new Set(against.map((e) => e.rule)).size;
process.stderr.write(
  `events: ${data.senses.length} predicate senses of ${written} entries, ${findings.length} findings; ${examples.length - against.length} examples match, ${against.length} must not (${guarded} entries)\n`,
);
if (findings.length && !process.argv.includes('--lenient')) process.exitCode = 1;
