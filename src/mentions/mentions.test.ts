import assert from 'node:assert/strict';
import test from 'node:test';
import { readConllu } from '../conllu.ts';
import type { Actor, Mention } from '../nouns.ts';
import { Story } from './coref.ts';
import { fillCountries } from './fill.ts';
import { findMentions, type Resolver } from './index.ts';

/** Trees in short: word/UPOS/head/relation, with the lemma as the small form. */
function treeOf(text: string) {
  const lines = text.split(' ').map((token, i) => {
    const [form, upos, head, relation] = token.split('/');
    return [i + 1, form, form!.toLowerCase(), upos, '_', '_', head, relation, '_', '_'].join('\t');
  });
  const words = text.split(' ').map((t) => t.split('/')[0]);
  return readConllu(`# text = ${words.join(' ')}\n${lines.join('\n')}\n\n`)[0]!;
}

const NORWAY: Actor = { name: 'Norway', id: 'NOR', kind: 'country', country: 'NOR', sector: 'GOV' };
const KNOWN: Readonly<Record<string, { kind: string; actor: Actor }>> = {
  norway: { kind: 'country', actor: NORWAY },
  norwegian: { kind: 'adjective', actor: NORWAY },
  may: { kind: 'person', actor: { name: 'May', kind: 'person', country: 'NOR', sector: 'GOV' } },
  soldiers: { kind: 'role', actor: { name: 'soldiers', kind: 'people', country: null, sector: 'MIL' } },
  minister: {
    kind: 'role',
    actor: { name: 'minister', kind: 'person', country: null, sector: 'GOV', office: 'minister' },
  },
};

const WORDS: Readonly<Record<string, readonly string[]>> = {
  month: ['may'],
  'month-case': ['in'],
  'place-case': ['in'],
};

/** A resolver of four words, enough to see what the room does with answers. */
const resolver: Resolver = {
  find: (forms) =>
    forms.flatMap((form, i) => {
      const known = KNOWN[form.toLowerCase()];
      return known ? [{ first: i, last: i, named: [{ kind: known.kind }] }] : [];
    }),
  describe: ({ forms, head }) => {
    const own = KNOWN[forms[head]?.toLowerCase() ?? '']?.actor ?? null;
    const owner = forms.some((f) => /^norw/i.test(f));
    return own && owner && !own.country ? { ...own, country: 'NOR' } : own;
  },
  words: (list) => new Set(WORDS[list] ?? []),
  bySurname: () => null,
  stateOf: () => null,
  isOver: () => false,
  bySound: () => null,
  nameOnly: 'a name that no lexicon knows',
};

function read(...sentences: string[]): Mention[] {
  const made = sentences.map(treeOf);
  const text = made.map((m) => m.text).join(' ');
  let from = 0;
  const trees = made.map(({ text: own, tree }, index) => {
    const shift = from;
    from += own.length + 1;
    const words = tree.words.map((w) => ({ ...w, from: w.from + shift, to: w.to + shift }));
    return { ...tree, words, sentence: { ...tree.sentence, index, from: shift, to: shift + own.length } };
  });
  return findMentions({ id: 't', date: null, title: null, text }, trees, resolver);
}

const told = (mentions: readonly Mention[]) =>
  mentions.map((m) => `${m.text}=${m.actors.map((a) => a.country ?? '-').join('+')} ${m.kind} ${m.reading}`);

test('a state acts as a subject and is a place after "in"', () => {
  assert.deepEqual(told(read('Norway/PROPN/2/nsubj protested/VERB/0/root ./PUNCT/2/punct')), ['Norway=NOR name actor']);
  assert.deepEqual(told(read('He/PRON/2/nsubj slept/VERB/0/root in/ADP/4/case Norway/PROPN/2/obl ./PUNCT/2/punct')), [
    'Norway=NOR name place',
  ]);
});

test('an adjective of a state is a mention inside what is no actor', () =>
  assert.deepEqual(told(read('A/DET/3/det Norwegian/ADJ/3/amod song/NOUN/4/nsubj won/VERB/0/root ./PUNCT/4/punct')), [
    'Norwegian=NOR modifier actor',
  ]));

test('spans point at their words, and a role has its owner', () => {
  const [soldiers] = read('The/DET/3/det Norwegian/ADJ/3/amod soldiers/NOUN/4/nsubj left/VERB/0/root ./PUNCT/4/punct');
  assert.equal(soldiers!.text, 'The Norwegian soldiers');
  assert.deepEqual([soldiers!.actors[0]!.country, soldiers!.actors[0]!.sector], ['NOR', 'MIL']);
});

