/** What the evidence panel is asked to show, as it stands in the address. */
import type { Status } from '../../src/nouns.ts';
import { pairPath, readPair } from '../../src/server/addresses.ts';
import { daysInWords, STATUS_WORDS, typeNoun } from '../../src/wording.ts';
import { addressOf } from './api.ts';
import { go, withQuery } from './router.ts';

/** The reports between two actors that fit. */
export interface Between {
  readonly a: string;
  readonly b: string;
  readonly direction: 'forward' | 'backward' | 'both';
  readonly quad?: string | null;
  readonly kind?: string | null;
  readonly type?: string | null;
  readonly status?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  /** "true": without what is denied, which counts of cooperation and conflict leave out. */
  readonly counted?: 'true' | null;
  /** A second period, "2020-01-01..2020-12-31". */
  readonly also?: string | null;
}

/** Reports that the panel asks for at once. */
const AT_ONCE = 40;

const CODES: Readonly<Record<string, keyof Between>> = {
  quad: 'quad',
  kind: 'kind',
  type: 'type',
  status: 'status',
  from: 'from',
  to: 'to',
  also: 'also',
  counted: 'counted',
};

const write = (text: string): string => text.replaceAll(' ', '-');

/** "PRK-RUS;forward;kind:cooperation;from:2023-09-01;to:2023-09-30" */
export function betweenCode(between: Between): string {
  const parts = [pairPath(between.a, between.b), between.direction];
  for (const name of Object.keys(CODES)) {
    const value = between[name as keyof Between];
    if (value) parts.push(`${name}:${write(value)}`);
  }
  return parts.join(';');
}

export const eventCode = (id: string): string => `event;${id}`;
export const whyCode = (article: string, sentence: number): string => `why;${encodeURIComponent(article)};${sentence}`;
export const reportsCode = (ids: readonly string[]): string => `reports;${ids.slice(0, 60).join(',')}`;

/** All that the record has, and the articles that it is from. */
export const EVERYTHING = 'everything';
export const ARTICLES = 'articles';
export const articlesCode = (from: string, to: string): string => `${ARTICLES};from:${from};to:${to}`;
export const isOfArticles = (show: string): boolean => show.split(';')[0] === ARTICLES;

export interface Shown {
  /** Where the API has the reports; null where there are none to ask for. */
  readonly path: string | null;
  /** What they are, before the reports themselves have come. */
  readonly about: string;
  /** The sentence to explain. */
  readonly why?: { readonly article: string; readonly index: number };
}

const QUAD_WORDS: Readonly<Record<string, string>> = {
  'verbal-cooperation': 'Cooperation in words',
  'material-cooperation': 'Cooperation in deeds',
  'verbal-conflict': 'Conflict in words',
  'material-conflict': 'Conflict in deeds',
};

function rangeWords(from: string | undefined, to: string | undefined): string {
  if (!from || !to) return '';
  return `, ${daysInWords(from, to)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "from:2023-09-01" and its like, by name. */
function filtersIn(filters: readonly string[]): Readonly<Record<string, string>> {
  const asked: Record<string, string> = {};
  for (const filter of filters) {
    const at = filter.indexOf(':');
    if (at > 0) asked[filter.slice(0, at)] = filter.slice(at + 1);
  }
  return asked;
}

const articlesShown = ({ from, to }: Readonly<Record<string, string>>): Shown => ({
  path: addressOf('/articles', { since: from, until: to, limit: AT_ONCE }),
  about: from && to ? `The articles of the record${rangeWords(from, to)}` : 'The articles of the record',
});

/** Reads the address's `show`; null where it makes no sense. `nameOf` gives names for keys. */
export function readShow(show: string, nameOf: (key: string) => string): Shown | null {
  const [what = '', ...rest] = show.split(';');
  if (what === EVERYTHING)
    return { path: addressOf('/reports', { limit: AT_ONCE }), about: 'All reports of the record' };
  if (what === ARTICLES) return articlesShown(filtersIn(rest));
  if (what === 'event' && rest[0]) return { path: `/events/${encodeURIComponent(rest[0])}`, about: 'One event' };
  if (what === 'reports' && rest[0])
    return { path: addressOf('/reports', { ids: rest[0] }), about: 'The sentences behind this line' };
  if (what === 'why' && rest[0] && /^\d+$/.test(rest[1] ?? ''))
    return {
      path: null,
      about: 'Why this was read so',
      why: { article: decodeURIComponent(rest[0]), index: Number(rest[1]) },
    };
  const pair = readPair(decodeURIComponent(what));
  if (!pair) return null;
  const [direction = 'both', ...filters] = rest;
  const { quad, kind, type, status, from, to, also, counted } = filtersIn(filters);
  const path = addressOf(`/relations/${encodeURIComponent(decodeURIComponent(what))}/evidence`, {
    ...{ direction, kind, type, status, since: from, until: to, also, counted, limit: AT_ONCE },
    quad: quad?.replaceAll('-', ' '),
  });
  const [x, y] = direction === 'backward' ? [pair[1], pair[0]] : pair;
  const sides = `${nameOf(x)} ${direction === 'both' ? 'and' : 'towards'} ${nameOf(y)}`;
  const subject = quad ? QUAD_WORDS[quad] : kind ? capital(kind) : type ? capital(typeNoun(type, true)) : 'All reports';
  const [first, last] = also?.split('..') ?? [];
  const second = first && last ? ` and ${daysInWords(first, last)}` : '';
  const told = status ? `, ${(STATUS_WORDS[status as Status] ?? status).toLowerCase()}` : '';
  return { path, about: `${subject ?? 'Reports'}, ${sides}${told}${rangeWords(from, to)}${second}` };
}

/** Which days of which direction the evidence is shown for; null where it is not of some days. */
export function shownDays(show: string | null): { direction: string; from: string; to: string } | null {
  const found = /^[^;]+;(forward|backward|both)(?:;.*)?;from:(\d{4}-\d\d-\d\d);to:(\d{4}-\d\d-\d\d)/.exec(show ?? '');
  return found ? { direction: found[1]!, from: found[2]!, to: found[3]! } : null;
}

let pressed: Element | null = null;
// Not the focus alone: some browsers give it to no button that is pressed with the mouse.
addEventListener('pointerdown', (event) => remember(event.target as Element), true);
addEventListener('keydown', (event) => event.key !== 'Escape' && remember(document.activeElement), true);

function remember(element: Element | null): void {
  if (!element?.closest('.evidence')) pressed = element?.closest('a, button, [tabindex]') ?? null;
}

/** What was pressed last outside the evidence, as long as it is on the page. */
export const lastPressed = (): Element | null => (pressed?.isConnected ? pressed : null);

/** Opens the evidence without leaving the page. The last thing pressed gets the focus back on closing. */
export function openEvidence(code: string): void {
  go(withQuery({ show: code }));
}

export function closeEvidence(): void {
  go(withQuery({ show: null }));
}
