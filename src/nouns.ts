/**
 * The nouns that cross doors between rooms. Types only.
 *
 * Offsets are `from` (inclusive) and `to` (exclusive) in UTF-16 code units of the article's original `text`
 * (or `title`, where `part` says so). Days are ISO strings, `YYYY-MM-DD`.
 */

export type Part = 'title' | 'text';

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly part: Part;
}

/** Something to read. `date` is the day of publication. */
export interface Article {
  readonly id: string;
  readonly date: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly url?: string | null;
  readonly publisher?: string | null;
  readonly language?: string | null;
}

// ---------------------------------------------------------------- text

export interface Token {
  readonly from: number;
  readonly to: number;
  /** The word as UD has it: usually the slice of the text, but "wo" + "n't", and restored case in all-capitals text. */
  readonly form: string;
  /** True for the first word of a multiword token ("don't" = do + n't), with the whole token's end. */
  readonly multiwordTo?: number;
}

/** What a sentence is in the layout of its article. Only prose, headline and list are coded for events. */
export type SentenceKind = 'headline' | 'prose' | 'list' | 'heading' | 'reference' | 'boilerplate';

export interface Dateline {
  readonly place: string | null;
  /** As printed ("June 19"); the time room reads it. */
  readonly dateText: string | null;
  readonly agency: string | null;
  readonly from: number;
  readonly to: number;
}

export interface Sentence extends Span {
  /** Position in the article, the title's sentences first. */
  readonly index: number;
  readonly paragraph: number;
  readonly kind: SentenceKind;
  /** The heading that this sentence stands under ("Key Facts"), if any. */
  readonly section: string | null;
  readonly dateline: Dateline | null;
  readonly tokens: readonly Token[];
  /** For references: the publisher named in brackets. */
  readonly publisher?: string | null;
}

// ---------------------------------------------------------------- parse

export interface Word {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly form: string;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** Penn tag: tense and form of verbs, number of nouns. */
  readonly xpos: string;
  /** Index of the head in the same sentence; -1 for the root. */
  readonly head: number;
  /** UD relation, with subtype where there is one ("nsubj:pass"). */
  readonly deprel: string;
}

/** A sentence with its words in a tree. `children[i]` lists the dependents of word i, left to right. */
export interface Tree {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly children: readonly (readonly number[])[];
  readonly root: number;
}

// ---------------------------------------------------------------- actors, mentions

export type ActorKind = 'country' | 'organisation' | 'group' | 'person' | 'people' | 'unknown';

/** Who somebody is, on a day. */
export interface Actor {
  readonly name: string;
  /** Stable id within the lexicon ("USA", "per:antony-blinken", "org:un"), absent where nothing is known. */
  readonly id?: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3 (XKX for Kosovo), or null. Bodies of several countries have null. */
  readonly country: string | null;
  /** PLOVER sector, or null. */
  readonly sector: string | null;
  /** Code of the dictionary entry, where a user's dictionary named it. */
  readonly code?: string;
  readonly office?: string;
  /** Why: one line a reader can check. */
  readonly because?: string;
}

/** Words that name or refer to political actors. A compound ("the presidents of France and Germany") has several. */
export interface Mention extends Span {
  /** Position in the article's list of mentions. */
  readonly index: number;
  readonly text: string;
  readonly sentence: number;
  /** Head word, and first and last word, in the sentence's tree. */
  readonly head: number;
  readonly first: number;
  readonly last: number;
  /** modifier: an adjective, demonym or possessor inside a larger phrase ("Israeli" in "an Israeli airstrike"). */
  readonly kind: 'name' | 'nominal' | 'pronoun' | 'modifier';
  /** place: the words name a place here ("met in Moscow"), though they can name a government elsewhere. */
  readonly reading: 'actor' | 'place';
  readonly actors: readonly Actor[];
  /** Mentions of the same actor in the article share a chain number; null where it stands alone. */
  readonly chain: number | null;
}

// ---------------------------------------------------------------- dates

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

export interface DateMention extends Span {
  readonly text: string;
  readonly type: TimexType;
  /** TIMEX3 value. */
  readonly value: string;
  readonly sentence: number;
  /** The days it covers, where it covers days. */
  readonly days: { readonly from: string; readonly to: string } | null;
}

