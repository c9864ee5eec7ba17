/** Finds the measures that a reported transfer, deal, training or purchase falls under on its day. */
import type { FindingRow, PartyRow, ReportRow } from '../rows.ts';
import { type Goods, goodsOf, lemma } from './goods.ts';
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

/** A party of the report as it is named there, else its code. */
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

/** "helicopters" that were taken for their owner: goods neither give nor take. */
function isGoods({ text }: PartyRow, { goods }: Measures): boolean {
  const last = text.toLowerCase().split(/\s+/).at(-1)!;
  return goods.has(lemma(last, goods)) && !goods.get(lemma(last, goods))!.some(({ onlyWith }) => onlyWith.length);
}

function routesBetween(from: readonly PartyRow[], to: readonly PartyRow[], measures: Measures): Route[] {
  const whole = (parties: readonly PartyRow[]) => parties.filter((party) => !isGoods(party, measures));
  const routes = whole(from).flatMap((giver) =>
    whole(to).flatMap((taker) => {
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
  if (report.mutual) return routesBetween([...actors, ...recipients], [...actors, ...recipients], measures);
  // Aid is told from its giver whoever the verb begins with ("Russia received").
  if (report.type === 'AID') return routesBetween(actors, recipients, measures);
  const buys =
    report.type === 'REQUEST' ||
    report.cue.text
      .toLowerCase()
      .split(/\s+/)
      .some((word) => measures.purchases.has(lemma(word, measures.purchases)));
  return buys ? routesBetween(recipients, actors, measures) : routesBetween(actors, recipients, measures);
}

interface Meeting {
  readonly ban: Ban;
  /** The words of the goods that it bans. */
  readonly words: readonly string[];
  /** The paragraphs that ban it. */
  readonly paragraphs: readonly string[];
}

/** The ban of a measure that such goods on such a route fall under. */
function banOn(measure: Measure, route: Route, goods: Goods, day: string, measures: Measures): Meeting | null {
  const outward = isAimedAt(measure, route.supplier) && isBound(measure, route.receiver, day, measures);
  const inward = isAimedAt(measure, route.receiver) && isBound(measure, route.supplier, day, measures);
  for (const name of measure.bans) {
    const ban = measures.bans.get(name);
    const words = [...new Set((ban?.goods ?? []).flatMap((kind) => goods.get(kind) ?? []))];
    if (!ban || !words.length) continue;
    const meets = (outward && ban.direction !== 'to') || (inward && ban.direction !== 'from');
    const at = measure.at?.[name];
    if (meets) return { ban, words, paragraphs: at ? [at] : measure.paragraphs };
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

/** "¶9, ¶10", "art. 1(1)": none where a row covers so many that they do not say which one bans what. */
function placeIn(paragraphs: readonly string[]): string {
  if (!paragraphs.length || paragraphs.length > MOST_PARAGRAPHS) return '';
  return ` ${paragraphs.map((p) => (/^\d/.test(p) ? `¶${p}` : p.replace(/^Art /, 'art. '))).join(', ')}`;
}

interface Found extends Meeting {
  readonly measure: Measure;
  readonly route: Route;
  readonly day: string;
}

/** What has to be said of a measure so that nobody takes it for surer than it is. */
function caution({ measure, day }: Found): string {
  if (measure.force.includes('contested')) return ' Whether it applies again is contested.';
  if (measure.known_until && day > measure.known_until)
    return ` Its term is known here up to ${measure.known_until}; a later renewal was not seen.`;
  return '';
}

/** "If it were to proceed, this transfer (weapon; North Korea to Russia) would breach S/RES/1874 (2009) ¶9, which bans exports of all arms from North Korea." */
function wordsOf(report: ReportRow, found: Found, measures: Measures): string {
  const { measure, ban, route, words, paragraphs } = found;
  const code = isAimedAt(measure, route.supplier) ? route.supplier : route.receiver;
  const target = measures.names.get(code) ?? nameOf(report, code);
  const transfer = `this transfer (${asWritten(words, report.sentence.text)}; ${nameOf(report, route.supplier)} to ${nameOf(report, route.receiver)})`;
  const condition = CONDITIONS[report.status] ?? CONDITIONS.possible!;
  const breach = /^(mandatory$|binding|national)/.test(measure.force) ? 'would breach' : 'would go against';
  const bans = `which bans ${ban.words.replace('{target}', target)}`;
  return `${condition} ${transfer} ${breach} ${measure.instrument}${placeIn(paragraphs)}, ${bans}.${caution(found)}`;
}

/** The goods in the sentence's own words: "shells" rather than "shell". */
function asWritten(lemmas: readonly string[], sentence: string): string {
  const words = sentence.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return [...new Set(lemmas.map((one) => words.find((word) => word.startsWith(one)) ?? one))].join(', ');
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
  if (!goods.size) return [];
  const found: FindingRow[] = [];
  const candidates = measures.all
    .filter((measure) => inForce(measure, day))
    .sort((a, b) => isExact(a) - isExact(b) || (a.from < b.from ? 1 : -1));
  for (const route of routesOf(report, measures)) {
    for (const measure of candidates) {
      const meeting = banOn(measure, route, goods, day, measures);
      if (!meeting || found.some((f) => f.measure.id === measure.id)) continue;
      const because = `${route.supplier} to ${route.receiver}, ${day}; goods: ${meeting.words.join(', ')}`;
      found.push({
        id: measure.id,
        report: report.id,
        measure: toRow(measure),
        text: wordsOf(report, { ...meeting, measure, route, day }, measures),
        conditional: report.status !== 'reported',
        because,
      });
    }
  }
  return keepMostExact(found);
}

/** A total ban before partial ones, the newest first. Findings are kept in the order of their ids, which is theirs. */
function keepMostExact(found: readonly FindingRow[]): FindingRow[] {
  const total = (f: FindingRow) => (/ of all arms /.test(f.text) ? 0 : 1);
  const ranked = [...found].sort((a, b) => total(a) - total(b)).slice(0, MOST);
  return ranked.map((finding, rank) => ({ ...finding, id: `${finding.report}-${rank}-${finding.id}` }));
}
