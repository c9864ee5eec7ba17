/** Loads what the pipeline needs from the package. Only Node. */
import { loadActorsFromPackage } from './actors/load.ts';
import { loadEventLexicon } from './events/load.ts';
import { loadParserFromPackage } from './parse/load.ts';
import type { Tools } from './pipeline.ts';
import { loadPlacesFromPackage } from './places/load.ts';

export interface Dictionaries {
  readonly actors?: readonly string[];
  readonly roles?: readonly string[];
}

/** Tools with the built-in knowledge, and a user's dictionaries before it. Throws InputError at a dictionary that cannot be read. */
export function loadTools(dictionaries: Dictionaries = {}): Tools {
  return {
    parser: loadParserFromPackage(),
    actors: loadActorsFromPackage(dictionaries),
    events: loadEventLexicon(),
    places: loadPlacesFromPackage(),
  };
}
