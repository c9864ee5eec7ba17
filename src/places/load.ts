import { readFileSync } from 'node:fs';
import { KnowledgeError } from '../errors.ts';
import { type Gazetteer, loadPlaces, type PlaceData } from './index.ts';

const PATH = new URL('../../data/places.json', import.meta.url);

/** The gazetteer that comes with the package. */
export function loadPlacesFromPackage(): Gazetteer {
  try {
    return loadPlaces(JSON.parse(readFileSync(PATH, 'utf8')) as PlaceData);
  } catch (error) {
    throw new KnowledgeError('K003', `cannot read data/places.json (${(error as Error).message}); run "npm run build"`);
  }
}
