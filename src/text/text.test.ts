import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitSentences } from './index.ts';

const read = (text: string, title: string | null = null) => splitSentences({ id: 'x', date: null, title, text });
const sentences = (text: string) => read(text).map((s) => text.slice(s.from, s.to));
const tokens = (text: string) =>
  read(text)
    .flatMap((s) => s.tokens.map((t) => t.form))
    .join(' ');

test('abbreviations, titles and initials do not end a sentence', () => {
  assert.deepEqual(sentences('U.S. officials met Gen. Lee in Washington, D.C. on Friday. Mr. Kim stayed away.'), [
    'U.S. officials met Gen. Lee in Washington, D.C. on Friday.',
    'Mr. Kim stayed away.',
  ]);
  assert.deepEqual(sentences('Talks began at 9 a.m. The envoys left by noon.'), [
    'Talks began at 9 a.m.',
    'The envoys left by noon.',
  ]);
  assert.deepEqual(sentences('J. R. Smith of Acme Inc. agreed with St. Petersburg on Jan. 5.'), [
    'J. R. Smith of Acme Inc. agreed with St. Petersburg on Jan. 5.',
  ]);
});

test('a quotation mark after a stop belongs to the sentence that it closes', () => {
  assert.deepEqual(sentences('"We will not yield." He left.'), ['"We will not yield."', 'He left.']);
  assert.deepEqual(sentences('“Go home!” the crowd shouted. “Now!”'), ['“Go home!” the crowd shouted.', '“Now!”']);
});

test('words are cut as UD English cuts them', () => {
  assert.equal(
    tokens("They don't accept Iran's 20-year-old offer."),
    "They do n't accept Iran 's 20 - year - old offer .",
  );
  assert.equal(tokens('It cannot re-open the pro-Russian channel.'), 'It can not re-open the pro-Russian channel .');
  assert.equal(
    tokens('The workers’ party won $5.3 million, or 12%.'),
    'The workers ’ party won $ 5.3 million , or 12 % .',
  );
});

test('datelines are data, with their place, date and agency', () => {
  const [first] = read('PYONGYANG, June 19 (KCNA) -- A delegation left on Monday.');
  assert.equal(first!.dateline?.place, 'PYONGYANG');
  assert.equal(first!.dateline?.dateText, 'June 19');
  assert.equal(first!.dateline?.agency, 'KCNA');
  const places = (text: string) => read(text)[0]!.dateline?.place ?? null;
  assert.equal(places('LA PAZ, Bolivia -- A court ordered the release of two miners.'), 'LA PAZ');
  assert.equal(places('Gaziantep, Turkey - A court convicted a smuggler.'), 'Gaziantep');
  assert.equal(places('Tehran, March 15, IRNA - The speaker condemned the raid.'), 'Tehran');
  assert.equal(places('Lima, March 8 (EFE) The president rejected the plan.'), 'Lima');
  assert.equal(places('QUETTA: The army shelled a village.'), 'QUETTA');
  assert.equal(places('Lagos - Police arrested a trader.'), 'Lagos');
  for (const none of [
    'Iran - a member since 1960 - left.',
    'Putin - Russia’s president - left.',
    'Putin: Russia will not yield.',
    'On May 5 the talks failed.',
    'Kim, who met Xi, left.',
  ])
    assert.equal(places(none), null, none);
});

test('headings, reading lists and invitations are structure, not prose', () => {
  const text =
    'Key Facts\n\nThe ministry protested on Monday.\n\nFurther Reading\n\nA Border Reopens (The Daily Example)\n\nFollow us on Facebook. Sign up for our newsletter.';
  const found = read(text).map((s) => [s.kind, s.section, s.publisher ?? null]);
  assert.deepEqual(found, [
    ['heading', 'Key Facts', null],
    ['prose', 'Key Facts', null],
    ['heading', 'Further Reading', null],
    ['reference', 'Further Reading', 'The Daily Example'],
    ['boilerplate', 'Further Reading', null],
    ['boilerplate', 'Further Reading', null],
  ]);
});

test('a sentence in capitals is read in small letters, with its offsets kept', () => {
  const text = 'IRAN ATTACKED THE PORT ON MONDAY.';
  const [first] = read(text);
  assert.equal(first!.tokens.map((t) => t.form).join(' '), 'Iran Attacked the Port on Monday .');
  for (const t of first!.tokens) assert.equal(text.slice(t.from, t.to).toLowerCase(), t.form.toLowerCase());
});

test('tokens stand in order inside their sentence, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      let last = 0;
      for (const s of read(text)) {
        assert.ok(s.from >= last && s.to > s.from && s.to <= text.length);
        let at = s.from;
        for (const t of s.tokens) {
          assert.ok(t.from >= at && t.to > t.from && t.to <= s.to);
          at = t.to;
        }
        last = s.to;
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('no word is lost and no sentence is longer than the limit', () => {
  const text = `${'the old minister and '.repeat(500)}Iran`;
  const found = read(text);
  assert.equal(found.flatMap((s) => s.tokens).length, 2001);
  assert.ok(found.every((s) => s.tokens.length <= 250));
});

test('stray stops and smileys join the sentence before; a bracket goes on after an abbreviation', () => {
  assert.deepEqual(sentences('They agreed . . . Talks go on. :) The end.'), [
    'They agreed . . .',
    'Talks go on. :)',
    'The end.',
  ]);
  assert.deepEqual(sentences('It left at 10 a.m. (GMT) for Geneva.'), ['It left at 10 a.m. (GMT) for Geneva.']);
  assert.deepEqual(sentences('“We go.“ They went.'), ['“We go.“', 'They went.']);
  assert.equal(tokens('No. He lives at No. 10, says example.com.'), 'No . He lives at No. 10 , says example.com .');
});

test('time grows with the length of hostile text, not faster', () => {
  for (const piece of ['. ', '"', '[1]', 're-', 'U.S.', '\ud83d', "a'", 'a-']) {
    const found = read(`Yes. ${piece.repeat(20_000)}`);
    assert.ok(found.every((s) => s.tokens.length <= 250));
  }
});
