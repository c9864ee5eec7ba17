/** From the YAML that people write (`lexicon/events`) to the compiled lexicon; and the linter's findings on the way. */
import { CONTEXTS, EVENT_TYPES } from '../ontology.ts';
import type { Condition, Frame, PredicateKind, Sense } from './lexicon.ts';

/** A fault in a dictionary: a code to look up, where it is, and what to do. */
export interface Finding {
  readonly code: string;
  readonly where: string;
  readonly message: string;
}

/** One example, with the answer written in it. */
export interface Example {
  readonly rule: string;
  readonly type: string;
  readonly match: boolean;
  readonly marked: string;
}

/** A sense as written. */
export interface WrittenSense {
  readonly id: string;
  readonly mode?: string;
  readonly cameo?: string;
  readonly contexts?: readonly string[];
  readonly verbs?: string;
  readonly nouns?: string;
  readonly adjectives?: string;
  readonly frame?: string;
  readonly nframe?: string;
  readonly weak?: boolean;
  readonly absorbs?: boolean;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}

export interface WrittenFile {
  readonly type: string;
  readonly senses: readonly WrittenSense[];
}

const DEFAULT_FRAME = 'A=subj R=obj';
const DEFAULT_NFRAME = 'A=by|poss|mod R=of|against|on';

/** Types whose predicates speak of what shall be: what they govern is no happening of its own. */
const ABSORBING = new Set(['REQUEST', 'THREATEN', 'REJECT', 'AGREE']);

const PREPOSITIONS =
  'to until with against on over from for of in into at by between among toward towards about near under through via inside outside across behind before after alongside within upon onto off regarding concerning without as beside despite along around during off amid';

const SLOTS = new Set([
  'subj',
  'obj',
  'iobj',
  'comp',
  'speaker',
  'within',
  'pred',
  'any',
  'poss',
  'mod',
  'part',
  'xcomp',
  'acl',
  'ccomp',
  ...PREPOSITIONS.split(' '),
]);

const isSlot = (slot: string): boolean => slot.split('.').every((step) => SLOTS.has(step));

/** "speak out", quoted phrases whole. */
export function wordsOf(list: string | undefined): string[] {
  return [...(list ?? '').matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, bare]) => (quoted ?? bare)!.trim());
}

function readCondition(token: string): Condition | null {
  const negated = token.startsWith('!');
  const body = negated ? token.slice(1) : token;
  if (body.startsWith('has:')) return { negated, slot: body.slice(4), of: null };
  const at = body.indexOf('@');
  return at > 0 ? { negated, slot: body.slice(0, at), of: body.slice(at + 1) } : null;
}

/** Reads "A=subj R=obj|against obj@talks"; findings tell what could not be read. */
export function readFrame(text: string, where: string, findings: Finding[]): Frame {
  const frame = { A: [] as string[], R: [] as string[], M: [] as string[], conditions: [] as Condition[] };
  const slots: string[] = [];
  for (const token of text.trim().split(/\s+/).filter(Boolean)) {
    const role = /^([ARM])=(.+)$/.exec(token);
    if (role) {
      frame[role[1] as 'A'].push(...role[2]!.split('|'));
      slots.push(...role[2]!.split('|'));
      continue;
    }
    const condition = readCondition(token);
    if (condition) {
      frame.conditions.push(condition);
      slots.push(condition.slot);
    } else
      findings.push({
        code: 'E104',
        where,
        message: `cannot read "${token}" in a frame; write A=, R=, M=, slot@class or has:slot`,
      });
  }
  for (const slot of slots) {
    if (!isSlot(slot)) findings.push({ code: 'E105', where, message: `unknown slot "${slot}"` });
  }
  return frame;
}

function checkSense(type: string, sense: WrittenSense, where: string, findings: Finding[]): void {
  const add = (code: string, message: string) => findings.push({ code, where, message });
  if (sense.mode !== undefined && !(sense.mode in (EVENT_TYPES[type]?.modes ?? {})))
    add('E102', `${type} has no mode "${sense.mode}"`);
  for (const context of sense.contexts ?? [])
    if (!CONTEXTS.includes(context)) add('E103', `unknown context "${context}"`);
  if (!sense.verbs && !sense.nouns && !sense.adjectives) add('E106', 'no verbs, nouns or adjectives');
  if (!sense.yes?.length) add('E107', 'no example that matches: write one under "yes"');
  for (const example of sense.yes ?? [])
    if (!/\*[^*]+\*/.test(example)) add('E108', `no cue in *stars* in "${example}"`);
  if (!sense.no?.length) add('E114', 'no example that must not match: write another meaning of the words under "no"');
  for (const example of sense.no ?? [])
    if (!/\*[^*]+\*/.test(example)) add('E108', `no cue in *stars* in "${example}"`);
  if (sense.cameo !== undefined && !/^\d{2,4}$/.test(sense.cameo))
    add('E109', `"${sense.cameo}" is no CAMEO code; quote it to keep its zero`);
}

function sensesOf(type: string, written: WrittenSense, where: string, findings: Finding[]): Sense[] {
  const frame = readFrame(written.frame ?? DEFAULT_FRAME, where, findings);
  const nframe = readFrame(written.nframe ?? DEFAULT_NFRAME, where, findings);
  const make = (kind: PredicateKind, phrase: string): Sense => {
    const words = phrase.toLowerCase().split(/\s+/);
    const [lemma, rest] = kind === 'noun' ? [words.at(-1)!, words.slice(0, -1)] : [words[0]!, words.slice(1)];
    const used = kind === 'noun' ? nframe : frame;
    return {
      ...{
        rule: `${type.toLowerCase()}/${written.id}`,
        type,
        mode: written.mode ?? null,
        cameo: written.cameo ?? null,
      },
      ...{ contexts: written.contexts ?? [], kind, lemma, rest, frame: used, weak: written.weak ?? false },
      absorbs: written.absorbs ?? ABSORBING.has(type),
      rank: used.conditions.filter((c) => !c.negated).length * 2 + rest.length * 2 - (written.weak ? 1 : 0),
    };
  };
  return [
    ...wordsOf(written.verbs).map((w) => make('verb', w)),
    ...wordsOf(written.nouns).map((w) => make('noun', w)),
    ...wordsOf(written.adjectives).map((w) => make('adjective', w)),
  ];
}

