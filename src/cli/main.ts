/** The command line. Rooms are loaded by the commands that need them. */
import { readFileSync } from 'node:fs';
import { Argument, Command, Option } from 'commander';
import { InputError, KnowledgeError } from '../errors.ts';
import { completion, SHELLS, type Shell } from './completion.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('dragoman')
  .description('Reads news and keeps a sourced record of who did what to whom, when, who says so, and how sure it is.')
  .version(version)
  .showHelpAfterError('(dragoman --help lists the commands)')
  .configureHelp({ sortSubcommands: false });

const EXPORTS = ['plover', 'polecat', 'icews', 'gdelt', 'phoenix', 'csv', 'parquet'];
const LEFT_OUT = ['accused', 'historical', 'planned', 'possible', 'negated', 'denied'];

const collect = (value: string, before: string[]): string[] => [...before, value];

program
  .command('code')
  .description('articles (JSON Lines) to codings (JSON Lines); no network, no file is written')
  .argument('[file...]', 'JSON Lines files; standard input when none is named')
  .option('--actors <file>', 'add a dictionary of actors (repeatable)', collect, [])
  .option('--roles <file>', 'add a list of role nouns (repeatable)', collect, [])
  .option('--jobs <n>', 'processor threads', '1')
  .option('--json', 'as JSON Lines, as it always is')
  .addHelpText(
    'after',
    '\nExample:\n  echo \'{"id":"1","date":"2023-09-25","text":"France condemned the coup."}\' | dragoman code',
  )
  .action(async (files: string[], options) => {
    process.exitCode = await (await import('./code.ts')).codeCommand(files, options);
  });

program
  .command('parse')
  .description('text (JSON Lines) to CoNLL-U')
  .argument('[file...]', 'JSON Lines files; standard input when none is named')
  .option('--json', 'as JSON Lines, one article a line')
  .action(async (files: string[], options) => {
    process.exitCode = await (await import('./parse.ts')).parseCommand(files, options);
  });

program
  .command('who')
  .description('names (JSON Lines) to actors')
  .argument('[file...]', 'JSON Lines files; standard input when none is named')
  .option('--actors <file>', 'add a dictionary of actors (repeatable)', collect, [])
  .option('--roles <file>', 'add a list of role nouns (repeatable)', collect, [])
  .option('--json', 'as JSON Lines, as it always is')
  .action(async (files: string[], options) => {
    process.exitCode = await (await import('./who.ts')).whoCommand(files, options);
  });

program
  .command('explain')
  .description('why a sentence was coded so, and why not otherwise')
  .argument('<sentence...>')
  .option('--date <day>', 'the day of publication, YYYY-MM-DD')
  .option('--why-not <type>', 'a PLOVER type: the sense of it that came nearest, and where it stopped')
  .option('--actors <file>', 'add a dictionary of actors (repeatable)', collect, [])
  .option('--roles <file>', 'add a list of role nouns (repeatable)', collect, [])
  .option('--json', 'as JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  dragoman explain "Iran threatened to attack Israel." --why-not ASSAULT\n  dragoman explain "The Blues condemned the coup." --actors mine.yaml',
  )
  .action(async (words: string[], options) => {
    process.exitCode = await (await import('./explain.ts')).explainCommand(words.join(' '), options);
  });

program
  .command('read')
  .description('articles into the record: files, folders, addresses, feeds, WARC, PDF')
  .argument('<source...>', 'paths and addresses')
  .option('--record <file>', 'the record (default: DRAGOMAN_RECORD, else a file in your data folder)')
  .option('--date <day>', 'day of publication of what is read, YYYY-MM-DD')
  .option('--publisher <name>', 'publisher of what is read')
  .option('--allow-private', 'read addresses of private networks too')
  .option('--watch', 'go on: ask the feeds again from time to time, until interrupted')
  .option('--every <minutes>', 'with --watch: minutes between two questions', '10')
  .option('--json', 'what was read, known and refused as JSON')
  .option('--actors <file>', 'add a dictionary of actors (repeatable)', collect, [])
  .option('--roles <file>', 'add a list of role nouns (repeatable)', collect, [])
  .addHelpText(
    'after',
    '\nExamples:\n  dragoman read news/ --date 2023-09-25\n  dragoman read https://example.org/feed.xml --watch',
  )
  .action(async (sources: string[], options) => {
    process.exitCode = await (await import('./read.ts')).readCommand(sources, options);
  });

const view = (name: string, description: string, [a, b] = ['<a>', '<b>']) =>
  program
    .command(name)
    .description(description)
    .argument(a!, 'an ISO code, a name or an id')
    .argument(b!, 'another, "any", or "state": any state')
    .option('--record <file>', 'the record (default: DRAGOMAN_RECORD, else a file in your data folder)')
    .option('--since <day>', 'first day, YYYY-MM-DD')
    .option('--until <day>', 'last day, YYYY-MM-DD')
    .option('--json', 'as JSON');

