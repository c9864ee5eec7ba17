/** How likely a pronoun means somebody whom the article has named: nearness, part in the clause, how much it is spoken of. */

/** What a word does in its clause, as far as pronouns care. */
export type Part = 'subject' | 'object' | 'owner' | 'other';

/** How somebody (or something) was last spoken of. */
export interface Spoken {
  readonly sentence: number;
  readonly part: Part;
  /** How many were spoken of before in the sentence. */
  readonly place: number;
  /** By a pronoun: then it is what the text goes on about. */
  readonly pronoun?: boolean;
  /** Only a part of another name or phrase ("U.S." in "the U.S. envoy"), or a mere place. */
  readonly minor?: boolean;
  /** In a clause or phrase beside the main ones. */
  readonly aside?: boolean;
  /** The subject of a verb of saying. */
  readonly says?: boolean;
}

/** Where a pronoun stands. */
export interface Asking {
  readonly sentence: number;
  readonly part: Part;
  readonly says: boolean;
}

/** Chosen on the training part of the GUM treebank, whose pronouns are marked with whom they mean. */
export const WEIGHTS = {
  /** For each sentence between. */
  sentence: 1.5,
  subject: 1,
  object: 1,
  owner: 1,
  /** For each of those spoken of before in the sentence. */
  later: -0.4,
  pronoun: 0.5,
  minor: -0.5,
  aside: -0.3,
  /** An owner that is named ("Roe's plan"), not a pronoun. */
  named: -0.5,
  /** Who said something goes on saying. */
  says: 1,
  /** A subject is most often the last subject. */
  alike: 0.5,
  /** For each doubling of the times that somebody was spoken of. */
  often: 0.2,
  /** Of a possessor: whoever its clause is about. */
  bound: 2,
  /** Of a subject: the subject of the clause above. */
  over: 2,
  /** Things against an "it" and a "they", somebody unknown against a "he". */
  thingIt: 1,
  thingThey: 1,
  someone: -1,
  /** "They" as one state or body; as an organisation that acts. */
  single: -1.5,
  body: -1,
} as const;

/** Sentences back that a pronoun reaches. */
export const REACH = 3;

/** Nearer sentences first, parts of the clause before what is only beside them, the first named before the later. */
export const nearness = ({ sentence, part, place }: Spoken, at: number): number =>
  WEIGHTS.sentence * (sentence - at) + (part === 'other' ? 0 : WEIGHTS[part]) + WEIGHTS.later * place;

/** All that speaks for somebody, besides nearness. */
export function weightOf(spoken: Spoken, asking: Asking, times: number): number {
  let weight = WEIGHTS.often * Math.log2(times);
  for (const trait of ['pronoun', 'minor', 'aside'] as const) if (spoken[trait]) weight += WEIGHTS[trait];
  if (spoken.says && asking.says) weight += WEIGHTS.says;
  if (spoken.part === 'owner' && !spoken.pronoun) weight += WEIGHTS.named;
  if (spoken.part === 'subject' && asking.part === 'subject') weight += WEIGHTS.alike;
  return weight;
}