const examplesOf = (type: string, sense: WrittenSense): Example[] => {
  const rule = `${type.toLowerCase()}/${sense.id}`;
  return [
    ...(sense.yes ?? []).map((marked) => ({ rule, type, match: true, marked })),
    ...(sense.no ?? []).map((marked) => ({ rule, type, match: false, marked })),
  ];
};

/** Compiles one file of senses. Nothing is dropped without a finding. */
export function compileFile(
  file: WrittenFile,
  name: string,
): { senses: Sense[]; examples: Example[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const type = file?.type;
  if (!type || !(type in EVENT_TYPES) || !Array.isArray(file.senses)) {
    findings.push({ code: 'E101', where: name, message: 'needs "type:" (a PLOVER type) and a list "senses:"' });
    return { senses: [], examples: [], findings };
  }
  const seen = new Set<string>();
  const senses: Sense[] = [];
  const examples: Example[] = [];
  for (const written of file.senses) {
    const where = `${name} ${written.id ?? '(no id)'}`;
    if (!written.id || seen.has(written.id))
      findings.push({ code: 'E110', where, message: 'every sense needs an id of its own' });
    seen.add(written.id);
    checkSense(type, written, where, findings);
    senses.push(...sensesOf(type, written, where, findings));
    examples.push(...examplesOf(type, written));
  }
  return { senses, examples, findings };
}

/** Classes that the grammar asks for by name. */
const NAMED_BY_CODE = [
  ...[
    'type-spoken',
    'type-addressed',
    'type-asked',
    'type-for-places',
    'type-between-powers',
    'type-abroad',
    'type-given',
    'type-of-charges',
    'type-of-denials',
    'noun-of-charges',
    'type-shared',
    'type-replying',
    'reason-marker',
    'type-of-two',
    'type-told-by-clause',
    'political-sector',
    'everyday-sector',
    'mode-to-nobody',
    'example-armed',
    'example-people',
    'example-official',
    'bursting-verb',
    'bursting-thing',
    'burst-word',
    'industrial-place',
    'forces-sector',
    'irregular-sector',
    'police-sector',
    'sport-match',
    'illness',
    'type-of-one-to-nobody',
    'type-of-several-to-nobody',
    'opposing-sector',
    'quantity',
    'goal-preposition',
    'addressing-preposition',
  ],
  ...[
    'beside-marker',
    'means-or-time-preposition',
    'labelled-thing',
    'sport-contest',
    'athlete',
    'story',
    'weather',
    'accident-verb',
    'type-of-deeds',
    'market-mover',
    'parting-particle',
    'aside-preposition',
    'moving',
    'means',
    'transparent',
    'owner-preposition',
    'doer-preposition',
    'often-low-preposition',
    'carrying-out',
    'demanding',
    'armed-sector',
    'type-within-state',
    'type-to-staff',
    'party-state',
    'faculty',
    'of-another-state',
    'type-of-harm',
    'circumstance',
    'session',
    'session-attended',
    'type-in-own-words',
    'first-person',
    'session-body',
    'accident-adverb',
    'political-people',
    'opposing-anywhere',
    'state-organ',
  ],
  ...[
    'clause-of-its-own',
    'complement-marker',
    'merging-preposition',
    'telling-marker',
    'type-handed-over',
    'type-promised',
    'type-refused',
    'type-threatened-if',
    'condition-marker',
    'type-of-violence',
    'type-of-restriction',
    'vowing-auxiliary',
    'third-person',
    'intending',
    'unsettling',
    'summing-noun',
    'ready-word',
    'answering-marker',
    'type-answering',
    'manner-noun',
    'home-sector',
    'own-land',
    'site-preposition',
    'direction-adverb',
  ],
];

/** Classes of the grammar: those that are missing, and sets of types with something else in them. */
export function checkGrammarClasses(classes: Readonly<Record<string, readonly string[]>>): Finding[] {
  const add = (where: string, message: string): Finding => ({ code: 'E112', where, message });
  const missing = NAMED_BY_CODE.filter((name) => !classes[name]?.length).map((name) =>
    add(name, `the code asks for a class "${name}"; write it in lexicon/events/classes*.yaml`),
  );
  const strangers = Object.entries(classes).flatMap(([name, words]) =>
    name.startsWith('type-')
      ? words.filter((w) => !(w in EVENT_TYPES)).map((w) => add(name, `"${w}" is no PLOVER type`))
      : [],
  );
  return [...missing, ...strangers];
}

/** Conditions that name classes which nobody defined. */
export function checkClasses(senses: readonly Sense[], classes: Readonly<Record<string, unknown>>): Finding[] {
  const known = new Set([
    'actor',
    'person',
    'people',
    'armed',
    'several',
    'state',
    'event',
    ...Object.keys(EVENT_TYPES),
    ...Object.keys(classes),
  ]);
  const missing = new Map<string, string>();
  for (const sense of senses) {
    for (const { of } of sense.frame.conditions) if (of !== null && !known.has(of)) missing.set(of, sense.rule);
  }
  return [...missing].map(([name, rule]) => ({
    code: 'E111',
    where: rule,
    message: `no class "${name}" in lexicon/events/classes*.yaml`,
  }));
}
