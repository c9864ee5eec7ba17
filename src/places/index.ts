/** Places: a gazetteer, and where an event is told to have been. */
export { type Gazetteer, loadPlaces, type Place, type PlaceData } from './gazetteer.ts';
export { whereOf } from './where.ts';
