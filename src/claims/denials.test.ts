import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, EventCandidate, Mention, Report, Statement, Tree } from '../nouns.ts';
import { linkDenials, readReality, sameHappening, statusOf } from './index.ts';
import { readText } from './testing.ts';

const COUNTRIES: Readonly<Record<string, string>> = {
  Pyongyang: 'PRK',
  Korea: 'PRK',
  Moscow: 'RUS',
  Russia: 'RUS',
  Seoul: 'KOR',
};

/** Mentions of the few names that these texts use. */
function mentionsIn(trees: readonly Tree[]): Mention[] {
  const found: Mention[] = [];
  for (const { words, sentence } of trees) {
    for (const { index, form, from, to } of words) {
      const country = COUNTRIES[form];
      if (!country) continue;
      const actor: Actor = { name: form, id: country, kind: 'country', country, sector: 'GOV' };
      const place = {
        from,
        to,
        part: 'text',
        text: form,
        sentence: sentence.index,
        head: index,
        first: index,
        last: index,
      } as const;
      found.push({ ...place, index: found.length, kind: 'name', reading: 'actor', actors: [actor], chain: null });
    }
  }
  return found;
}

/** A report of the word, with its parties. */
function reportOf(text: string, form: string, type: string, actors: string[], recipients: string[]) {
  const bare = readText(text);
  const mentions = mentionsIn(bare.trees);
  const { article, trees, statements } = readText(text, mentions);
  const tree = trees.find((t) => t.words.some((w) => w.form === form))!;
  const word = tree.words.find((w) => w.form === form)!;
  const named = (names: string[]): Mention[] =>
    names.map((n) => mentions.find((m) => m.text === n && m.sentence === tree.sentence.index)!);
  const candidate = {
    sentence: tree.sentence.index,
    word: word.index,
    cue: { from: word.from, to: word.to, part: 'text', text: form },
    type,
    actors: named(actors),
    recipients: named(recipients),
    mutual: false,
    topic: [],
  } as unknown as EventCandidate;
  const reality = readReality(tree, word.index, article, statements, { mentions });
  return {
    report: { ...candidate, ...reality, status: statusOf(reality), denies: [] } as unknown as Report,
    trees,
    statements,
  };
}

const TEXT =
  'Seoul said that Pyongyang supplied shells to Moscow. North Korea denied any involvement in supplying shells to Russia.';

function both(): { reports: Report[]; trees: readonly Tree[]; statements: readonly Statement[] } {
  const told = reportOf(TEXT, 'supplied', 'AID', ['Pyongyang'], ['Moscow']);
  const denied = reportOf(TEXT, 'supplying', 'AID', [], ['Russia']);
  return { reports: [told.report, denied.report], trees: told.trees, statements: told.statements };
}

test('a denial is linked to the report that it denies', () => {
  const { reports, trees, statements } = both();
  assert.equal(reports[1]!.status, 'denied');
  const [told, denied] = linkDenials(reports, statements, trees);
  assert.deepEqual(denied!.denies, [0]);
  assert.deepEqual(told!.denies, []);
});

test('a denial is not linked to a report of another country', () => {
  const text = 'Seoul supplied shells to Pyongyang. North Korea denied any involvement in supplying shells to Russia.';
  const told = reportOf(text, 'supplied', 'AID', ['Seoul'], ['Pyongyang']);
  const denied = reportOf(text, 'supplying', 'AID', [], ['Russia']);
  assert.deepEqual(linkDenials([told.report, denied.report], told.statements, told.trees)[1]!.denies, []);
});

test('only a plain negation that somebody tells is set against a report, and only against what is told as having been', () => {
  const linked = (second: string, form: string, first = 'Seoul said that Pyongyang supplied shells to Moscow.') => {
    const text = `${first} ${second}`;
    const word = first.includes('supplied') ? 'supplied' : 'supply';
    const told = reportOf(text, word, 'AID', ['Pyongyang'], ['Moscow']);
    const against = reportOf(text, form, 'AID', ['Korea'], ['Russia']);
    return linkDenials([told.report, against.report], told.statements, told.trees)[1]!.denies;
  };
  assert.deepEqual(linked('Envoys said that North Korea has not sent shells to Russia.', 'sent'), [0]);
  assert.deepEqual(linked('Envoys said that North Korea would stop sending shells to Russia.', 'sending'), []);
  assert.deepEqual(linked('Envoys said that North Korea must not send shells to Russia.', 'send'), []);
  const plan = 'Pyongyang may supply shells to Moscow.';
  assert.deepEqual(linked('Envoys said that North Korea has not sent shells to Russia.', 'sent', plan), []);
});

test('reports of two articles can be of the same happening', () => {
  const [told, denied] = both().reports;
  assert.equal(sameHappening(denied!, told!), true);
  assert.equal(sameHappening({ ...denied!, type: 'ASSAULT' }, told!), false);
});

const statusAfter = (text: string): string => {
  const told = reportOf(text, 'supplied', 'AID', ['Pyongyang'], ['Moscow']);
  return linkDenials([told.report], told.statements, told.trees)[0]!.status;
};

test('a denial that only names the accusation answers the claim before it', () => {
  assert.equal(
    statusAfter('Seoul said that Pyongyang supplied shells to Moscow. Korea rejected the accusation.'),
    'denied',
  );
  assert.equal(
    statusAfter('Seoul said that Pyongyang supplied shells to Moscow. Korea has denied the claim.'),
    'denied',
  );
});

test('a denial of something else answers nothing', () => {
  const claim = 'Seoul said that Pyongyang supplied shells to Moscow.';
  for (const other of ['Korea denied visas to envoys.', 'Russia denied the claim.', 'Korea denied testing a missile.'])
    assert.equal(statusAfter(`${claim} ${other}`), 'alleged', other);
  assert.equal(statusAfter('Pyongyang supplied shells to Moscow. Korea denied the claim.'), 'reported');
});

test('a denial in the same breath answers the claim: ", which Korea denies", ", a claim denied by Korea"', () => {
  const claim = 'Seoul said that Pyongyang supplied shells to Moscow';
  for (const tail of [
    ', which Korea denies.',
    ', a claim that Korea denies.',
    ', an allegation rejected by Korea.',
    ', something Korea has always denied.',
    ', accusations that Korea dismisses.',
    ', but Korea denied the accusation.',
  ])
    assert.equal(statusAfter(claim + tail), 'denied', tail);
  for (const tail of [', a claim that Russia denies.', ', a claim that Korea did not deny.', ', a plan Korea rejects.'])
    assert.equal(statusAfter(claim + tail), 'alleged', tail);
});
