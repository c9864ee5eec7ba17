/** Repairs of clauses that the parser hangs on a noun of time, or takes for the main one. */
import type { Draft } from './draft.ts';

const hasSubject = (words: readonly Draft[], from: number, verb: number): boolean =>
  words.some((w, k) => k > from && k < verb && w.head === verb && /^nsubj/.test(w.deprel));

/** "spent the weekend mediating": what somebody does with his time is done by him, not by the time. */
export function spendDoing(words: Draft[]): void {
  for (const word of words) {
    const time = words[word.head];
    if (word.deprel !== 'acl' || word.xpos !== 'VBG' || time?.deprel !== 'obj') continue;
    if (/^(?:spen[dt]|spends|spending)$/i.test(words[time.head]?.form ?? ''))
      Object.assign(word, { head: time.head, deprel: 'advcl' });
  }
}

/** "Accused of spying by Mali, the envoy was sent home": the participle that opens a sentence hangs on the clause behind the comma. */
export function openWithParticiple(words: Draft[]): void {
  const root = words.findIndex((w) => w.head < 0);
  const first = words[root];
  if (first?.xpos !== 'VBN' || words.slice(0, root).some((w) => w.upos !== 'ADV')) return;
  if (words.some((w) => w.head === root && /^(?:[nc]subj|aux)/.test(w.deprel))) return;
  const main = words.findIndex(
    (w, i) =>
      w.head === root && w.upos === 'VERB' && /^(?:parataxis|ccomp|conj)$/.test(w.deprel) && hasSubject(words, root, i),
  );
  const comma = words.findIndex((w, i) => i > root && i < main && w.form === ',');
  if (main < 0 || comma < 0) return;
  Object.assign(words[main]!, { head: -1, deprel: 'root' });
  Object.assign(first, { head: main, deprel: 'advcl' });
}
