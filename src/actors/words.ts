/** Common words that readers of names and pronouns must know, by list (`lexicon/actors/words.tsv`). */

export const WORD_LISTS = [
  'month',
  'many-noun',
  'body-pronoun',
  'addressing-verb',
  'honour-noun',
  'human-noun',
  'saying-verb',
  'month-name',
  'month-case',
  'month-before',
  'weekday',
  'day-name',
  'courtesy',
  'particle',
  'short-title',
  'former',
  'not-theirs',
  'about-noun',
  'place-case',
  'party-case',
  'body-noun',
  'state-noun',
  'pair-noun',
  'person-noun',
  'kin',
  'female',
  'male',
  'water-noun',
  'home-word',
  'male-name',
  'female-name',
  'others-noun',
  'region',
  'region-name',
  'thing-name',
  'site-noun',
  'place-before',
  'place-tail',
  'surname-role',
  'shared-body',
  'shared-adjective',
  'press-name',
  'acting-verb',
  'affecting-verb',
  'empty-verb',
  'familiar-state',
  'familiar-adjective',
  'familiar-people',
  'other-sense',
  'abstract-noun',
  'named-site',
  'aggressor-noun',
  'envoy-body',
  'descent-word',
  'family-first',
  'deed-name',
  'including-word',
  'leading-verb',
  'any-word',
  'everywhere-word',
  'anybody-noun',
  'general-modal',
  'fiction-noun',
  'known-best',
  'mothers-name',
  'word-too',
  'phrase-case',
  'phrase-particle',
  'body-seat',
  'beside-title',
  'acting-title',
  'crown-title',
  'premier-title',
  'word-surname',
  'street-noun',
] as const;

export type WordList = (typeof WORD_LISTS)[number];

/** The lists, made into sets when first asked for; a list that the data lacks is empty, as in a lexicon of a user's own. */
export class Words {
  readonly #data: Readonly<Record<string, readonly string[]>>;
  readonly #sets = new Map<string, ReadonlySet<string>>();

  constructor(data: Readonly<Record<string, readonly string[]>>) {
    this.#data = data;
  }

  /** Words in small letters (several words of one name are joined by `_` in the file). Throws an Error for a name that is no list's. */
  of(list: string): ReadonlySet<string> {
    const known = this.#sets.get(list);
    if (known) return known;
    if (!(WORD_LISTS as readonly string[]).includes(list)) throw new Error(`no word list "${list}"`);
    const made = new Set((this.#data[list] ?? []).map((word) => word.toLowerCase().replaceAll('_', ' ')));
    this.#sets.set(list, made);
    return made;
  }

  has(list: WordList, form: string | undefined): boolean {
    return form !== undefined && this.of(list).has(form.toLowerCase().replace(/\.$/, ''));
  }
}
