/** The command line. Rooms are loaded by the commands that need them. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { InputError, KnowledgeError } from '../errors.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('dragoman')
  .description('Reads news and keeps a sourced record of who did what to whom, when, who says so, and how sure it is.')
  .version(version)
  .showHelpAfterError('(dragoman --help lists the commands)')
  .configureHelp({ sortSubcommands: false });

const collect = (value: string, before: string[]): string[] => [...before, value];

program
  .command('code')
  .description('articles (JSON Lines) to codings (JSON Lines); no network, no file is written')
  .argument('[file...]', 'JSON Lines files; standard input when none is named')
  .option('--actors <file>', 'add a dictionary of actors (repeatable)', collect, [])
  .option('--roles <file>', 'add a list of role nouns (repeatable)', collect, [])
  .option('--jobs <n>', 'processor threads', '1')
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
  .action(async (files: string[]) => {
    process.exitCode = await (await import('./parse.ts')).parseCommand(files);
  });

program
  .command('who')
  .description('names (JSON Lines) to actors')
  .argument('[file...]', 'JSON Lines files; standard input when none is named')
  .option('--actors <file>', 'add a dictionary of actors (repeatable)', collect, [])
  .option('--roles <file>', 'add a list of role nouns (repeatable)', collect, [])
  .action(async (files: string[], options) => {
    process.exitCode = await (await import('./who.ts')).whoCommand(files, options);
  });

program
  .command('explain')
  .description('why a sentence was coded so, and why not otherwise')
  .argument('<sentence...>')
  .option('--date <day>', 'the day of publication, YYYY-MM-DD')
  .action(async (words: string[], options) => {
    process.exitCode = await (await import('./explain.ts')).explainCommand(words.join(' '), options);
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
