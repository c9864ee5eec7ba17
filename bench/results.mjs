// node bench/results.mjs [TASK…]: runs the scorer's tasks on the built program and prints the tables of bench/RESULTS.md.
// Needs the scorer and its data (DRAGOMAN_SHARED, else ../shared); half an hour on a busy machine, four minutes on a quiet one.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = process.env.DRAGOMAN_SHARED ?? join(ROOT, '../shared');
const SCORER = join(SHARED, 'eval/score.mjs');
const SCRATCH = mkdtempSync(join(tmpdir(), 'dragoman-results-'));

/** Task, its data, and the measures to print: name as the scorer has it, floor, stretch, what others reach. */
const PLAN = [
  [
    'parse',
    'treebanks/ewt.test.conllu',
    'EWT test',
    [
      ['words'],
      ['UPOS', '94.5', '96'],
      ['UAS', '86', '89'],
      ['LAS', '83.5', '87'],
      ['LAS, core relations', '85', '89'],
    ],
  ],
  [
    'parse',
    'treebanks/gum.test.conllu',
    'GUM test',
    [['words'], ['UPOS', '96.5', '97.5'], ['UAS', '87', '90'], ['LAS', '84.5', '88'], ['LAS, core relations']],
  ],
  [
    'news',
    'eval/data/news_events.dev.jsonl',
    'every event of 220 sentences',
    [
      ['events: type at the right words', '60', '80'],
      ['events: type, actors and recipients', '42', '65'],
      ['silent where there is no event', '80', '95'],
      ['of events met: modality and negation'],
      ['of events met that did not happen: modality and negation', '70', '90'],
      ['of events met: speaker and stance', '70', '90'],
      ['of events met with a time: the same days', '65', '85'],
      ['whole sentences right'],
    ],
  ],
  [
    'news',
    'eval/data/news_events2.dev.jsonl',
    '250 more, richer in diplomacy, for reading failures',
    [
      ['events: type at the right words'],
      ['events: type, actors and recipients'],
      ['silent where there is no event'],
      ['of events met that did not happen: modality and negation'],
      ['of events met: speaker and stance'],
      ['of events met with a time: the same days'],
    ],
  ],
  [
    'typing',
    'eval/data/PLV_train.tsv',
    'PLV train',
    [
      ['strict: type, actor and recipient', '60', '80'],
      ['macro-F1 of the closest report', '72', '86', 'ZSP 82.4, Gemma 2 9B 71.4 (PLV test, spans given)'],
      ['quad class of the closest report', '', '', 'ZSP 89.6, Gemma 2 9B 86.8'],
    ],
  ],
  [
    'gold',
    'eval/data',
    'PLOVER gold records',
    [
      ['type', '72', '88', 'UniversalPetrarch F1 57.5, PETRARCH-1 43.5, PETRARCH2 39.4'],
      ['type, actor and recipient', '45', '68', 'UniversalPetrarch 30.1, PETRARCH-1 24.8, PETRARCH2 22.7'],
      ['actor country'],
      ['recipient country, where there is one'],
    ],
  ],
  [
    'attacks',
    'eval/data',
    'MUC-4',
    [
      ['perpetrator', '33', '55'],
      ['target', '38', '60'],
    ],
  ],
  [
    'statements',
    'eval/data',
    'PolNeAR',
    [
      ['content, credit for the overlap', '65', '82', 'agreement of annotators 92.3'],
      ['speaker, where content matches', '84', '93'],
      ['direct quotes: content', '85', '95'],
      ['direct quotes: speaker', '87', '95'],
    ],
  ],
  [
    'status',
    'eval/data',
    'UW and MEANTIME',
    [['mean recall over classes', '55', '75'], ['status, of events that have a report']],
  ],
  [
    'dates',
    'eval/data',
    'TempEval-3, MEANTIME, GUM',
    [
      ['span, relaxed', '86', '92', 'HeidelTime 90.3 (TempEval-3 platinum)'],
      ['value (relaxed F1 × value accuracy)', '74', '85', 'HeidelTime 77.6'],
    ],
  ],
  [
    'who',
    'eval/data/actors.dev.jsonl',
    'phrases out of context',
    [
      ['country', '88', '95'],
      ['sector', '80', '90'],
      ['everything expected', '72', '85'],
    ],
  ],
  [
    'who',
    'eval/data/officeholders.dev.jsonl',
    'office-holders by bare name and date',
    [['country', '65', '85'], ['everything expected']],
  ],
  [
    'who',
    'eval/data/actors_multi.dev.jsonl',
    'several actors in one phrase',
    [['everything expected', '6 of 7', '7 of 7']],
  ],
  [
    'places',
    'eval/data',
    'few rows: read the cases',
    [['country, of places that a report is set in'], ['coverage: places that a report is set in']],
  ],
  [
    'speed',
    'eval/data/articles.wikinews.dev.jsonl',
    '`code` from raw text, one thread',
    [
      ['sentences a second, whole run', '450', '2,000', 'PETRARCH2 926–1,333, given the parses'],
      ['peak memory', '500 MB', '250 MB'],
    ],
  ],
  ['robust', null, 'hostile input', [['passed', '100'], ['slowest case']]],
];

function run(task, data) {
  const out = join(SCRATCH, `${task}-${(data ?? 'none').replace(/\W+/g, '-')}.json`);
  const from = data ? ['--data', join(SHARED, data)] : [];
  const { stderr } = spawnSync(
    process.execPath,
    [SCORER, task, ...from, '--cmd', 'node bin/dragoman.js', '--json', out],
    {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  if (!existsSync(out)) throw new Error(`${task} ${data ?? ''}: the scorer wrote nothing: ${stderr}`);
  const { measures } = JSON.parse(readFileSync(out, 'utf8'));
  for (const { name, value } of measures)
    if (name.startsWith('!')) process.stderr.write(`${task}: ${name} ${value} ${stderr}\n`);
  return new Map(measures.map((m) => [m.name.trim(), m]));
}

const UNITS = /s$|MB/;

function shown({ kind, value, unit, hits, of }) {
  if (typeof value !== 'number') return String(value);
  if (kind === 'rate') return `${(100 * value).toFixed(1)} (${hits} of ${of})`;
  if (kind === 'score' || (value <= 1 && !unit)) return (100 * value).toFixed(1);
  return `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)}${UNITS.test(unit ?? '') ? ` ${unit}` : ''}`;
}

const wanted = process.argv.slice(2);
if (!existsSync(SCORER)) {
  process.stderr.write(`No scorer at ${SCORER}; set DRAGOMAN_SHARED to the folder that has eval/ in it.\n`);
  process.exit(2);
}
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
process.stdout.write(
  `Measured at ${commit}, Node ${process.versions.node}.\n\n| task | measure | floor | reached | stretch | others |\n|---|---|---|---|---|---|\n`,
);
for (const [task, data, note, rows] of PLAN) {
  if (wanted.length && !wanted.includes(task)) continue;
  const measures = run(task, data);
  for (const [i, [name, floor = '', stretch = '', others = '']] of rows.entries()) {
    const measure = measures.get(name);
    const first = i === 0 ? `\`${task}\`, ${note}` : '';
    process.stdout.write(
      `| ${first} | ${name} | ${floor} | ${measure ? shown(measure) : 'not measured'} | ${stretch} | ${others} |\n`,
    );
  }
}
