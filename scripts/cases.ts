/**
 * Runs the examples of lexicon/events; those that must not match also as articles.   node --import tsx scripts/cases.ts [RULE-PREFIX] [--all]
 * Prints the failures, by rule, and the share that passes; `--all` prints passing ones too.
 */
import { runCounterExamples, runExamples } from '../test/examples.ts';

const [prefix = ''] = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const outcomes = [...runExamples(prefix), ...runCounterExamples(prefix)];
for (const { example, failure, found } of outcomes) {
  if (failure)
    process.stdout.write(
      `✗ ${example.rule}  ${example.match ? '' : '(must not) '}${example.marked}\n    ${failure}; found: ${found}\n`,
    );
  else if (process.argv.includes('--all')) process.stdout.write(`✓ ${example.rule}  ${example.marked}\n`);
}
const failed = outcomes.filter((o) => o.failure);
process.stdout.write(`${outcomes.length - failed.length} of ${outcomes.length} examples pass\n`);
