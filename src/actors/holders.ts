/**
 * Reads lists of office-holders, one line an office:
 * `UKR FM: 2014-06 Pavlo Klimkin; 2019-08 Vadym Prystaiko; 2020-03-04 Dmytro Kuleba`.
 * Each holds until the next comes; `-` in the place of a name ends the list or leaves a gap. Other spellings follow `=`.
 * A date may be a year, a month or a day; what is not said exactly covers the whole of its year or month.
 */

export interface Holder {
  /** ISO 3166-1 alpha-3, or the id of an organisation. */
  readonly country: string;
  readonly officeClass: string;
  readonly office: string;
  readonly names: readonly string[];
  readonly since: string;
  readonly until: string | null;
}

/** What an office is called where the line does not say. */
const OFFICES: Readonly<Record<string, string>> = {
  HOS: 'President',
  HOG: 'Prime Minister',
  FM: 'Minister of Foreign Affairs',
  DM: 'Minister of Defence',
  INT: 'Minister of the Interior',
  FIN: 'Minister of Finance',
  JUS: 'Minister of Justice',
  NSA: 'National Security Adviser',
  VICE: 'Vice President',
  MILC: 'Chief of Staff',
  SPK: 'Spokesperson',
  HEAD: 'Head',
};

const LAST_DAY = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];

const firstDay = (date: string): string =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;

function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-${LAST_DAY[Number(date.slice(5)) - 1]}` : date;
}

const LINE = /^(\S+) ([A-Z]+)(?: ([^:]+))?: (.+)$/;
const TERM = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?) (.+)$/;

/** Throws an Error that names the line at what is no list. */
export function readHolders(text: string): Holder[] {
  return text.split('\n').flatMap((line, at) => {
    if (!line.trim() || line.startsWith('#')) return [];
    const parts = LINE.exec(line);
    if (!parts)
      throw new Error(`line ${at + 1}: "CODE CLASS [office]: since Name; …" expected, got "${line.slice(0, 60)}"`);
    const [, country, officeClass, office, list] = parts as unknown as [
      string,
      string,
      string,
      string | undefined,
      string,
    ];
    const terms = list.split(';').map((term) => TERM.exec(term.trim()) ?? fail(at, term));
    return terms.flatMap(([, since, name], i) => {
      if (name === '-') return [];
      const next = terms[i + 1]?.[1];
      const names = name!.split('=').map((n) => n.trim());
      const until = next === undefined ? null : lastDay(next);
      return [
        {
          country,
          officeClass,
          office: office ?? OFFICES[officeClass] ?? 'Official',
          names,
          since: firstDay(since!),
          until,
        },
      ];
    });
  });
}

function fail(at: number, term: string): never {
  throw new Error(`line ${at + 1}: "since Name" expected, got "${term.trim().slice(0, 60)}"`);
}
