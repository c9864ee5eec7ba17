/** What a page says about itself: JSON-LD, meta elements, <time>, the canonical link. */
import { dayOfTimestamp } from './day.ts';

/** As much of a DOM as this needs. */
export interface Page {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export interface PageElement {
  getAttribute(name: string): string | null;
  readonly textContent: string | null;
}

export interface Metadata {
  readonly title: string | null;
  readonly date: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

type Node = Readonly<Record<string, unknown>>;

const ARTICLE = /(^|\/)(\w*Article|BlogPosting|LiveBlogPosting|Report)$/;

/** All objects of the page's JSON-LD, graphs walked; broken scripts are skipped, as browsers do. */
function* linkedData(page: Page): Generator<Node> {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    yield* nodesIn(value, 0);
  }
}

function* nodesIn(value: unknown, depth: number): Generator<Node> {
  if (depth > 8 || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const one of value) yield* nodesIn(one, depth + 1);
    return;
  }
  yield value as Node;
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) yield* nodesIn((value as Node)[key], depth + 1);
}

function isArticle(node: Node): boolean {
  const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']];
  return types.some((type) => typeof type === 'string' && ARTICLE.test(type));
}

const asText = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

function nameOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return asText(one) ?? (one && typeof one === 'object' ? asText((one as Node).name) : null);
}

function meta(page: Page, ...names: string[]): string | null {
  for (const name of names) {
    const element =
      page.querySelector(`meta[property="${name}"]`) ??
      page.querySelector(`meta[name="${name}"]`) ??
      page.querySelector(`meta[itemprop="${name}"]`);
    const content = asText(element?.getAttribute('content'));
    if (content) return content;
  }
  return null;
}

const attribute = (page: Page, selector: string, name: string): string | null =>
  asText(page.querySelector(selector)?.getAttribute(name));

function dateOf(page: Page, article: Node | undefined): string | null {
  const candidates = [
    asText(article?.datePublished),
    meta(
      page,
      'article:published_time',
      'og:article:published_time',
      'datePublished',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date',
      'DC.date.issued',
      'date',
      'pubdate',
    ),
    attribute(page, '[itemprop="datePublished"]', 'datetime'),
    attribute(page, 'article time[datetime]', 'datetime'),
    attribute(page, 'time[pubdate]', 'datetime'),
    attribute(page, 'time[datetime]', 'datetime'),
    asText(article?.dateCreated),
  ];
  for (const candidate of candidates) {
    const day = dayOfTimestamp(candidate);
    if (day) return day;
  }
  return null;
}

function absolute(url: string | null, base: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const made = new URL(url, base ?? undefined);
    return /^https?:$/.test(made.protocol) ? made.href : null;
  } catch {
    return null;
  }
}

/** Reads a page's own metadata; what it does not say is null. */
export function readMetadata(page: Page, address?: string | null): Metadata {
  const nodes = [...linkedData(page)];
  const article = nodes.find(isArticle);
  const canonical = attribute(page, 'link[rel="canonical"]', 'href') ?? meta(page, 'og:url');
  return {
    title: asText(article?.headline) ?? meta(page, 'og:title', 'twitter:title'),
    date: dateOf(page, article),
    publisher: nameOf(article?.publisher) ?? meta(page, 'og:site_name', 'application-name', 'dc.publisher'),
    url: absolute(canonical, address) ?? address ?? null,
    language: attribute(page, 'html', 'lang')?.slice(0, 2).toLowerCase() ?? null,
  };
}
