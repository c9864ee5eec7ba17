/**
 * Reading: bytes, files, folders, addresses to articles. What cannot be read is refused in one line, the rest is read.
 *
 *     for await (const item of readAll(['news/', 'https://…'], { date: '2023-09-25' })) {
 *       if (item.refusal) warn(item.refusal);
 *       else await desk.save(code(item.article, tools));
 *     }
 */

export { countAhead } from './ahead.ts';
export { type Fetched, type FetchOptions, fetchUrl } from './fetch.ts';
export type { Item, Origin } from './item.ts';
export { isAddress, type ReadOptions, readAll, readBytes, readPath, readUrl } from './read.ts';
export { type WatchOptions, watchFeeds } from './watch.ts';
