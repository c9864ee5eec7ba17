/** Names of a user's states and groups, and well-known names that read like them: a parser has never met "Marovia". */
import type { UserEntry } from './user.ts';
import type { Words } from './words.ts';

const IS_WORD = /^\p{Lu}[\p{L}'’-]+$/u;

/** Letters that "Marovia" and "Marovian" begin with alike. */
const SHARED = 3;

type Form = 'familiar-state' | 'familiar-adjective' | 'familiar-people';

/** What a name of an entry is: its first is the state's; one that begins alike is its adjective; with an "s", its people. */
function formOf(name: string, names: readonly string[]): Form {
  const [first] = names;
  const isDerived = name !== first && name.slice(0, SHARED) === first!.slice(0, SHARED);
  if (!isDerived) return 'familiar-state';
  return name.endsWith('s') && names.includes(name.slice(0, -1)) ? 'familiar-people' : 'familiar-adjective';
}

const capitalised = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();

/** "Marovia" to "Iran", "Marovian" to "Iranian": names of one word, of entries that are no persons and no roles. */
export function familiarNames(user: readonly UserEntry[], words: Words): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const states = user.filter(({ kind }) => kind === undefined || kind === 'group' || kind === 'country');
  states.forEach(({ names: written }, at) => {
    const names = [
      ...new Set(
        written
          .map((n) => n.trim())
          .filter((n) => IS_WORD.test(n))
          .map(capitalised),
      ),
    ];
    for (const name of names) {
      const list = [...words.of(formOf(name, names))];
      if (!list.length) continue;
      const familiar = list[at % list.length]!;
      found.set(name, capitalised(familiar));
      found.set(name.toUpperCase(), familiar.toUpperCase());
    }
  });
  return found;
}
