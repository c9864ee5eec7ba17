/** The compiled lexicon of events: senses by lemma, and the classes of words that their conditions name. */

export type PredicateKind = 'verb' | 'noun' | 'adjective';

/** A place where a party stands: "subj", "obj", "with", "obj.of" … */
export type Slot = string;

export interface Condition {
  readonly negated: boolean;
  /** The slot that is looked at, or "part" for any. */
  readonly slot: Slot;
  /** A word class, an event type in capitals, "actor", "person", "armed"; null asks only that the slot is filled. */
  readonly of: string | null;
}

export interface Frame {
  readonly A: readonly Slot[];
  readonly R: readonly Slot[];
  /** Slots of a mutual event: all parties found in any of them are actors. */
  readonly M: readonly Slot[];
  readonly conditions: readonly Condition[];
}

export interface Sense {
  /** "accuse/condemn" */
  readonly rule: string;
  readonly type: string;
  readonly mode: string | null;
  readonly cameo: string | null;
  readonly contexts: readonly string[];
  readonly kind: PredicateKind;
  readonly lemma: string;
  /** The other words of a predicate of several words ("out" of "carry out"). */
  readonly rest: readonly string[];
  readonly frame: Frame;
  readonly weak: boolean;
  readonly absorbs: boolean;
  /** More conditions and words win over fewer. */
  readonly rank: number;
}

export type LightRole = 'subject-acts' | 'subject-undergoes' | 'ends' | 'existential';

export interface ContextWords {
  readonly words: readonly string[];
  readonly strong: readonly string[];
}

/** What a CAMEO code becomes where such actors do it to such recipients; `lexicon/events/cameo.yaml` has the words. */
export interface CameoRow {
  readonly type: string;
  readonly code: string;
  /** A mode, "none" for a sense without one. */
  readonly mode?: string;
  readonly by: 'forces' | 'irregular' | 'civilians' | 'nobody';
  readonly to?: 'armed' | 'unarmed';
  readonly gives: string;
}

/** What `data/events.json` holds. */
export interface EventData {
  readonly senses: readonly Sense[];
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly light: Readonly<Record<LightRole, readonly string[]>>;
  readonly contexts: Readonly<Record<string, ContextWords>>;
  readonly cameo: readonly CameoRow[];
  /** Weights of the evidence for a report, in log-odds. */
  readonly confidence: Readonly<Record<string, number>>;
}

export interface EventLexicon {
  readonly sensesOf: (kind: PredicateKind, lemma: string) => readonly Sense[];
  /**
   * Senses of the same predicate and type that say more, tried when this one has won: they ask for all that it asks for and
   * more, or know the mode by a word of a class where it knows none.
   */
  readonly narrowerThan: (sense: Sense) => readonly Sense[];
  readonly inClass: (name: string, lemma: string) => boolean;
  /** The words of a class in the order in which they are written. */
  readonly wordsOf: (name: string) => readonly string[];
  /** Is the verb with this particle a predicate of its own ("call off")? */
  readonly isPhrasal: (verb: string, particle: string) => boolean;
  /** What a verb can do for a noun event: as its object ("launch an attack"), or as its subject ("talks began"). */
  readonly lightRoles: (verb: string) => readonly LightRole[];
  readonly contexts: ReadonlyMap<string, { readonly context: string; readonly strong: boolean }[]>;
  readonly cameo: readonly CameoRow[];
  readonly confidence: Readonly<Record<string, number>>;
  readonly size: number;
}

const NONE: readonly Sense[] = [];
const NO_ROLES: readonly LightRole[] = [];

/** Does whatever fulfils `asked` fulfil `other` too? A slot that has a word of a class is filled. */
const isMet = (other: Condition, asked: readonly Condition[]): boolean =>
  asked.some(
    (own) => !own.negated && own.slot === other.slot && (own.of === other.of || (other.of === null && own.of !== null)),
  );

function asksFor(more: Sense, less: Sense): boolean {
  const wanted = less.frame.conditions.filter((c) => !c.negated);
  return wanted.every((c) => isMet(c, more.frame.conditions)) && less.rest.every((word) => more.rest.includes(word));
}

/** Classes that say only who somebody is. */
const PARTY_CLASSES = new Set(['actor', 'person', 'state', 'armed', 'several']);

const knowsMode = ({ mode, frame }: Sense): boolean =>
  mode !== null &&
  frame.conditions.some((c) => !c.negated && c.slot !== 'subj' && c.of !== null && !PARTY_CLASSES.has(c.of));

function isNarrower(sense: Sense, than: Sense): boolean {
  if (sense.type !== than.type) return false;
  return (than.mode === null && knowsMode(sense)) || (asksFor(sense, than) && !asksFor(than, sense));
}

function indexContexts(data: EventData): EventLexicon['contexts'] {
  const index = new Map<string, { context: string; strong: boolean }[]>();
  for (const [context, { words, strong }] of Object.entries(data.contexts)) {
    for (const word of words) index.set(word, [...(index.get(word) ?? []), { context, strong: false }]);
    for (const word of strong) index.set(word, [...(index.get(word) ?? []), { context, strong: true }]);
  }
  return index;
}

/** Makes the lexicon ready for look-up. */
export function makeLexicon(data: EventData): EventLexicon {
  const senses = new Map<string, Sense[]>();
  for (const sense of data.senses) {
    const key = `${sense.kind} ${sense.lemma}`;
    const known = senses.get(key);
    if (known) known.push(sense);
    else senses.set(key, [sense]);
  }
  for (const list of senses.values()) list.sort((a, b) => b.rank - a.rank);
  const narrower = new Map<Sense, Sense[]>();
  for (const list of senses.values())
    for (const [at, sense] of list.entries()) {
      const found = list.slice(at + 1).filter((other) => isNarrower(other, sense));
      if (found.length) narrower.set(sense, found);
    }
  const classes = new Map(Object.entries(data.classes).map(([name, words]) => [name, new Set(words)]));
  const light = new Map<string, LightRole[]>();
  for (const [role, verbs] of Object.entries(data.light) as [LightRole, readonly string[]][]) {
    for (const verb of verbs) light.set(verb, [...(light.get(verb) ?? []), role]);
  }
  const phrasal = new Set(
    data.senses.filter((s) => s.kind === 'verb' && s.rest.length).map((s) => `${s.lemma} ${s.rest[0]}`),
  );
  return {
    isPhrasal: (verb, particle) => phrasal.has(`${verb} ${particle}`),
    sensesOf: (kind, lemma) => senses.get(`${kind} ${lemma}`) ?? NONE,
    narrowerThan: (sense) => narrower.get(sense) ?? NONE,
    inClass: (name, lemma) => classes.get(name)?.has(lemma) ?? false,
    wordsOf: (name) => data.classes[name] ?? [],
    lightRoles: (verb) => light.get(verb) ?? NO_ROLES,
    contexts: indexContexts(data),
    cameo: data.cameo,
    confidence: data.confidence,
    size: data.senses.length,
  };
}
