/**
 * The library: articles to codings, codings into a record, and what comes out of it. For Node; see docs/api.md.
 *
 *     import { code, loadTools, openDesk } from 'dragoman';
 */
export { type BriefFormat, formatBrief } from './brief/index.ts';
export { codingOut } from './contract.ts';
export { Desk, type EvidenceQuery, openDesk, type RelationOptions } from './desk.ts';
export { InputError, KnowledgeError } from './errors.ts';
export type { Article, Coding, Mention, Report, Statement } from './nouns.ts';
export { code, type Tools } from './pipeline.ts';
export { type Item, type ReadOptions, readAll, readBytes, readPath, readUrl, watchFeeds } from './read/index.ts';
export type * from './rows.ts';
export { type Dictionaries, loadTools } from './tools.ts';
