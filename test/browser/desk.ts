/** The desk of the tests' record in a browser: what the tests of the pages share. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import type { Desk } from '../../src/desk.ts';
import type { Article } from '../../src/nouns.ts';
import { ACTORS, makeCoding } from '../../src/record/testing.ts';
import { createServer, type RunningServer } from '../../src/server/index.ts';
import { testDesk } from '../../src/server/testing.ts';
import { openBrowser, type TestBrowser } from './browser.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { PRK, RUS } = ACTORS;

/** Stands in for the language core: one event in any text where somebody gave something. */
function code(article: Article) {
  const tree = {
    words: ['North', 'Korea', 'gave', 'arms'].map((form, index) => ({
      ...{ index, form, lemma: form, upos: 'X', xpos: 'X', from: 0, to: 1 },
      head: index === 2 ? -1 : 2,
      deprel: index === 2 ? 'root' : 'dep',
    })),
  };
  const event = {
    sentence: article.title ? 1 : 0,
    type: 'AID',
    cue: 'gave',
    actors: [['North Korea', PRK]],
    recipients: [['Russia', RUS]],
  } as const;
  const coding = makeCoding(article, article.text.includes('gave') ? [event] : []);
  return article.id === 'sentence' ? { ...coding, trees: [tree as never] } : coding;
}

/** Articles of JSON Lines, as the room for reading would make them. */
const linesOf = (bytes: Uint8Array): Article[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ id: '', publisher: null, url: null, date: '2024-06-01', ...JSON.parse(line) }));

const EXPLAINED = [
  { kind: 'head', text: 'Events' },
  { kind: 'text', text: 'North Korea → AID → Russia' },
] as const;

/** What a reader sees of an element. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen
export const seen = (locator: Locator): Promise<string> => locator.first().innerText();

export interface Bench {
  readonly desk: Desk;
  /** What reading an article called "Slow" waits for. */
  readonly gate: { open: () => void };
  readonly server: RunningServer;
  readonly browser: TestBrowser;
  readonly page: Page;
  /** Requests that went anywhere but to the desk. */
  readonly foreign: string[];
  /** What the browser complained of. */
  readonly errors: string[];
  /** Opens a page of the desk and waits until it stands. */
  open(path: string): Promise<void>;
  /** Everything that the rules of accessibility find on the page as it is; only some rules where they are named. */
  violations(rules?: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** Nothing on its way, typefaces there. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForSelector('main h1, main h2, .failed');
  await page.waitForFunction(
    () => !document.querySelector('.loading, .chart:empty, .network-box:empty') && document.fonts.status === 'loaded',
  );
};

export async function openBench({ empty = false } = {}): Promise<Bench> {
  if (!existsSync(new URL('../../web/dist/index.html', import.meta.url)))
    spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'ignore' });
  const made = await testDesk({ empty });
  const gate = { open: () => {} };
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  const work = {
    code: async (article: Article) => {
      if (article.title === 'Slow') await opened;
      return code(article);
    },
    explain: () => EXPLAINED,
    fromBytes: linesOf,
  };
  const server = await createServer(made.desk, { port: 0, work });
  const browser = await openBrowser({ viewport: { width: 1440, height: 900 } });
  const page = await browser.context.newPage();
  const [foreign, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return {
    ...{ desk: made.desk, gate, server, browser, page, foreign, errors },
    open: async (path) => {
      await page.goto(server.url.slice(0, -1) + path);
      await settled(page);
    },
    violations: async (rules) => {
      const axe = new AxeBuilder({ page });
      const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
      return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
    },
    close: async () => {
      await browser.close();
      await server.close();
      made.close();
    },
  };
}
