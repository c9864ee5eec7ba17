import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { InputError, KnowledgeError } from '../errors.ts';
import type { ActorData } from './data.ts';
import { type ActorIndex, loadActors } from './index.ts';
import { Known } from './known.ts';
import { type PackedActors, unpackActors } from './packed.ts';
import { readUserEntries, type UserEntry } from './user.ts';

const PATH = new URL('../../data/actors.json', import.meta.url);

/** What a user's file of actors, roles or senses says. Throws InputError where it cannot be read. */
export function readWritten(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(`cannot read ${file} (${code ?? message}); name a JSON or YAML file`);
  }
  try {
    return /\.json$/i.test(file) ? JSON.parse(text) : parse(text);
  } catch (error) {
    throw new InputError(`${file}: neither JSON nor YAML (${(error as Error).message.split('\n')[0]})`);
  }
}

const readDictionary = (file: string, asRoles: boolean): UserEntry[] =>
  readUserEntries(readWritten(file), file, asRoles);

/** The lexicon that comes with the package, with a user's dictionaries before it. */
export function loadActorsFromPackage({
  actors = [],
  roles = [],
}: {
  actors?: readonly string[];
  roles?: readonly string[];
} = {}): ActorIndex {
  const user = [...actors.flatMap((f) => readDictionary(f, false)), ...roles.flatMap((f) => readDictionary(f, true))];
  return loadActors(readActorData(), user);
}

/** The compiled lexicon. Throws KnowledgeError where the program was not built. */
export function readActorData(): ActorData {
  try {
    return unpackActors(JSON.parse(readFileSync(PATH, 'utf8')) as PackedActors);
  } catch (error) {
    throw new KnowledgeError('K002', `cannot read data/actors.json (${(error as Error).message}); run "npm run build"`);
  }
}

let known: Known | null = null;

/** What the lexicon that comes with the package tells of people and states; read when first asked for. */
export const knownActors = (): Known => (known ??= new Known(readActorData()));
