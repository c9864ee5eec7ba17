// npm run eval -- TASK… [scorer's options]: runs the scorer, where it is at hand.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, say, setUp } from './setup.mjs';

const SHARED = process.env.DRAGOMAN_SHARED ?? join(ROOT, '../shared');
const scorer = join(SHARED, 'eval/score.mjs');
const args = process.argv.slice(2);
const at = args.findIndex((a) => a.startsWith('-'));
const tasks = at < 0 ? args : args.slice(0, at);
const options = at < 0 ? [] : args.slice(at);

if (!existsSync(scorer)) {
  say(
    `The scorer and its data are not part of this repository, and not at ${scorer}.\nSet DRAGOMAN_SHARED to the folder that has eval/ and treebanks/ in it. "npm test" needs neither.`,
  );
  process.exit(0);
}
if (!tasks.length) {
  say('Name one or more tasks: news typing gold statements status dates who places attacks filter parse speed robust');
  process.exit(2);
}
setUp();
const dataOf = {
  parse: [join(SHARED, 'treebanks/ewt.test.conllu'), join(SHARED, 'treebanks/gum.test.conllu')],
  speed: [join(SHARED, 'eval/data/articles.wikinews.dev.jsonl')],
  robust: [null],
  typing: [join(SHARED, 'eval/data/PLV_train.tsv')],
};
let status = 0;
for (const task of tasks) {
  for (const data of options.includes('--data') ? [null] : (dataOf[task] ?? [join(SHARED, 'eval/data')])) {
    const { status: one } = spawnSync(process.execPath, [scorer, task, ...(data ? ['--data', data] : []), ...options], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    status ||= one ?? 1;
  }
}
process.exit(status);
