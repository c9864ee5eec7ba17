/** Finds the measures that a reported transfer, deal, training or purchase falls under on its day. */
import type { FindingRow, PartyRow, ReportRow } from '../rows.ts';
import { type Ban, inForce, isAimedAt, isBound, type Measure, type Measures, toRow } from './measures.ts';

/** Types that tell of things or help changing hands, or of agreeing on it. */
export const TRANSFERS: ReadonlySet<string> = new Set(['AID', 'COOPERATE', 'AGREE', 'REQUEST']);
/** Only a request for help is a wish for a transfer. */
const WISH = 'assist';
/** At most so many findings for one report: the most exact ones. */
const MOST = 3;
/** A row that covers more paragraphs than this does not say which one bans what. */
const MOST_PARAGRAPHS = 3;

interface Route {
  readonly supplier: string;
  readonly receiver: string;
}

/** The name of a state or group as the report's parties have it, else its code. */
function nameOf(report: ReportRow, code: string): string {
  const parties = [...report.actors, ...report.recipients];
  const ofIt = parties.filter((party) => party.country === code || party.key === code);
  return (ofIt.find((party) => party.key === code || party.kind === 'country') ?? ofIt[0])?.name ?? code;
}

/** What measures know a party by: its state, and its own id where it is a group. */
const codesOf = ({ country, key }: PartyRow): string[] => [
  ...(country ? [country] : []),
  ...(/^(?:grp|org):/.test(key) ? [key] : []),
];

function routesBetween(from: readonly PartyRow[], to: readonly PartyRow[]): Route[] {
  const routes = from.flatMap((giver) =>
    to.flatMap((taker) => {
      const isOne = giver.key === taker.key || (giver.country !== null && giver.country === taker.country);
      if (isOne) return [];
      return codesOf(giver).flatMap((supplier) => codesOf(taker).map((receiver) => ({ supplier, receiver })));
    }),
  );
  return [...new Map(routes.map((route) => [`${route.supplier} ${route.receiver}`, route])).values()];
}

/** Which way the goods would go. A purchase goes to its actor; cooperation can go either way. */
function routesOf(report: ReportRow, measures: Measures): Route[] {
  const { actors, recipients } = report;
  if (report.mutual) return routesBetween([...actors, ...recipients], [...actors, ...recipients]);
  const buys =
    report.type === 'REQUEST' ||
    report.cue.text
      .toLowerCase()
      .split(/\s+/)
      .some((word) => measures.purchases.has(lemma(word, measures.purchases)));
  return buys ? routesBetween(recipients, actors) : routesBetween(actors, recipients);
}

/** A word without its ending, where that makes a known word. */
function lemma(word: string, known: { has(word: string): boolean }): string {
  const tries = [
    word,
    word.replace(/s$/, ''),
    word.replace(/es$/, ''),
    word.replace(/ing$/, ''),
    word.replace(/ing$/, 'e'),
    word.replace(/ed$/, ''),
    word.replace(/ed$/, 'e'),
  ];
  if (word === 'bought') return 'buy';
  return tries.find((one) => known.has(one)) ?? word;
}

