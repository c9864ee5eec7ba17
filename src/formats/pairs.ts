/** Formats that have a row for each ordered pair: ICEWS, Phoenix, POLECAT. */
import type { PartyRow, ReportRow } from '../rows.ts';
import { quadNumber } from '../wording.ts';
import {
  actorCode,
  bestReport,
  type Codes,
  codesOf,
  type ExportEvent,
  type ExportPair,
  inColumns,
  pairsOf,
} from './export.ts';
import type { FormatTables } from './tables.ts';

interface Told {
  readonly pair: ExportPair;
  readonly report: ReportRow;
  readonly codes: Codes;
  readonly day: string;
  readonly one: ExportEvent;
}

function toldPairs(one: ExportEvent, tables: FormatTables): Told[] {
  const report = bestReport(one);
  const codes = codesOf(report, tables);
  const day = report.day ?? report.source.published ?? '';
  return pairsOf(one).map((pair) => ({ pair, report, codes, day, one }));
}

const sectorWords = (party: PartyRow | null, tables: FormatTables): string =>
  party?.sector ? (tables.sectors.get(party.sector)?.words ?? '') : '';
const countryName = (code: string | null | undefined, tables: FormatTables): string =>
  code ? (tables.countries.get(code)?.name ?? code) : '';

function icewsRow({ pair, report, codes, day }: Told, tables: FormatTables): string[] {
  const { source, target, id } = pair;
  return inColumns(tables.columns.icews!, {
    ...{
      'Event ID': id,
      'Event Date': day,
      'Event Text': codes.label,
      'CAMEO Code': codes.cameo,
      Intensity: codes.goldstein,
    },
    ...{
      'Source Name': source?.name,
      'Source Sectors': sectorWords(source, tables),
      'Source Country': countryName(source?.country, tables),
    },
    ...{
      'Target Name': target?.name,
      'Target Sectors': sectorWords(target, tables),
      'Target Country': countryName(target?.country, tables),
    },
    ...{
      'Story ID': report.source.article,
      'Sentence Number': report.sentence.index + 1,
      Publisher: report.source.publisher,
    },
    ...{
      City: report.where?.name,
      Country: countryName(report.where?.country, tables),
      Latitude: report.where?.lat,
      Longitude: report.where?.lon,
    },
  });
}

function phoenixRow({ pair, report, codes, day, one }: Told, tables: FormatTables): string[] {
  const { source, target, id } = pair;
  const [year, month, date] = day.split('-');
  const side = (party: PartyRow | null, name: 'Source' | 'Target') => ({
    [`${name}ActorFull`]: actorCode(party, tables),
    [`${name}ActorEntity`]: party?.country ?? '',
    [`${name}ActorRole`]: party?.sector ? (tables.sectors.get(party.sector)?.cameo ?? '') : '',
  });
  return inColumns(tables.columns.phoenix!, {
    ...{ EventID: id, Date: day.replaceAll('-', ''), Year: year, Month: month, Day: date },
    ...{ ...side(source, 'Source'), ...side(target, 'Target') },
    ...{
      EventCode: codes.cameo,
      EventRootCode: codes.root,
      PentaClass: codes.root === '01' ? '0' : quadNumber(report.quad),
      GoldsteinScore: codes.goldstein,
    },
    ...{
      Issues: report.contexts.join(';'),
      Lat: report.where?.lat,
      Lon: report.where?.lon,
      LocationName: report.where?.name,
      CountryCode: report.where?.country,
    },
    ...{
      SentenceID: `${report.source.article}_${report.sentence.index + 1}`,
      URLs: urlsOf(one),
      NewsSources: publishersOf(one),
    },
  });
}

const distinct = (values: readonly (string | null)[]): string =>
  [...new Set(values.filter((value) => value !== null))].join(';');
const urlsOf = ({ reports }: ExportEvent): string => distinct(reports.map((report) => report.source.url));
const publishersOf = ({ reports }: ExportEvent): string => distinct(reports.map((report) => report.source.publisher));

function polecatRow({ pair, report, day }: Told, tables: FormatTables): string[] {
  const side = (party: PartyRow | null, name: 'Actor' | 'Recipient') => ({
    ...{
      [`${name} Name`]: party?.name,
      [`${name} Country`]: party?.country,
      [`${name} COW`]: tables.countries.get(party?.country ?? '')?.cow,
    },
    ...{
      [`Primary ${name} Sector`]: party?.sector,
      [`${name} Sectors`]: party?.sector,
      [`${name} Title`]: party?.office,
      [`${name} Name Raw`]: party?.text,
    },
  });
  return inColumns(tables.columns.polecat!, {
    ...{
      'Event ID': pair.id,
      'Event Date': day,
      'Event Type': report.type,
      'Event Mode': report.mode,
      Intensity: report.intensity,
    },
    ...{ 'Quad Code': report.quad.toUpperCase(), Contexts: report.contexts.join(';') },
    ...{ ...side(pair.source, 'Actor'), ...side(pair.target, 'Recipient') },
    ...{
      Placename: report.where?.name,
      City: report.where?.name,
      Country: report.where?.country,
      Latitude: report.where?.lat,
      Longitude: report.where?.lon,
    },
    ...{
      'Raw Placename': report.where?.name,
      Source: report.source.publisher,
      'Publication Date': report.source.published,
      Language: 'en',
      Version: 'PLOVER 2.0',
    },
  });
}

const rowsOf =
  (write: (told: Told, tables: FormatTables) => string[]) =>
  (one: ExportEvent, tables: FormatTables): string[][] =>
    toldPairs(one, tables).map((told) => write(told, tables));

export const icews = rowsOf(icewsRow);
export const phoenix = rowsOf(phoenixRow);
export const polecat = rowsOf(polecatRow);