view('relation', 'how two actors treat each other: counts, changes, claims and denials').action(
  async (a, b, options) => {
    process.exitCode = await (await import('./views.ts')).relationCommand(a, b, options);
  },
);
view('brief', 'the brief on two actors, on one, or on words; every line sourced', ['[a]', '[b]'])
  .option('--about <words>', 'instead of actors: whatever the record has under these words')
  .addOption(new Option('--format <format>').choices(['text', 'md', 'html', 'json']).default('text'))
  .action(async (a, b, options) => {
    process.exitCode = await (await import('./views.ts')).briefCommand(a, b, options);
  });
view('events', 'the events between two actors, newest first').action(async (a, b, options) => {
  process.exitCode = await (await import('./views.ts')).eventsCommand(a, b, options);
});

view('compare', "two periods of two actors side by side, or another project's events beside the record's")
  .option('--against <days>', 'the period to compare with, 2020-01-01..2020-12-31 (default: as long, just before)')
  .addOption(
    new Option(
      '--with <file>',
      'GDELT 2 events, POLECAT or ICEWS, tab-separated: set beside the record, by month',
    ).conflicts('against'),
  )
  .addHelpText(
    'after',
    '\nExamples:\n  dragoman compare PRK RUS --since 2022-01-01 --until 2023-12-31 --against 2020-01-01..2021-12-31\n  dragoman compare PRK RUS --with polecat.tsv',
  )
  .action(async (a, b, options) => {
    process.exitCode =
      options.with === undefined
        ? await (await import('./periods.ts')).periodsCommand(a, b, options)
        : await (await import('./compare.ts')).compareCommand(a, b, options);
  });

program
  .command('mcp')
  .description('tools for an assistant on standard input and output (Model Context Protocol)')
  .option('--record <file>', 'the record (default: DRAGOMAN_RECORD, else a file in your data folder)')
  .action(async (options) => {
    process.exitCode = await (await import('./mcp.ts')).mcpCommand({ ...options, version });
  });

program
  .command('export')
  .description('the whole record in the format of another project')
  .addOption(new Option('--format <format>').choices(EXPORTS).makeOptionMandatory())
  .requiredOption('--out <file>', 'where to write; side files stand beside it')
  .option('--record <file>', 'the record (default: DRAGOMAN_RECORD, else a file in your data folder)')
  .addOption(
    new Option(
      '--also <what...>',
      'rows also for events that are only in an accusation, historical, planned, possible, negated or denied, in formats that cannot say so',
    ).choices(LEFT_OUT),
  )
  .option('--json', 'what was written as JSON')
  .action(async (options) => {
    process.exitCode = await (await import('./export.ts')).exportCommand(options);
  });

program
  .command('check')
  .description('lint dictionaries of actors, roles or event senses')
  .argument('<file...>', 'JSON or YAML')
  .option('--json', 'as JSON')
  .action(async (files: string[], options) => {
    process.exitCode = (await import('./check.ts')).checkCommand(files, options);
  });

program
  .command('serve')
  .description('the desk: pages, API and feeds')
  .option('--record <file>', 'the record (default: DRAGOMAN_RECORD, else a file in your data folder)')
  .option('--port <n>', 'port; 0 takes any free one')
  .option('--host <name>', 'address to listen at', '127.0.0.1')
  .option('--json', 'the address as JSON')
  .action(async (options) => {
    process.exitCode = await (await import('./serve.ts')).serveCommand(options);
  });

program
  .command('start')
  .description('read the sample (or files) into a record, print the brief, serve the desk')
  .argument('[file...]', 'files, folders or addresses instead of the sample')
  .option('--record <file>', 'the record')
  .option('--date <day>', 'day of publication of what is read, YYYY-MM-DD')
  .option('--port <n>', 'port; 0 takes any free one')
  .option('--once', 'stop after the brief')
  .option('--json', 'the brief and the address as JSON')
  .action(async (files: string[], options) => {
    process.exitCode = await (await import('./start.ts')).startCommand(files, options);
  });

program
  .command('completion')
  .description('a script that completes commands and options in your shell')
  .addArgument(new Argument('<shell>').choices(SHELLS))
  .addHelpText('after', '\nExample:\n  eval "$(dragoman completion bash)"')
  .action((shell: Shell) => {
    process.stdout.write(completion(program, shell));
  });

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof InputError || error instanceof KnowledgeError)) throw error;
  process.stderr.write(`dragoman: ${error.message}\n`);
  process.exitCode = 1;
}
