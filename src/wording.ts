/** The record's words for people: types, statuses, quad classes and days in plain English. */
import type { Quad, Status } from './nouns.ts';

interface TypeWords {
  /** "a meeting" */
  readonly noun: string;
  readonly plural: string;
  /** Between the one who did it and the one it was done to: "gave aid to". */
  readonly did: string;
  readonly modes?: Readonly<Record<string, string>>;
  /** What the type covers, in a line. */
  readonly meaning: string;
}

export const TYPE_WORDS: Readonly<Record<string, TypeWords>> = {
  AGREE: {
    noun: 'agreement',
    plural: 'agreements',
    did: 'agreed with',
    meaning: 'Agreeing, promising or planning to cooperate.',
  },
  CONSULT: {
    noun: 'meeting or talks',
    plural: 'meetings and talks',
    did: 'met or talked with',
    modes: { visit: 'visited', phone: 'spoke by telephone with', 'third-party': 'mediated for' },
    meaning: 'Meeting, visiting, telephoning, mediating.',
  },
  SUPPORT: {
    noun: 'expression of support',
    plural: 'expressions of support',
    did: 'expressed support for',
    meaning: 'Praise, endorsement, diplomatic or legal backing.',
  },
  CONCEDE: {
    noun: 'concession',
    plural: 'concessions',
    did: 'made a concession to',
    meaning: 'Giving way in words: apologies, easing of demands.',
  },
  COOPERATE: {
    noun: 'act of cooperation',
    plural: 'acts of cooperation',
    did: 'cooperated with',
    meaning: 'Working together: trade, exercises, shared information.',
  },
  AID: {
    noun: 'material aid',
    plural: 'acts of material aid',
    did: 'gave material aid to',
    meaning: 'Giving goods, money, arms, shelter or other help.',
  },
  RETREAT: {
    noun: 'withdrawal or release',
    plural: 'withdrawals and releases',
    did: 'gave way to',
    modes: {
      withdraw: 'withdrew in favour of',
      release: 'released people or goods of',
      ceasefire: 'ceased fire with',
      disarm: 'disarmed towards',
    },
    meaning: 'Giving way in deeds: withdrawals, releases, ceasefires, lifted sanctions.',
  },
  REQUEST: {
    noun: 'demand or appeal',
    plural: 'demands and appeals',
    did: 'made a demand of',
    modes: { assist: 'asked for help from', meet: 'asked to meet' },
    meaning: 'Asking, appealing, demanding.',
  },
  ACCUSE: {
    noun: 'accusation or condemnation',
    plural: 'accusations and condemnations',
    did: 'accused',
    modes: { disapprove: 'criticised', investigate: 'investigated', allege: 'accused' },
    meaning: 'Criticising, condemning, accusing, investigating.',
  },
  REJECT: {
    noun: 'rejection',
    plural: 'rejections',
    did: 'rejected a demand or proposal of',
    meaning: 'Refusing demands, proposals, requests.',
  },
  THREATEN: {
    noun: 'threat',
    plural: 'threats',
    did: 'threatened',
    meaning: 'Threatening or warning of harmful acts.',
  },
  PROTEST: {
    noun: 'protest',
    plural: 'protests',
    did: 'protested against',
    meaning: 'Civilian demonstrations, strikes, boycotts.',
  },
  SANCTION: {
    noun: 'sanction or cut of ties',
    plural: 'sanctions and cuts of ties',
    did: 'imposed sanctions on or cut ties with',
    modes: {
      expel: 'expelled officials of',
      convict: 'convicted people of',
      withdraw: 'withdrew from',
      discontinue: 'broke off ties or talks with',
    },
    meaning: 'Sanctions, expulsions, broken relations, ended cooperation.',
  },
  MOBILIZE: {
    noun: 'military move',
    plural: 'military moves',
    did: 'moved forces or weapons towards',
    meaning: 'Deployments, alerts, weapons tests, shows of force.',
  },
  COERCE: {
    noun: 'coercion',
    plural: 'acts of coercion',
    did: 'used coercion against',
    modes: {
      arrest: 'arrested people of',
      seize: 'seized property of',
      cyber: 'attacked computers of',
      deport: 'deported people of',
      restrict: 'restricted',
    },
    meaning: 'Arrests, seizures, bans, deportations, cyber attacks.',
  },
  ASSAULT: {
    noun: 'attack',
    plural: 'attacks',
    did: 'attacked',
    modes: { abduct: 'abducted people of' },
    meaning: 'Physical violence of any kind.',
  },
};

/** "gave material aid to"; the code itself in lower case where the type is not known. */
export function didTo(type: string, mode: string | null): string {
  const words = TYPE_WORDS[type];
  return (mode === null ? undefined : words?.modes?.[mode]) ?? words?.did ?? `${type.toLowerCase()} towards`;
}

/** Of whom modes with "of" tell: what these are of, not the people themselves. */
const OWNERS = new Set(['country', 'organisation', 'group']);

