/** What the article has named so far: for surnames alone, titles alone, and pronouns. */
import type { Actor, Mention, StatesNamed } from '../nouns.ts';
import { type Asking, nearness, type Part, REACH, type Spoken, WEIGHTS, weightOf } from './salience.ts';

interface Known extends Spoken {
  readonly actor: Actor;
  readonly chain: number;
  readonly plural: boolean;
  /** Normal words of the name, and of the title it stood with. */
  readonly name: readonly string[];
  readonly title: readonly string[];
  /** The lemma of its head, and whether its own words say its state ("the Kenyan embassy"). */
  readonly noun: string;
  readonly said: boolean;
  /** One body of many people ("the navy"), rather than people. */
  readonly body: boolean;
  readonly human: boolean;
  order: number;
}

/** A word as names are compared: small, without accents, stops and quotes. */
export const normal = (form: string): string =>
  form
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’"“”]/g, '');

const words = (text: string): string[] =>
  normal(text)
    .split(/[\s-]+/)
    .filter(Boolean);

/** Media and companies of one state are named in stories of any ("told the BBC", "posted on Twitter"). */
export const isTeller = ({ kind, sector }: Actor): boolean =>
  kind === 'organisation' && (sector === 'JRN' || sector === 'BUS');

/** What makes two mentions the same actor. */
const keyOf = ({ id, name, kind, country }: Actor): string => id ?? `${name}\t${kind}\t${country}`;

export type Gender = 'he' | 'she' | null;

/** A thing that an "it" may mean, or somebody of whom nothing is known ("the driver"): no actor. */
interface Thing extends Spoken {
  readonly plural: boolean;
  readonly somebody: boolean;
}

/** How a mention stands in its sentence, and what it says of its own. */
export interface Manner extends Omit<Spoken, 'sentence' | 'part' | 'place'> {
  readonly part?: Part;
  readonly plural?: boolean;
  /** Words of the title it stood with. */
  readonly title?: readonly string[];
  /** The lemma of its head. */
  readonly noun?: string;
  readonly said?: boolean;
  readonly body?: boolean;
  /** One human being of some people ("the driver"). */
  readonly human?: boolean;
}

/** What a pronoun asks for. */
export interface Question extends Asking {
  /** Chains that the pronoun cannot mean, being an object beside them or said by them. */
  readonly not: ReadonlySet<number>;
  /** Chains of whoever its clause is about: a possessor is most often one of them. */
  readonly bound: ReadonlySet<number>;
  /** What its clause is about is a thing, or things: a possessor is most often its. */
  readonly boundThing: 'one' | 'many' | null;
  /** Only somebody can do what the pronoun does, or have done to it what it has. */
  readonly acts: boolean;
  /** A possessor ("its"). */
  readonly owns: boolean;
}

/** Lists of common words (`lexicon/actors/words.tsv`). */
type WordLists = (list: string) => ReadonlySet<string>;

export class Story {
  readonly #words: WordLists;
  readonly #states: () => StatesNamed;
  readonly #isOver: (country: string) => boolean;
  readonly #known: Known[] = [];
  /** The last things that the article has spoken of; a few are enough. */
  readonly #things: Thing[] = [];
  readonly #names = new Map<string, readonly string[]>();
  readonly #chainByKey = new Map<string, number>();
  readonly #countries = new Map<string, number>();
  readonly #genders = new Map<number, Gender>();
  /** How often each chain was spoken of. */
  readonly #times = new Map<number, number>();
  #chains = 0;
  #spokenIn = -1;
  #places = 0;
  #order = 0;

  /** `states`: those that the article names anywhere, asked for when one must be guessed; `isOver`: states that are no more. */
  constructor(
    words: WordLists,
    states: () => StatesNamed = () => ({ named: new Set(), placed: new Set() }),
    isOver: (country: string) => boolean = () => false,
  ) {
    this.#words = words;
    this.#states = states;
    this.#isOver = isOver;
  }

  newChain(): number {
    return this.#chains++;
  }

  /** The chain of an actor that was met before: the same id, or the same name. */
  chainOf(actor: Actor): number | null {
    return this.#chainByKey.get(keyOf(actor)) ?? null;
  }

