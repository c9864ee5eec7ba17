import { readFileSync } from 'node:fs';
import { KnowledgeError } from '../errors.ts';
import { type EventData, type EventLexicon, makeLexicon } from './lexicon.ts';

const PATH = new URL('../../data/events.json', import.meta.url);

/** The lexicon that comes with the package. Throws KnowledgeError where it has not been built. */
export function loadEventLexicon(): EventLexicon {
  try {
    return makeLexicon(JSON.parse(readFileSync(PATH, 'utf8')) as EventData);
  } catch (error) {
    throw new KnowledgeError('K001', `cannot read data/events.json (${(error as Error).message}); run "npm run build"`);
  }
}
