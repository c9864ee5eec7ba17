/** A real Chromium for tests: the system's where there is one, else the one that an npm package carries. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The package's browser is built for this system only. */
const CARRIED = process.platform === 'linux' && process.arch === 'x64';
const found = [process.env.DRAGOMAN_CHROMIUM, ...SYSTEM].find((path) => path && existsSync(path));

const executable = async (): Promise<string> =>
  found ?? (await (await import('@sparticuz/chromium')).default.executablePath());

/** A test that needs a browser; told as skipped, with the way out, on systems that have none. */
export function browserTest(name: string, run: () => Promise<void>): void {
  const skip = !found && !CARRIED && 'no Chromium on this system; name one in DRAGOMAN_CHROMIUM';
  test(name, { skip }, run);
}

export interface TestBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Language, time zone and motion are set, so that every machine draws the same. */
export async function openBrowser(options: Parameters<Browser['newContext']>[0] = {}): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'dragoman-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await executable(),
    args: FLAGS,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...options,
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, close };
}