  remember(mention: Pick<Mention, 'sentence' | 'text'>, actor: Actor, chain: number, manner: Manner = {}): void {
    if (!this.#chainByKey.has(keyOf(actor))) this.#chainByKey.set(keyOf(actor), chain);
    if (actor.country && !isTeller(actor) && !this.#isOver(actor.country))
      this.#countries.set(actor.country, (this.#countries.get(actor.country) ?? 0) + 1);
    this.#times.set(chain, (this.#times.get(chain) ?? 0) + 1);
    // Written out, since spreading objects is slow.
    this.#known.push({
      actor,
      chain,
      sentence: mention.sentence,
      name: this.#nameOf(actor.name),
      order: this.#order++,
      place: this.#placeIn(mention.sentence),
      part: manner.part ?? 'other',
      plural: manner.plural ?? false,
      title: manner.title ?? [],
      noun: manner.noun ?? '',
      said: manner.said ?? false,
      body: manner.body ?? false,
      human: manner.human ?? false,
      pronoun: manner.pronoun ?? false,
      minor: manner.minor ?? false,
      aside: manner.aside ?? false,
      says: manner.says ?? false,
    });
    if (actor.kind === 'person') {
      this.#genders.set(
        chain,
        this.#genderOf(mention.text) ?? this.#genders.get(chain) ?? this.#genderOfName(actor.name),
      );
    }
  }

  #nameOf(name: string): readonly string[] {
    const all = this.#names.get(name) ?? words(name);
    this.#names.set(name, all);
    return all;
  }

  /** The gender that words before a name or a noun tell ("Mrs", "the spokesman"). */
  #genderOf(text: string): Gender {
    const all = words(text);
    if (all.some((w) => this.#words('female').has(w))) return 'she';
    return all.some((w) => this.#words('male').has(w)) ? 'he' : null;
  }

  #genderOfName(name: string): Gender {
    const [first = ''] = words(name);
    if (this.#words('female-name').has(first)) return 'she';
    return this.#words('male-name').has(first) ? 'he' : null;
  }

  /** A thing or things, or somebody of whom nothing is known. */
  rememberThing(thing: Omit<Thing, 'place'>): void {
    this.#things.push({ ...thing, place: this.#placeIn(thing.sentence) });
    if (this.#things.length > 24) this.#things.shift();
  }

  /** How many the sentence has spoken of so far. */
  #placeIn(sentence: number): number {
    if (sentence !== this.#spokenIn) [this.#spokenIn, this.#places] = [sentence, 0];
    return this.#places++;
  }

  /** The person whom a last (or first) name means: of several of one name, whom the article has named most, the later of two. */
  byName(form: string): Known | null {
    const wanted = words(form)[0] ?? '';
    if (wanted.length < 2) return null;
    // "The mayor of Paris" is nobody's name.
    const isName = ({ name }: Known) => name.length > 1 && !name.includes('of');
    const fits = (k: Known) =>
      k.actor.kind === 'person' && isName(k) && (k.name.at(-1) === wanted || k.name[0] === wanted);
    const counts = new Map<number, number>();
    let best: Known | null = null;
    for (const k of this.#known.slice(-400)) {
      if (!fits(k)) continue;
      counts.set(k.chain, (counts.get(k.chain) ?? 0) + 1);
      if (best === null || counts.get(k.chain)! >= counts.get(best.chain)!) best = k;
    }
    return best;
  }

  /** The body whose name begins so ("Mahan" after "Mahan Air"): several words, of which this is the first. */
  byFirstWord(form: string): Known | null {
    const wanted = normal(form);
    return this.#latest(
      ({ actor, name }) => actor.kind === 'organisation' && name.length > 1 && name[0] === wanted && wanted.length > 3,
    );
  }

  /** The person of whose name this is another form: more words of it, or fewer ("John James Conyers Jr." for John Conyers). */
  byFullName(forms: readonly string[]): Known | null {
    const full = forms.map(normal).filter((w) => !/^(?:jr|sr|i{1,3}|iv)$/.test(w));
    if (full.length < 2) return null;
    return this.#latest(
      ({ actor, name }) =>
        actor.kind === 'person' &&
        name.length > 1 &&
        name.at(-1) === full.at(-1) &&
        name[0] === full[0] &&
        (name.every((w) => full.includes(w)) || full.every((w) => name.includes(w))),
    );
  }

  /** A definite noun without more ("the embassy"): the last of that noun whose state the article has said. */
  sameNoun(noun: string, sentence: number): Known | null {
    return this.#latest((k) => k.noun === noun && k.actor.country !== null && k.said && sentence - k.sentence <= 6);
  }

  /** The one whose title or office these words are ("the secretary of state"). */
  byTitle(title: string): Known | null {
    const wanted = words(title);
    const fits = (k: Known) => wanted.every((w) => k.title.includes(w) || words(k.actor.office ?? '').includes(w));
    const latest = this.#latest(fits);
    if (!latest) return null;
    // Of several who bear the title, the one that the story tells of most, unless the latest has just been named.
    const times = new Map<number, number>();
    for (const k of this.#known.slice(-400)) if (fits(k)) times.set(k.chain, (times.get(k.chain) ?? 0) + 1);
    const most = Math.max(...times.values());
    return (times.get(latest.chain) ?? 0) * 3 >= most
      ? latest
      : this.#latest((k) => fits(k) && times.get(k.chain) === most);
  }

  /** Whom a pronoun means; null where that is nobody, or a thing. */
  byPronoun(lemma: string, asked: Question): Known | null {
    const { sentence, not, acts, owns } = asked;
    const near = (k: Known) => sentence - k.sentence <= REACH && !not.has(k.chain);
    const isInView = (k: Known) => k.part === 'subject' && !k.minor && sentence - k.sentence <= 1;
    if (lemma === 'he' || lemma === 'she') {
      if (asked.boundThing === 'one' && !owns) return null;
      const fits = (k: Known) =>
        (k.actor.kind === 'person' || k.human) &&
        !k.plural &&
        near(k) &&
        (this.#genders.get(k.chain) ?? lemma) === lemma;
      const best = this.#best(fits, asked);
      const other = this.#thing(asked, (t) => !t.plural && t.somebody) + WEIGHTS.someone;
      if (!best || other >= best.score) return null;
      this.#genders.set(best.known.chain, lemma);
      return best.known;
    }
    if (lemma === 'it') {
      if (asked.boundThing === 'one' && owns) return null;
      const best = this.#best(
        (k) => k.actor.kind !== 'person' && !k.plural && near(k) && (acts || owns || isInView(k)),
        asked,
      );
      const thing = acts ? Number.NEGATIVE_INFINITY : this.#thing(asked, (t) => !t.plural && !t.somebody);
      return best && thing + WEIGHTS.thingIt < best.score ? best.known : null;
    }
    if (asked.boundThing === 'many') return null;
    const many = (k: Known) => k.plural || k.actor.kind === 'group' || (k.actor.kind === 'people' && !k.body);
    const one = (k: Known) => k.body || k.actor.kind === 'country' || k.actor.kind === 'organisation';
    const best = this.#best(
      (k) => (many(k) || (one(k) && !k.minor)) && near(k),
      asked,
      (k) =>
        many(k)
          ? 0
          : k.actor.kind === 'organisation' && k.part === 'subject'
            ? WEIGHTS.body
            : WEIGHTS.single * (asked.part === 'object' ? 2 : 1),
    );
    const thing = this.#thing(asked, (t) => t.plural && (t.somebody || !acts));
    return best && thing + WEIGHTS.thingThey < best.score ? best.known : null;
  }

  /** The last two different actors that fit ("the two countries", "both leaders"). */
  lastTwo(kinds: readonly string[], sentence: number): Known[] {
    const major = this.#lastTwo(kinds, sentence, false);
    return major.length ? major : this.#lastTwo(kinds, sentence, true);
  }

  #lastTwo(kinds: readonly string[], sentence: number, minor: boolean): Known[] {
    const found: Known[] = [];
    for (let i = this.#known.length - 1; i >= 0; i--) {
      const k = this.#known[i]!;
      if (sentence - k.sentence > 4) break;
      if (
        kinds.includes(k.actor.kind) &&
        (minor || !k.minor) &&
        !found.some((f) => f.chain === k.chain || f.actor.country === k.actor.country)
      )
        found.push(k);
      if (found.length === 2) return found.reverse();
    }
    return [];
  }

  /** Who speaks, where a sentence's "my" does not say: the last person near it who was a subject. */
  speaker(sentence: number): Known | null {
    return this.#latest(
      (k) => k.actor.kind === 'person' && k.part === 'subject' && !k.plural && !k.minor && sentence - k.sentence <= 2,
    );
  }

  /** The last group of a kind ("the group", "the organisation"). */
  lastOf(kinds: readonly string[], sentence: number, sector: string | null = null): Known | null {
    return this.#latest(
      ({ actor, sentence: at }) =>
        kinds.includes(actor.kind) && sentence - at <= 4 && (sector === null || actor.sector === sector),
    );
  }

  /** "The country": the state that the story so far is most about, but not one that the sentence itself names. */
  theCountry(sentence: number): Known | null {
    // What an agency writes at home of "the country" is its own, unless it tells mostly of another.
    const home = this.home !== null && this.homeCountry() === this.home;
    const named = home && this.#latest((k) => k.actor.kind === 'country' && k.actor.country === this.home);
    if (named) return named;
    const here = new Set<string | null>();
    for (let i = this.#known.length - 1; i >= 0 && this.#known[i]!.sentence === sentence; i--)
      here.add(this.#known[i]!.actor.country);
    const best = this.#mostNamed(here);
    return best ? this.#latest((k) => k.actor.kind === 'country' && k.actor.country === best) : null;
  }

  /** The chain of whoever was last said to say something. */
  lastSpeaker: number | null = null;

  /** The state of the article's dateline, where it has one. */
  home: string | null = null;

  /** The dateline's state, unless the article is far more about another: then that. */
  homeCountry(): string | null {
    const main = this.#mostNamed(new Set());
    if (!this.home || !main) return this.home ?? main;
    return 2 * this.#timesOf(this.home) >= this.#timesOf(main) ? this.home : main;
  }

  /** How much the article is about a state: its share of the states that are named, 0..1; 1 where nobody counts them. */
  shareOf(state: string): number {
    const { counts } = this.#states();
    if (!counts) return 1;
    let all = 0;
    for (const count of counts.values()) all += count;
    return all ? (counts.get(state) ?? 0) / all : 1;
  }

  /** How often a state is met: so far by those who are of it, and by its name and places in the whole article. */
  #timesOf(state: string): number {
    return (this.#countries.get(state) ?? 0) + (this.#states().counts?.get(state) ?? 0);
  }

  #mostNamed(without: ReadonlySet<string | null>): string | null {
    let best: string | null = null;
    for (const country of new Set([...this.#countries.keys(), ...(this.#states().counts?.keys() ?? [])]))
      if (!without.has(country) && (best === null || this.#timesOf(country) > this.#timesOf(best))) best = country;
    return best;
  }

  #latest(fits: (k: Known) => boolean): Known | null {
    for (let i = this.#known.length - 1; i >= 0 && i >= this.#known.length - 400; i--)
      if (fits(this.#known[i]!)) return this.#known[i]!;
    return null;
  }

  /** How much in view the most salient of the things is that fit. */
  #thing(asked: Question, fits: (thing: Thing) => boolean): number {
    const all = this.#things.filter(fits).map((t) => nearness(t, asked.sentence) + weightOf(t, asked, 1));
    return Math.max(...all, Number.NEGATIVE_INFINITY);
  }

  /** The most salient of those who fit. */
  #best(
    fits: (k: Known) => boolean,
    asked: Question,
    extra: (k: Known) => number = () => 0,
  ): { readonly known: Known; readonly score: number } | null {
    let best: Known | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = this.#known.length - 1; i >= 0 && i >= this.#known.length - 60; i--) {
      const k = this.#known[i]!;
      if (!fits(k)) continue;
      const bound = asked.bound.has(k.chain) ? WEIGHTS[asked.owns ? 'bound' : 'over'] : 0;
      const weight = weightOf(k, asked, this.#times.get(k.chain) ?? 1) + bound;
      const score = nearness(k, asked.sentence) + weight + extra(k);
      if (score > most) [best, most] = [k, score];
    }
    return best && { known: best, score: most };
  }
}
