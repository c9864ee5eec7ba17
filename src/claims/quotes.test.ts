import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findQuotes } from './quotes.ts';

const found = (text: string): string[] => {
  const paragraphs: { from: number; to: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line) paragraphs.push({ from: at, to: at + line.length });
    at += line.length + 1;
  }
  return findQuotes(text, paragraphs).map((q) => text.slice(q.from, q.to));
};

test('straight and curly', () => {
  assert.deepEqual(found('He said "no" and “never”.'), ['"no"', '“never”']);
});

test('two apostrophes as a mark', () => {
  assert.deepEqual(found("He said ''no'' twice."), ["''no''"]);
});

test('nested marks belong to the outer quotation, and stand for themselves', () => {
  assert.deepEqual(found('“They told us ‘go home’ and left,” he said.'), [
    '“They told us ‘go home’ and left,”',
    '‘go home’',
  ]);
});

test('apostrophes open nothing', () => {
  assert.deepEqual(found("The workers' union won't sign the '90s pact."), []);
});

test('a quotation runs on where the next paragraph opens with a mark', () => {
  assert.deepEqual(found('He said: “One.\n“Two.”\nHe left.'), ['“One.\n“Two.”']);
});

test('an unclosed quotation ends with its paragraph', () => {
  assert.deepEqual(found('He said: “One.\nHe left, "quietly".'), ['“One.', '"quietly"']);
});

test('any text is read: quotations lie within it, in order, and opening marks cost linear time', () => {
  const piece = fc.constantFrom('"', '“', '”', '‘', '’', "'", ' ', 'a', 'b.', '\n', ',');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      const text = pieces.join('');
      const quotes = findQuotes(text, [{ from: 0, to: text.length }]);
      quotes.forEach((q, i) => {
        assert.ok(0 <= q.from && q.from < q.to && q.to <= text.length);
        assert.ok(i === 0 || quotes[i - 1]!.from <= q.from);
      });
    }),
  );
  const started = process.cpuUsage().user;
  found(`${'“'.repeat(100_000)} ${" 'a".repeat(50_000)}`);
  assert.ok(process.cpuUsage(undefined).user - started < 5_000_000);
});