interface Goods {
  readonly kinds: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** Goods that the report's object names; failing that, its sentence. */
function goodsOf(report: ReportRow, measures: Measures): Goods {
  const named = goodsIn(report.topic, measures);
  if (named.words.length) return named;
  return goodsIn(report.sentence.text.toLowerCase().match(/[\p{L}-]+/gu) ?? [], measures);
}

function goodsIn(words: readonly string[], measures: Measures): Goods {
  const kinds = new Set<string>();
  const found: string[] = [];
  for (const word of words) {
    const known = lemma(word, measures.goods);
    const goods = measures.goods.get(known);
    if (!goods) continue;
    if (!found.includes(known)) found.push(known);
    for (const kind of goods) kinds.add(kind);
  }
  return { kinds, words: found };
}

/** The ban of a measure that such goods on such a route fall under. */
function banOn(measure: Measure, route: Route, goods: Goods, day: string, measures: Measures): Ban | null {
  const outward = isAimedAt(measure, route.supplier) && isBound(measure, route.receiver, day, measures);
  const inward = isAimedAt(measure, route.receiver) && isBound(measure, route.supplier, day, measures);
  for (const name of measure.bans) {
    const ban = measures.bans.get(name);
    if (!ban?.goods.some((kind) => goods.kinds.has(kind))) continue;
    if (outward && ban.direction !== 'to') return ban;
    if (inward && ban.direction !== 'from') return ban;
  }
  return null;
}

const CONDITIONS: Readonly<Record<string, string>> = {
  reported: 'As reported,',
  alleged: 'If it took place as said,',
  denied: 'If it took place, which is denied,',
  planned: 'If it is carried out,',
  possible: 'If it were to proceed,',
};

/** "If it were to proceed, this transfer (weapon; North Korea to Russia) would breach S/RES/1874 (2009) ¶9, which bans exports of all arms from North Korea." */
function wordsOf(report: ReportRow, measure: Measure, ban: Ban, route: Route, goods: Goods): string {
  const paragraphs =
    measure.paragraphs.length && measure.paragraphs.length <= MOST_PARAGRAPHS
      ? ` ${measure.paragraphs.map((p) => (/^\d/.test(p) ? `¶${p}` : p.replace(/^Art /, 'art. '))).join(', ')}`
      : '';
  const target = nameOf(report, isAimedAt(measure, route.supplier) ? route.supplier : route.receiver);
  const transfer = `this transfer (${asWritten(goods.words, report.sentence.text)}; ${nameOf(report, route.supplier)} to ${nameOf(report, route.receiver)})`;
  const condition = CONDITIONS[report.status] ?? CONDITIONS.possible!;
  const breach = /^(mandatory$|binding|national)/.test(measure.force) ? 'would breach' : 'would go against';
  return `${condition} ${transfer} ${breach} ${measure.instrument}${paragraphs}, which bans ${ban.words.replace('{target}', target)}.`;
}

/** The goods in the sentence's own words: "shells" rather than "shell". */
function asWritten(lemmas: readonly string[], sentence: string): string {
  const words = sentence.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return lemmas.map((one) => words.find((word) => word.startsWith(one)) ?? one).join(', ');
}

const isExact = (measure: Measure): number => (measure.authority.startsWith('UN') ? 0 : 1);

/**
 * Findings for a report on a day. None for what is told as not so, for types in which nothing changes hands, and for
 * reports without a day.
 */
export function findMeasures(report: ReportRow, day: string | null, measures: Measures): FindingRow[] {
  if (!day || report.negated || report.status === 'negated' || !TRANSFERS.has(report.type)) return [];
  if (report.type === 'REQUEST' && report.mode !== WISH) return [];
  const goods = goodsOf(report, measures);
  if (!goods.kinds.size) return [];
  const found: FindingRow[] = [];
  const candidates = measures.all
    .filter((measure) => inForce(measure, day))
    .sort((a, b) => isExact(a) - isExact(b) || (a.from < b.from ? 1 : -1));
  for (const route of routesOf(report, measures)) {
    for (const measure of candidates) {
      const ban = banOn(measure, route, goods, day, measures);
      if (!ban || found.some((f) => f.measure.id === measure.id)) continue;
      const because = `${route.supplier} to ${route.receiver}, ${day}; goods: ${goods.words.join(', ')}`;
      found.push({
        id: `${report.id}-${measure.id}`,
        report: report.id,
        measure: toRow(measure),
        text: wordsOf(report, measure, ban, route, goods),
        conditional: report.status !== 'reported',
        because,
      });
    }
  }
  return keepMostExact(found);
}

/** A total ban before partial ones, the newest first. */
function keepMostExact(found: readonly FindingRow[]): FindingRow[] {
  const total = (f: FindingRow) => (/ of all arms /.test(f.text) ? 0 : 1);
  return [...found].sort((a, b) => total(a) - total(b)).slice(0, MOST);
}