test('a role without a state takes that of the story', () => {
  const mentions = read(
    'Norway/PROPN/2/nsubj protested/VERB/0/root ./PUNCT/2/punct',
    'Soldiers/NOUN/2/nsubj marched/VERB/0/root ./PUNCT/2/punct',
  );
  assert.equal(mentions[1]!.actors[0]!.country, 'NOR');
});

test('those before the first named state take it as well', () => {
  const mentions = read(
    'Soldiers/NOUN/2/nsubj marched/VERB/0/root ./PUNCT/2/punct',
    'Norway/PROPN/2/nsubj protested/VERB/0/root ./PUNCT/2/punct',
  );
  assert.equal(mentions[0]!.actors[0]!.country, 'NOR');
  assert.match(mentions[0]!.actors[0]!.because!, /article names most/);
});

test('"it" is the last state or body', () => {
  const mentions = read(
    'Norway/PROPN/2/nsubj protested/VERB/0/root ./PUNCT/2/punct',
    'It/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct',
  );
  assert.deepEqual(told(mentions).at(-1), 'It=NOR pronoun actor');
  assert.equal(mentions[0]!.chain, mentions[1]!.chain);
});

test('nothing is filled in where nothing is named', () => {
  const [soldiers] = read('Soldiers/NOUN/2/nsubj marched/VERB/0/root ./PUNCT/2/punct');
  assert.equal(soldiers!.actors[0]!.country, null);
  assert.deepEqual(fillCountries([]), []);
});

const person = (name: string, country: string | null, sector: string | null): Actor => ({
  ...{ name, kind: 'person', country, sector },
});

const mentionOf = (actor: Actor, sentence: number) => ({ sentence, actors: [actor] }) as unknown as Mention;

test('Somebody unknown whose state the article says once has it everywhere, where it says only one', () => {
  const [first, second] = fillCountries([
    mentionOf(person('Ada Lind', null, null), 0),
    mentionOf(person('Ada Lind', 'NOR', 'EDU'), 1),
  ]);
  assert.deepEqual([first!.actors[0]!.country, first!.actors[0]!.sector], ['NOR', 'EDU']);
  assert.equal(second!.actors[0]!.country, 'NOR');
  const [unclear] = fillCountries([
    mentionOf(person('Jo Berg', null, null), 0),
    mentionOf(person('Jo Berg', 'NOR', null), 1),
    mentionOf(person('Jo Berg', 'SWE', null), 2),
  ]);
  assert.equal(unclear!.actors[0]!.country, null);
});

test('"It" that only announces a clause is nobody', () => {
  const [named, ...others] = read(
    'Norway/PROPN/2/nsubj acted/VERB/0/root ./PUNCT/2/punct',
    'It/PRON/3/nsubj is/AUX/3/cop wise/ADJ/0/root to/PART/5/mark wait/VERB/3/csubj ./PUNCT/3/punct',
  );
  assert.equal(named!.text, 'Norway');
  assert.deepEqual(
    others.map((m) => m.text),
    [],
  );
});

test('A bare definite noun takes the state of its like, where words of the article said that', () => {
  const story = new Story(resolver.words);
  const embassy = (country: string): Actor => ({ name: 'embassy', kind: 'people', country, sector: 'GOV' });
  const tell = (sentence: number, country: string, said: boolean) =>
    story.remember({ sentence, text: '' }, embassy(country), story.newChain(), {
      part: 'subject',
      ...{ noun: 'embassy', said },
    });
  tell(0, 'NOR', true);
  tell(1, 'SWE', false);
  assert.equal(story.sameNoun('embassy', 2)?.actor.country, 'NOR');
  assert.equal(story.sameNoun('consulate', 2), null);
  assert.equal(story.sameNoun('embassy', 20), null);
});

test('A surname means whom the article has named most', () => {
  const story = new Story(resolver.words);
  const tell = (sentence: number, actor: Actor) =>
    story.remember({ sentence, text: '' }, actor, story.chainOf(actor) ?? story.newChain(), { part: 'subject' });
  const [elder, younger] = [person('Ada Lind', 'NOR', 'LEG'), person('Ida Lind', null, null)];
  tell(0, elder);
  tell(1, elder);
  tell(2, younger);
  assert.equal(story.byName('Lind')?.actor.name, 'Ada Lind');
});

test('a month is nobody, though somebody bears its name', () => {
  const found = read('Norwegian/ADJ/2/amod soldiers/NOUN/3/nsubj left/VERB/0/root in/ADP/5/case May/PROPN/3/obl');
  assert.ok(!found.some((m) => m.text === 'May'));
  const person = read('Norway/PROPN/2/nsubj praised/VERB/0/root May/PROPN/2/obj');
  assert.ok(person.some((m) => m.text === 'May' && m.actors[0]!.name === 'May'));
});
