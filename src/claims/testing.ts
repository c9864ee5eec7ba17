/** Cases with the answer written in them, for the tests of this room. */
import { readFileSync } from 'node:fs';
import type { Article, Mention, Statement, Tree } from '../nouns.ts';
import { loadParserFromPackage } from '../parse/load.ts';
import { splitSentences } from '../text/index.ts';
import { findStatements } from './index.ts';

export interface Case {
  readonly name: string;
  readonly marked: string;
  readonly wanted: string;
}

/** Blocks of "# name", the marked text, and "==> answer". */
export function readCases(file: string): Case[] {
  const written = readFileSync(new URL(`cases/${file}`, import.meta.url), 'utf8');
  return written
    .split(/\n# /)
    .slice(1)
    .map((block) => {
      const [name, ...rest] = block.trim().split('\n');
      const at = rest.findIndex((line) => line.startsWith('==> '));
      return { name: name!, marked: rest.slice(0, at).join('\n'), wanted: rest[at]!.slice(4).trim() };
    });
}

export interface Mark {
  readonly role: 'S' | 'C' | 'cue';
  readonly text: string;
  readonly from: number;
}

/** The text without its marks, and what they marked. */
export function unmark(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  for (const [whole, role, inner, cue] of marked
    .replaceAll('¶', '\n\n')
    .matchAll(/\[([SC]) ([^\]]*)\]|\*([^*]+)\*|[^[*]+|./gs)) {
    const words = inner ?? cue;
    if (words !== undefined)
      marks.push({ role: cue === undefined ? (role as 'S' | 'C') : 'cue', text: words, from: text.length });
    text += words ?? whole;
  }
  return { text, marks };
}

const parser = loadParserFromPackage();

export interface ReadCase {
  readonly article: Article;
  readonly trees: readonly Tree[];
  readonly statements: readonly Statement[];
}

export function readText(text: string, mentions: readonly Mention[] = []): ReadCase {
  const article: Article = { id: 'case', date: '2024-05-15', title: null, text };
  const trees = parser.parse(splitSentences(article));
  return { article, trees, statements: findStatements(article, trees, mentions) };
}