/** The same for a report: people are "expelled", "officials of" a state are. */
export function didToParty({ type, mode, recipients }: DoneTo): string {
  const did = didTo(type, mode);
  const isOwner = recipients.every(({ kind }) => OWNERS.has(kind));
  return isOwner || !recipients.length ? did : did.replace(/ (?:officials|people|people or goods) of$/, '');
}

/** "met or talked with" as "meet or talk with": what is planned is still to be done. */
const INFINITIVES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'agreed agree, met meet, talked talk, visited visit, spoke speak, mediated mediate, expressed express, made make',
    'cooperated cooperate, gave give, withdrew withdraw, released release, ceased cease, disarmed disarm, asked ask',
    'accused accuse, criticised criticise, investigated investigate, rejected reject, threatened threaten',
    'protested protest, imposed impose, expelled expel, convicted convict, broke break, moved move, used use',
    'arrested arrest, seized seize, attacked attack, deported deport, restricted restrict, abducted abduct',
  ]
    .join(', ')
    .split(', ')
    .map((pair) => pair.split(' ')),
);

export const toDo = (did: string): string => did.replace(/^\S+|(?<=^\S+ or )\S+/g, (word) => INFINITIVES[word] ?? word);

interface DoneTo {
  readonly type: string;
  readonly mode: string | null;
  readonly recipients: readonly { readonly kind: string }[];
}

/** "meeting or talks", or its plural. */
export function typeNoun(type: string, plural = false): string {
  const words = TYPE_WORDS[type];
  return (plural ? words?.plural : words?.noun) ?? type.toLowerCase();
}

/** The five words of status, and the one for what is told as not so. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  reported: 'Reported',
  alleged: 'Said',
  denied: 'Denied',
  planned: 'Planned',
  possible: 'Possible',
  negated: 'Reported as not so',
};

/** Stronger first: the status of an event is the strongest among its reports. */
export const STATUS_ORDER: readonly Status[] = ['reported', 'alleged', 'planned', 'possible', 'denied', 'negated'];

/** In the order of CAMEO's codebook. */
export const QUADS = [
  'verbal cooperation',
  'material cooperation',
  'verbal conflict',
  'material conflict',
] as const satisfies readonly Quad[];

/** 1 to 4, as CAMEO's codebook counts the quad classes. */
export const quadNumber = (quad: Quad): string => String(QUADS.indexOf(quad) + 1);

export const isCooperation = (quad: Quad): boolean => quad.endsWith('cooperation');

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "25 September 2023" */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** "25 September 2023"; of several days "July 2022", "2022", "11 to 15 September 2023". */
export function daysInWords(from: string, to: string | null | undefined): string {
  if (!to || to <= from) return dayInWords(from);
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  const nextDay = new Date(Date.parse(to) + 86_400_000).toISOString().slice(8, 10);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (sameMonth && from.endsWith('-01') && nextDay === '01') return periodInWords(from, 'month');
  return sameMonth ? `${Number(from.slice(8))} to ${dayInWords(to)}` : `${dayInWords(from)} to ${dayInWords(to)}`;
}

/** "September 2023", "the week of 25 September 2023", "25 September 2023" */
export function periodInWords(from: string, period: 'day' | 'week' | 'month'): string {
  if (period === 'day') return dayInWords(from);
  if (period === 'week') return `the week of ${dayInWords(from)}`;
  const [year, month] = from.split('-').map(Number) as [number, number];
  return `${MONTHS[month - 1]} ${year}`;
}

/** 1234567 as "1,234,567". */
export const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** "one report", "14 reports", "1,400 reports" */
export function counted(n: number, one: string, many = `${one}s`): string {
  return n === 1 ? `one ${one}` : `${grouped(n)} ${many}`;
}

const WITH_ARTICLE =
  /^(?:United |Netherlands$|Philippines$|Bahamas$|Gambia$|Maldives$|Comoros$|Vatican$|(?:Democratic |People's )?Republic of|Kingdom of|Democratic Republic)|\b(?:Islands|Republic|Emirates|Union|League|Organi[sz]ation|Council|Agency|Committee|Commission|Court|Taliban|Houthis)$/;

/** Words that begin a description, with a capital only where it begins a sentence. */
const DETERMINED = /^(?:the|an?|all|another|any|both|each|his|her|its|no|our|some|several|their|these|this|those) /i;

/** Names that keep the capital of their article wherever they stand. */
const WITH_CAPITAL = /^The (?:Hague|Economist|Guardian|Independent|Intercept|Times)\b/;

/** A name as it stands within a sentence: "the United States", "Russia", "a delegation of experts". */
export function inSentence(name: string): string {
  if (WITH_CAPITAL.test(name)) return name;
  if (DETERMINED.test(name)) return name.charAt(0).toLowerCase() + name.slice(1);
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
}

/** "A", "A and B", "A, B and C" */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
