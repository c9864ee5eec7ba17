/** `dragoman completion SHELL`: what the shell needs to complete commands, options and their values; made from the commands. */
import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

interface Known {
  readonly name: string;
  readonly about: string;
  readonly options: readonly Option[];
  /** What the first argument may be, where that is a closed list. */
  readonly values: readonly string[];
}

function commandsOf(program: Command): Known[] {
  const known = program.commands.map((command) => ({
    name: command.name(),
    about: command.description(),
    options: command.options.filter((option) => option.long),
    values: command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  }));
  return [...known, { name: 'help', about: 'help for a command', options: [], values: known.map(({ name }) => name) }];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const flags = ({ options }: Known): string[] => [...options.map((option) => option.long!), '--help'];

/** Lines of a `case` over "command option" for the options with a closed list of values. */
const valueCases = (commands: readonly Known[], give: (values: string) => string): string[] =>
  commands.flatMap(({ name, options }) =>
    options.flatMap(({ long, argChoices }) =>
      argChoices ? [`    ${quoted(`${name} ${long}`)}) ${give(argChoices.join(' '))}; return ;;`] : [],
    ),
  );

const bash = (commands: readonly Known[]): string[] => [
  '# bash: eval "$(dragoman completion bash)"',
  '_dragoman() {',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills these in
  '  local cur="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""',
  '  if [ "$COMP_CWORD" -eq 1 ]; then',
  `    COMPREPLY=($(compgen -W ${quoted([...commands.map((c) => c.name), '--help', '--version'].join(' '))} -- "$cur")); return`,
  '  fi',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills these in
  '  case "${COMP_WORDS[1]} $before" in',
  ...valueCases(commands, (values) => `COMPREPLY=($(compgen -W ${quoted(values)} -- "$cur"))`),
  '  esac',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills these in
  '  case "${COMP_WORDS[1]}" in',
  ...commands.map((c) => `    ${c.name}) words=${quoted(flags(c).join(' '))} ;;`),
  '  esac',
  '  case "$cur" in',
  '    -*) COMPREPLY=($(compgen -W "$words" -- "$cur")); return ;;',
  '  esac',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills these in
  '  case "${COMP_WORDS[1]}" in',
  ...commands
    .filter((c) => c.values.length)
    .map((c) => `    ${c.name}) COMPREPLY=($(compgen -W ${quoted(c.values.join(' '))} -- "$cur")) ;;`),
  '    *) COMPREPLY=() ;;',
  '  esac',
  '}',
  'complete -o default -F _dragoman dragoman',
];

/** "name:what it does", as zsh's _describe wants it. */
const described = (name: string, about: string): string => quoted(`${name.replaceAll(':', '\\:')}:${about}`);

const zsh = (commands: readonly Known[]): string[] => [
  '#compdef dragoman',
  '# zsh: source <(dragoman completion zsh)',
  '_dragoman() {',
  '  local -a commands options',
  `  commands=(${commands.map((c) => described(c.name, c.about)).join(' ')})`,
  '  if (( CURRENT == 2 )); then _describe command commands; return; fi',
  '  case "$words[2] $words[CURRENT-1]" in',
  ...valueCases(commands, (values) => `compadd ${values}`),
  '  esac',
  '  case "$words[2]" in',
  ...commands.map(
    (c) => `    ${c.name}) options=(${c.options.map((o) => described(o.long!, o.description)).join(' ')}) ;;`,
  ),
  '  esac',
  '  if [[ "$words[CURRENT]" == -* ]]; then _describe option options; return; fi',
  '  case "$words[2]" in',
  ...commands.filter((c) => c.values.length).map((c) => `    ${c.name}) compadd ${c.values.join(' ')} ;;`),
  '    *) _files ;;',
  '  esac',
  '}',
  'if [ "$funcstack[1]" = "_dragoman" ]; then _dragoman "$@"; else compdef _dragoman dragoman; fi',
];

function fishOption(command: string, { long, description, argChoices, required }: Option): string {
  const takes = argChoices ? ` -x -a ${quoted(argChoices.join(' '))}` : required ? ' -r' : '';
  return `complete -c dragoman -n '__fish_seen_subcommand_from ${command}' -l ${long!.slice(2)}${takes} -d ${quoted(description)}`;
}

const fish = (commands: readonly Known[]): string[] => [
  '# fish: dragoman completion fish | source',
  ...commands.flatMap(({ name, about, options, values }) => [
    `complete -c dragoman -f -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
    ...(values.length
      ? [`complete -c dragoman -f -n '__fish_seen_subcommand_from ${name}' -a ${quoted(values.join(' '))}`]
      : []),
    ...options.map((option) => fishOption(name, option)),
  ]),
];

const WRITERS: Readonly<Record<Shell, (commands: readonly Known[]) => string[]>> = { bash, zsh, fish };

/** The script for a shell, ending in a line break. */
export const completion = (program: Command, shell: Shell): string =>
  `${WRITERS[shell](commandsOf(program)).join('\n')}\n`;
