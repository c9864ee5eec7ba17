/** The user's own dictionaries: files named on the command line, then those of the configuration folder. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Tools } from '../pipeline.ts';
import { type Dictionaries, loadTools } from '../tools.ts';

/** DRAGOMAN_CONFIG, else the folder for configuration as the system has it. */
function configFolder(): string {
  const { platform, env } = process;
  if (env.DRAGOMAN_CONFIG) return env.DRAGOMAN_CONFIG;
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'dragoman');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'dragoman');
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'dragoman');
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:ya?ml|json)$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Dictionaries in the order in which they win: named ones before those of `actors/` and `roles/` in the folder. */
export function userDictionaries({ actors = [], roles = [] }: Dictionaries = {}): Required<Dictionaries> {
  const folder = configFolder();
  return {
    actors: [...actors, ...filesIn(join(folder, 'actors'))],
    roles: [...roles, ...filesIn(join(folder, 'roles'))],
  };
}

/** The tools with all of the user's dictionaries. Throws InputError at one that cannot be read. */
export const toolsWith = (named: Dictionaries = {}): Tools => loadTools(userDictionaries(named));
