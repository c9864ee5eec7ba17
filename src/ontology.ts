import type { Quad } from './nouns.ts';

/** A PLOVER event type: quad class, intensity, and the intensity of its modes (PLOVER manual 2.0, 2021). */
export interface EventType {
  readonly quad: Quad;
  readonly score: number;
  readonly modes: Readonly<Record<string, number>>;
}

/**
 * The sixteen types. Where the manual contradicts itself: SANCTION is material conflict, ACCUSE scores -3,
 * PROTEST/vandalize -5.5.
 */
export const EVENT_TYPES: Readonly<Record<string, EventType>> = {
  AGREE: { quad: 'verbal cooperation', score: 2.5, modes: {} },
  CONSULT: {
    quad: 'verbal cooperation',
    score: 2.5,
    modes: { visit: 4, 'third-party': 1, multilateral: 4, phone: 1.5 },
  },
  SUPPORT: { quad: 'verbal cooperation', score: 5, modes: {} },
  CONCEDE: { quad: 'verbal cooperation', score: 4.5, modes: {} },
  COOPERATE: { quad: 'material cooperation', score: 9.5, modes: {} },
  AID: { quad: 'material cooperation', score: 10, modes: {} },
  RETREAT: {
    quad: 'material cooperation',
    score: 6.5,
    modes: { withdraw: 8, release: 6.5, disarm: 10, ceasefire: 7.5, access: 6.5, resign: 4.5 },
  },
  REQUEST: { quad: 'verbal conflict', score: 0, modes: { assist: 0.5, change: -1, yield: -1, meet: 0 } },
  ACCUSE: { quad: 'verbal conflict', score: -3, modes: { disapprove: -2, investigate: -3.5, allege: -3.5 } },
  REJECT: { quad: 'verbal conflict', score: -2, modes: { assist: -1.5, change: -2, yield: -2, meet: -2 } },
  THREATEN: {
    quad: 'verbal conflict',
    score: -3.5,
    modes: { restrict: -3, arrest: -3.5, relations: -3.5, expel: -3.5, territory: -4, violence: -3.5 },
  },
  PROTEST: {
    quad: 'material conflict',
    score: -5,
    modes: { demo: -5, riot: -7, strike: -5, hunger: -4.5, boycott: -4.5, obstruct: -4.5, vandalize: -5.5 },
  },
  SANCTION: {
    quad: 'material conflict',
    score: -6,
    modes: { convict: -6, expel: -5.5, withdraw: -6, discontinue: -6 },
  },
  MOBILIZE: {
    quad: 'material conflict',
    score: -5.5,
    modes: { troops: -6.5, weapons: -6.5, police: -5.5, militia: -6 },
  },
  COERCE: {
    quad: 'material conflict',
    score: -7,
    modes: {
      seize: -7,
      restrict: -7,
      censor: -6.5,
      curfew: -6.5,
      'martial-law': -7.5,
      arrest: -7,
      deport: -7,
      withhold: -7,
      misinformation: -6.5,
      cyber: -7,
    },
  },
  ASSAULT: {
    quad: 'material conflict',
    score: -9,
    modes: {
      abduct: -8.5,
      beat: -7.5,
      torture: -8.5,
      sexual: -8.5,
      targeted: -9.5,
      destroy: -8.5,
      primitive: -8,
      firearms: -9,
      explosives: -9,
      'suicide-attack': -9.5,
      aerial: -9.5,
      drone: -9.5,
      'heavy-weapons': -9.5,
      'crowd-control': -7.5,
      unconventional: -10,
    },
  },
};

/** Types in which both sides do the same thing. */
export const MUTUAL_TYPES: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

export const CONTEXTS: readonly string[] = [
  'military',
  'intelligence',
  'executive',
  'legislative',
  'election',
  'political_institutions',
  'pro_democracy',
  'pro_autocracy',
  'economic',
  'legal',
  'reparations',
  'human_rights',
  'rights_freedoms',
  'repression',
  'human_security',
  'gender',
  'lgbt',
  'religion_ethnicity',
  'inequality',
  'diplomatic',
  'territory',
  'peacekeeping',
  'health',
  'asylum',
  'migration',
  'disasters',
  'natural_resource',
  'environment',
  'technology',
  'terrorism',
  'cbrn',
  'cyber',
  'misinformation',
  'crime',
  'corruption',
  'illegal_drugs',
  'trafficking',
];

/** Sector codes. MED is health and JRN is media. */
export const SECTORS: readonly string[] = [
  'COP',
  'GOV',
  'JUD',
  'LEG',
  'MIL',
  'PRM',
  'PTY',
  'REB',
  'SPY',
  'UAF',
  'UNK',
  'AGR',
  'BUS',
  'CRM',
  'CVL',
  'EDU',
  'ELI',
  'JRN',
  'LAB',
  'MED',
  'REF',
  'OPP',
  'PRE',
  'REL',
  'SOC',
];

/** Intensity of an event of this type and mode; the type's own score where the mode has none. */
export function intensityOf(type: string, mode: string | null): number {
  const known = EVENT_TYPES[type];
  if (!known) throw new RangeError(`unknown event type: ${type}`);
  return (mode === null ? undefined : known.modes[mode]) ?? known.score;
}

export function quadOf(type: string): Quad {
  const known = EVENT_TYPES[type];
  if (!known) throw new RangeError(`unknown event type: ${type}`);
  return known.quad;
}