/** When something happened. `implied`: not said, taken from the day of the news. */
export interface When {
  readonly from: string;
  readonly to: string;
  readonly text: string | null;
  readonly implied: boolean;
}

export interface Where extends Span {
  readonly text: string;
  readonly name: string;
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly admin?: string | null;
}

// ---------------------------------------------------------------- events

export type Quad = 'verbal cooperation' | 'material cooperation' | 'verbal conflict' | 'material conflict';

/** What the tree says happened, before it is asked who says so and whether it did. */
export interface EventCandidate {
  readonly sentence: number;
  /** Head word of the predicate in the sentence's tree. */
  readonly word: number;
  readonly cue: Span & { readonly text: string };
  readonly type: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  /** CAMEO code, as exact as the words allow; null where there is none. */
  readonly cameo: string | null;
  readonly actors: readonly Mention[];
  readonly recipients: readonly Mention[];
  /** Places that were hit or taken: where it was, not whom it hit. */
  readonly sites?: readonly Mention[];
  readonly mutual: boolean;
  /** Head words of the topic or object, where the frame has one. */
  readonly topic: readonly number[];
  /** 0..1 */
  readonly confidence: number;
  readonly rule: string;
  readonly trace: Trace;
}

// ---------------------------------------------------------------- claims

export type Stance = 'affirms' | 'denies' | 'doubts';
export type Modality = 'actual' | 'future' | 'hypothetical';
export type Status = 'reported' | 'alleged' | 'denied' | 'planned' | 'possible' | 'negated';

/** Somebody said something. Content may be in pieces ("…," Kim said, "…"). */
export interface Statement {
  readonly index: number;
  readonly part: Part;
  readonly sentence: number;
  readonly speaker: Mention | SpeakerWords | null;
  readonly cue: Span & { readonly text: string };
  /** The cue's word in the sentence's tree, -1 where the cue is no word (a colon). */
  readonly cueWord: number;
  readonly content: readonly (Span & { readonly text: string; readonly sentence: number })[];
  readonly direct: boolean;
  readonly stance: Stance;
  /** What the cue does: "says", "thinks", "wants", "orders" … */
  readonly kind?: string;
}

/** A speaker who is no mention of a political actor ("the report", "people familiar with the matter"). */
export interface SpeakerWords extends Span {
  readonly text: string;
  readonly actors: readonly Actor[];
}

export interface Said {
  readonly speaker: Mention | SpeakerWords | null;
  readonly cue: Span & { readonly text: string };
  readonly direct: boolean;
  readonly stance: Stance;
}

/** Whether a predicate is told as fact, and by whom. `steps` explain it, innermost first. */
export interface Reality {
  readonly modality: Modality;
  readonly negated: boolean;
  readonly historical: boolean;
  readonly said: readonly Said[];
  /** Who speaks, where the doer is "I" or "we" of a direct quotation. */
  readonly self?: Mention;
  readonly steps: readonly string[];
}

/** One sentence's account of one event, finished. */
export interface Report extends EventCandidate, Reality {
  readonly quad: Quad;
  readonly intensity: number;
  readonly when: When | null;
  readonly where: Where | null;
  readonly status: Status;
  /** For a denial: indexes of the reports in this article that it denies. */
  readonly denies: readonly number[];
}

/** All that was read out of an article. */
export interface Coding {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly trees: readonly Tree[];
  readonly mentions: readonly Mention[];
  readonly reports: readonly Report[];
  readonly statements: readonly Statement[];
  readonly dates: readonly DateMention[];
}

// ---------------------------------------------------------------- explanation

/** A decision, what it rests on, and what was tried and dropped. Kept with the result; explaining only prints it. */
export interface Trace {
  readonly rule: string;
  readonly note: string;
  readonly from?: number;
  readonly to?: number;
  readonly because: readonly Trace[];
}

/** States that an article names: themselves (by name, adjective, people or capital), and by a place in them. */
export interface StatesNamed {
  readonly named: ReadonlySet<string>;
  readonly placed: ReadonlySet<string>;
  /** How much each is named, either way; absent where the text is too short to be about one. */
  readonly counts?: ReadonlyMap<string, number>;
}
