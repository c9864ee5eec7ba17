/** GDELT 2: events with a row for each ordered pair, mentions with a row for each report of it. */
import type { PartyRow, ReportRow } from '../rows.ts';
import { quadNumber } from '../wording.ts';
import { actorCode, bestReport, codesOf, type ExportEvent, inColumns, numericId, pairsOf } from './export.ts';
import type { FormatTables } from './tables.ts';

const compact = (day: string): string => day.replaceAll('-', '');

/** The codebook's own fraction: (month × 30 + day) / 365, in ten-thousandths. */
function fractionDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${year}.${String(Math.min(9999, Math.floor(((month * 30 + date) / 365) * 10_000))).padStart(4, '0')}`;
}

function actorCells(party: PartyRow | null, n: 1 | 2, tables: FormatTables) {
  const role = party?.sector ? (tables.sectors.get(party.sector)?.cameo ?? '') : '';
  return {
    [`Actor${n}Code`]: actorCode(party, tables),
    [`Actor${n}Name`]: party?.name.toUpperCase(),
    [`Actor${n}CountryCode`]: party?.country,
    [`Actor${n}Type1Code`]: role,
  };
}

function geoCells(where: ReportRow['where'], tables: FormatTables) {
  if (!where) return { ActionGeo_Type: 0 };
  const fips = tables.countries.get(where.country ?? '')?.fips;
  return {
    ActionGeo_Type: where.lat === null ? 1 : 4,
    ActionGeo_Fullname: where.name,
    ActionGeo_CountryCode: fips,
    ActionGeo_Lat: where.lat,
    ActionGeo_Long: where.lon,
  };
}

const dayOf = (report: ReportRow): string => report.day ?? report.source.published ?? '';

/** Rows of the events file. Tone is not measured and stays empty. */
export function gdeltEvents(one: ExportEvent, tables: FormatTables): string[][] {
  const report = bestReport(one);
  const { cameo, root, goldstein } = codesOf(report, tables);
  const day = dayOf(report);
  if (!day) return [];
  const articles = new Set(one.reports.map((r) => r.source.article)).size;
  return pairsOf(one).map(({ id, source, target }) =>
    inColumns(tables.columns.gdelt2_events!, {
      ...{
        GlobalEventID: numericId(id),
        Day: compact(day),
        MonthYear: compact(day).slice(0, 6),
        Year: day.slice(0, 4),
        FractionDate: fractionDate(day),
      },
      ...{ ...actorCells(source, 1, tables), ...actorCells(target, 2, tables) },
      ...{
        IsRootEvent: one.reports.some((r) => r.sentence.paragraph === 0) ? 1 : 0,
        EventCode: cameo,
        EventBaseCode: cameo.slice(0, 3),
        EventRootCode: root,
      },
      ...{
        QuadClass: quadNumber(report.quad),
        GoldsteinScale: goldstein,
        NumMentions: one.reports.length,
        NumSources: one.event.origins,
        NumArticles: articles,
      },
      ...geoCells(report.where, tables),
      ...{
        DATEADDED: `${compact(report.source.published ?? day)}000000`,
        SOURCEURL: report.source.url ?? report.source.article,
      },
    }),
  );
}

/** Rows of the mentions file. */
export function gdeltMentions(one: ExportEvent, tables: FormatTables): string[][] {
  const day = dayOf(bestReport(one));
  if (!day) return [];
  return pairsOf(one).flatMap(({ id }) =>
    one.reports.map((report) =>
      inColumns(tables.columns.gdelt2_mentions!, {
        ...{
          GlobalEventID: numericId(id),
          EventTimeDate: `${compact(day)}000000`,
          MentionTimeDate: `${compact(report.source.published ?? day)}000000`,
          MentionType: report.source.url ? 1 : 2,
        },
        ...{
          MentionSourceName: report.source.publisher,
          MentionIdentifier: report.source.url ?? report.source.article,
          SentenceID: report.sentence.index + 1,
        },
        ...{
          Actor1CharOffset: report.actors[0]?.from ?? -1,
          Actor2CharOffset: report.recipients[0]?.from ?? -1,
          ActionCharOffset: report.cue.from,
        },
        ...{ InRawText: 1, Confidence: Math.round(report.confidence * 100) },
      }),
    ),
  );
}
