/** Repairs of clauses that a verb asks for: what somebody offers to do, what somebody is said to have done. */
import { type Draft, isUnder } from './draft.ts';

const TO_DO =
  /^(?:offer|declin|refus|agree|promis|vow|threaten|pledg|plann|hop|decid|want|attempt|tri|intend|propos|consent|volunteer|resolv|fail|hesitat|opt|demand|wish|ask|prepar|undertak)(?:e|es|s|ed|d|ing)?$|^(?:sought|seeks?|tr(?:y|ies|ying)|sw(?:ore|ears?)|undertook|chose|plans?|planning)$/i;

/** "offered on Thursday to train pilots", "declined late on Friday to comment": an infinitive behind a time, where nothing else is offered. */
export function takeInfinitive(words: Draft[]): void {
  for (const [i, word] of words.entries()) {
    const verb = words[word.head];
    if (word.deprel !== 'advcl' || !verb || word.head >= i || verb.upos !== 'VERB' || !TO_DO.test(verb.form)) continue;
    const own = words.filter((w) => w.head === word.head);
    if (own.some((w) => /^(?:obj|iobj|xcomp|ccomp|aux:pass|compound:prt)$/.test(w.deprel))) continue;
    const to = words.findIndex((w) => w.head === i && w.deprel === 'mark' && w.form.toLowerCase() === 'to');
    if (to < 1 || /^(?:order|as|,)$/i.test(words[to - 1]!.form)) continue;
    word.deprel = 'xcomp';
  }
}

const SAYS = /^(?:sa(?:id|ys)|report(?:ed|s)|announced|disclosed|added|confirmed|told|claimed|revealed|stated)$/i;

/** "An envoy mediated between the two, officials said": of two subjects before a verb of saying, the first did what seems to describe it. */
export function giveDeed(words: Draft[]): void {
  for (const [speaker, word] of words.entries()) {
    const verb = words[word.head];
    if (word.deprel !== 'nsubj' || word.head < speaker || !verb || !SAYS.test(verb.form)) continue;
    const first = words.findIndex((w, i) => i < speaker && w.head === word.head && w.deprel === 'nsubj');
    const deed = words.findIndex((w, i) => i > first && i < speaker && w.head === first && w.deprel === 'acl');
    if (first < 0 || deed < 0 || !/^VB[ND]$/.test(words[deed]!.xpos)) continue;
    const start = words.findIndex((_, i) => i > deed && isUnder(words, i, speaker));
    if (words[start - 1]?.form !== ',') continue;
    Object.assign(words[deed]!, { head: word.head, deprel: 'ccomp' });
    Object.assign(words[first]!, { head: deed });
  }
}
