/** Repairs of what English does not have: two subjects of one verb, a noun coordinated with a verb, a finite clause without a subject. */

import { giveDeed, takeInfinitive } from './complements.ts';
import { type Draft, isUnder } from './draft.ts';

import { openWithParticiple, spendDoing } from './mend-openings.ts';

/** Makes every repair; one that would turn the tree into a circle is taken back. */
export function mendTree(words: Draft[]): void {
  const repairs = [
    mend,
    giveDeed,
    takeInfinitive,
    countSubject,
    giveToSaying,
    giveToObject,
    giveSubject,
    giveContent,
    giveSpeaker,
    settleParticles,
    putGeneral,
    giveReceiver,
    settleTo,
    keepNames,
    tellTo,
    leadOut,
    leaveDenial,
    spendDoing,
    openWithParticiple,
    giveCharge,
  ];
  for (const repair of repairs) {
    const before = words.map(({ head, deprel }) => ({ head, deprel }));
    repair(words);
    if (hasCircle(words)) words.forEach((word, i) => Object.assign(word, before[i]));
  }
}

function hasCircle(words: readonly Draft[]): boolean {
  const known = new Uint8Array(words.length);
  return words.some((_, start) => {
    let at = start;
    for (let steps = 0; at >= 0 && !known[at]; steps++) {
      if (steps > words.length) return true;
      at = words[at]!.head;
    }
    for (let w = start; w >= 0 && !known[w]; w = words[w]!.head) known[w] = 1;
    return false;
  });
}

const isSubject = (word: Draft): boolean => word.deprel === 'nsubj' || word.deprel === 'nsubj:pass';

const NOMINAL = new Set(['PROPN', 'NOUN']);

/** "The pact, Putin said, would be signed": the first subject is that of what was said. */
function giveToContent(words: Draft[], verb: number, subject: number): boolean {
  const content = words.findIndex((w, i) => i > verb && w.head === verb && w.deprel === 'ccomp');
  if (content < 0 || words.some((w) => w.head === content && /^[nc]subj/.test(w.deprel))) return false;
  const finite = words.some((w) => w.head === content && /^(?:aux|cop)/.test(w.deprel));
  if (!finite) return false;
  const passive = words.some((w) => w.head === content && w.deprel === 'aux:pass');
  const word = words[subject]!;
  word.head = content;
  word.deprel = passive ? 'nsubj:pass' : 'nsubj';
  return true;
}

/** "Seoul, Tokyo protest": two names with nothing but a comma between them are one subject. */
function coordinate(words: Draft[], first: number, second: number): void {
  const between = words.slice(first + 1, second).filter((w) => w.head !== second && w.head !== first);
  const commas = words.slice(first + 1, second).filter((w) => w.form === ',').length;
  const [a, b] = [words[first]!, words[second]!];
  if (commas !== 1 || between.some((w) => w.form !== ',') || a.upos !== b.upos || !NOMINAL.has(a.upos)) return;
  b.head = first;
  b.deprel = 'conj';
}

/** "Seoul, Tokyo protest": what follows a singular name after a comma does not explain it where the verb is plural. */
function countSubject(words: Draft[]): void {
  words.forEach((second, at) => {
    const first = words[second.head];
    if (second.deprel !== 'appos' || second.xpos !== 'NNP' || first?.xpos !== 'NNP' || at !== second.head + 2) return;
    const verb = words[first.head];
    if (!isSubject(first) || verb?.xpos !== 'VBP' || first.head < at || words[at - 1]!.form !== ',') return;
    coordinate(words, second.head, at);
  });
}

/** "National security adviser Jane Roe said": a title right before a name describes it. */
function describe(words: Draft[], first: number, second: number): boolean {
  const [title, name] = [words[first]!, words[second]!];
  const start = words.findIndex((_, i) => i > first && isUnder(words, i, second));
  if (title.upos !== 'NOUN' || name.upos !== 'PROPN' || start !== first + 1) return false;
  title.head = second;
  title.deprel = 'nmod:desc';
  return true;
}

/** Gives each verb one subject before it, where a construction says whose the other is. */
function mend(words: Draft[]): void {
  const first = new Int32Array(words.length).fill(-1);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!isSubject(word) || word.head <= i) continue;
    const verb = word.head;
    const before = first[verb]!;
    first[verb] = i;
    if (before >= 0 && !describe(words, before, i) && !giveToContent(words, verb, before)) {
      coordinate(words, before, i);
      if (words[i]!.head !== verb) first[verb] = before;
    }
  }
}

/** "said on Tuesday it had struck": what stands between the verb and the content's subject tells of the saying. */
function giveToSaying(words: Draft[]): void {
  for (let i = 0; i < words.length; i++) {
    const { head: content, deprel } = words[i]!;
    if (!/^obl/.test(deprel) || content <= i || words[content]!.deprel !== 'ccomp') continue;
    const verb = words[content]!.head;
    if (verb < 0 || verb >= i) continue;
    const first = words.findIndex((_, k) => k > verb && isUnder(words, k, content));
    if (isUnder(words, first, i) && hasSubjectBetween(words, i, content)) words[i]!.head = verb;
  }
}

const hasSubjectBetween = (words: readonly Draft[], from: number, verb: number): boolean =>
  words.some((w, k) => k > from && k < verb && w.head === verb && /^nsubj/.test(w.deprel));

/** "condemned Mali and Niger's cooperation": a noun is coordinated with the verb's object, not with the verb. */
function giveToObject(words: Draft[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.deprel !== 'conj' || !NOMINAL.has(word.upos) || words[word.head]?.upos !== 'VERB') continue;
    if (words.some((w) => w.head === i && /^(?:nsubj|cop|aux|obj|ccomp|orphan)/.test(w.deprel))) continue;
    const object = words.findLastIndex((w, k) => k < i && k > word.head && w.head === word.head && w.deprel === 'obj');
    if (object >= 0) word.head = object;
  }
}

/** "Arming rebels “is going to hurt Mali,” she said": the gerund before a finite clause that has no subject is its subject. */
function giveSubject(words: Draft[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.deprel !== 'advcl' || word.xpos !== 'VBG' || word.head <= i) continue;
    if (words.some((w) => w.head === i && /^(?:mark|case|nsubj)/.test(w.deprel))) continue;
    const content = words.findIndex((w, k) => k > i && w.head === word.head && w.deprel === 'ccomp');
    if (content < 0 || words.some((w) => w.head === content && /^[nc]subj|expl/.test(w.deprel))) continue;
    const first = words.find((w, k) => k > i && w.head === content && w.upos !== 'PUNCT');
    if (!first || !/^(?:aux|cop)/.test(first.deprel)) continue;
    word.head = content;
    word.deprel = 'csubj';
  }
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP']);

/** "…, said the army": a finite verb between its content and a noun, without a subject, has the noun as its subject. */
function giveSpeaker(words: Draft[]): void {
  for (let v = 1; v < words.length - 1; v++) {
    const verb = words[v]!;
    if (verb.upos !== 'VERB' || !FINITE.has(verb.xpos)) continue;
    const own = (relation: RegExp, from: number, to: number) =>
      words.findIndex((w, i) => i >= from && i < to && w.head === v && relation.test(w.deprel));
    if (own(/^ccomp/, 0, v) < 0 || own(/^[nc]subj|^expl/, 0, words.length) >= 0) continue;
    const object = own(/^(?:obj|iobj)/, v + 1, words.length);
    if (object >= 0 && NOMINAL.has(words[object]!.upos)) words[object]!.deprel = 'nsubj';
  }
}

const CALLS = /^call(?:s|ed|ing)?$/i;
const ON = /^(?:on|upon|for)$/i;

/** Verbs with a particle whose content may be a gerund. */
const OF_GERUNDS =
  /^(?:rul(?:e|es|ed|ing) out|(?:giv(?:e|es|en|ing)|gave) up|(?:keeps?|kept|keeping|goes|go|went|gone|going) on|put(?:s|ting)? off)$/i;

/** "did not rule out sending troops": the gerund right behind is what they do not rule out. */
function takeGerund(words: Draft[], particle: number, verb: number): void {
  const next = words[particle + 1];
  if (next?.deprel !== 'advcl' || next.xpos !== 'VBG' || next.head !== verb) return;
  if (OF_GERUNDS.test(`${words[verb]!.form} ${words[particle]!.form}`)) next.deprel = 'xcomp';
}

/**
 * "took in refugees": what follows a particle without a preposition is the object. "called on both sides": there "on" is a
 * preposition of what follows.
 */
function settleParticles(words: Draft[]): void {
  for (let i = 1; i < words.length - 1; i++) {
    const particle = words[i]!;
    const verb = particle.head;
    if (particle.deprel !== 'compound:prt' || verb < 0 || verb >= i) continue;
    takeGerund(words, i, verb);
    const object = words.findIndex((w, k) => k > i && w.head === verb && /^(?:obj|obl)$/.test(w.deprel));
    if (object < 0 || words.some((w) => w.head === object && w.deprel === 'case')) continue;
    if (CALLS.test(words[verb]!.form) && ON.test(particle.form)) {
      particle.head = object;
      particle.deprel = 'case';
      words[object]!.deprel = 'obl';
    } else if (!words.some((w) => w.head === verb && w.deprel === 'obj')) words[object]!.deprel = 'obj';
  }
}

/** "condemned the raid, stating on Monday that it was …": a clause with "that" completes the nearest verb that has no content yet. */
function giveContent(words: Draft[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    if (word.deprel !== 'advcl' || word.head >= i || word.head < 0) continue;
    const mark = words.findIndex((w) => w.head === i && w.deprel === 'mark' && w.form.toLowerCase() === 'that');
    // A mark behind its clause is the parser's slip; the clause would complete itself.
    if (mark < 0 || mark > i || /^(?:so|such|in|now|given|provided)$/i.test(words[mark - 1]?.form ?? '')) continue;
    const verb = words.findLastIndex(
      (w, k) => k < mark && w.upos === 'VERB' && w.xpos === 'VBG' && w.head === word.head && w.deprel === 'advcl',
    );
    if (verb < 0 || words.some((w) => w.head === verb && /^(?:ccomp|obj)/.test(w.deprel))) continue;
    word.head = verb;
    word.deprel = 'ccomp';
  }
}

const WITH_GENERAL =
  /^(?:director|secretary|attorney|consul|governor|inspector|auditor|solicitor|surgeon|prosecutor)$/i;

/** "director general of the ministry": an adjective behind its noun, which has what stands behind. */
function putGeneral(words: Draft[]): void {
  for (let i = 1; i < words.length; i++) {
    const [office, general] = [words[i - 1]!, words[i]!];
    if (general.form !== 'general' || !WITH_GENERAL.test(office.form)) continue;
    if (general.head === office.head || office.head === i) {
      if (office.head === i) Object.assign(office, { head: general.head, deprel: general.deprel });
      for (const word of words) if (word.head === i) word.head = i - 1;
    } else if (general.head !== i - 1) continue;
    Object.assign(general, { head: i - 1, deprel: 'amod' });
  }
}

const GIVES =
  /^(?:g[ai]v(?:e|es|en|ing)|len[dt](?:s|ing)?|loan(?:s|ed|ing)?|grant(?:s|ed|ing)?|offer(?:s|ed|ing)?|pa(?:y|ys|id|ying)|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|sen[dt](?:s|ing)?|award(?:s|ed|ing)?|ow(?:e|es|ed|ing))$/i;

/** "lent Mali 50 million dollars": a name between such a verb and the sum receives it, and is no part of the sum. */
function giveReceiver(words: Draft[]): void {
  for (let i = 1; i < words.length - 1; i++) {
    const [verb, name, next] = [words[i - 1]!, words[i]!, words[i + 1]!];
    if (name.upos !== 'PROPN' || name.deprel !== 'compound' || next.upos !== 'NUM' || !GIVES.test(verb.form)) continue;
    let sum = name.head;
    while (sum > i && words[sum]!.head > sum && words[sum]!.deprel !== 'obj') sum = words[sum]!.head;
    if (sum <= i || words[sum]!.deprel !== 'obj' || words[sum]!.head !== i - 1) continue;
    Object.assign(name, { head: i - 1, deprel: 'iobj' });
  }
}

/** "appealed to Mali to mediate": of two words "to" that mark one verb, the first is the preposition of the name behind it. */
function settleTo(words: Draft[]): void {
  const isMark = (w: Draft): boolean => w.deprel === 'mark' && w.form.toLowerCase() === 'to';
  for (let i = 0; i < words.length - 2; i++) {
    const verb = words[i]!.head;
    if (!isMark(words[i]!) || verb < i) continue;
    const second = words.findIndex((w, k) => k > i + 1 && k < verb && w.head === verb && isMark(w));
    const name = words.findLastIndex((w, k) => k > i && k < second && NOMINAL.has(w.upos) && !isUnder(words, k, verb));
    if (name < 0 || words.some((w) => w.head === name && w.deprel === 'case')) continue;
    Object.assign(words[i]!, { head: name, deprel: 'case' });
  }
}

/** "Roe Doe, Jane Poe": what goes on with a name right before it is no part of a name beyond the comma. */
function keepNames(words: Draft[]): void {
  for (let i = 1; i < words.length; i++) {
    const [before, word] = [words[i - 1]!, words[i]!];
    if (word.deprel !== 'flat' || word.head >= i - 1 || before.upos !== 'PROPN' || word.upos !== 'PROPN') continue;
    const first = before.deprel === 'flat' ? before.head : i - 1;
    if (words.slice(word.head, i).some((w) => w.form === ',') && first > word.head) word.head = first;
  }
}

const TELLS =
  /^(?:told|asked|ordered|urged|begged|implored|instructed|directed|invited|advised|warned|forced|compelled|persuaded)$/i;

/** "was told by Mali to withdraw", "the king plans to abdicate": whoever is told, or acts, is to do it. */
function tellTo(words: Draft[]): void {
  for (const [i, word] of words.entries()) {
    const verb = words[word.head];
    if (!verb || word.head >= i) continue;
    const isPassive = words.some((w) => w.head === word.head && w.deprel === 'aux:pass');
    const hasObject = words.some((w, k) => w.head === word.head && k > word.head && k < i && /^i?obj/.test(w.deprel));
    const isTold = word.deprel === 'advcl' && (isPassive || hasObject) && TELLS.test(verb.form);
    if (!isTold && !(word.deprel === 'acl' && verb.upos === 'VERB')) continue;
    const to = words.findIndex((w) => w.head === i && w.deprel === 'mark' && w.form.toLowerCase() === 'to');
    if (to < 0 || /^order$/i.test(words[to - 1]?.form ?? '')) continue;
    word.deprel = 'xcomp';
  }
}

/** "ordered diplomats out of the country": where somebody is made to go belongs to the verb, not to who goes. */
function leadOut(words: Draft[]): void {
  for (const [i, word] of words.entries()) {
    const object = words[word.head];
    if (word.deprel !== 'nmod' || object?.deprel !== 'obj' || word.head >= i) continue;
    const out = words.findIndex((w) => w.head === i && w.deprel === 'case' && w.form.toLowerCase() === 'out');
    if (out === word.head + 1) Object.assign(word, { head: object.head, deprel: 'obl' });
  }
}

const DENIES =
  /^(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|refut|disput|rebut|rebuff|contradict|disavow|repudiat)(?:s|es|t?ed|t?ing|e)?)$/i;

/** What a speaker does with words, in the past: nobody denies it of himself in the same breath. */
const SPOKE =
  /^(?:said|told|vowed|pledged|promised|swore|threatened|warned|cautioned|accused|blamed|condemned|denounced|criti[cs]i[sz]ed|slammed|blasted|lambasted|decried|deplored|urged|called|demanded|appealed|insisted|stressed|reiterated|reaffirmed|maintained|added|argued|described|declared|dismissed|rejected|countered|protested|challenged)$/i;

/** The verb of denying whose content `verb` is: its clause, its gerund, or the clause of its object ("rejected the claim that"). */
function denialOver(words: readonly Draft[], verb: number): number {
  const { deprel, head } = words[verb]!;
  if (head < 0 || !/^(?:ccomp|xcomp|advcl|acl)$/.test(deprel)) return -1;
  const noun = words[head]!;
  const over = deprel === 'acl' && noun.deprel === 'obj' ? noun.head : head;
  return over >= 0 && over < verb && words[over]!.upos === 'VERB' && DENIES.test(words[over]!.form) ? over : -1;
}

/** "denied that it had shelled Mali and accused Niger of lies": to accuse is what the one who denies does, not what is denied. */
function leaveDenial(words: Draft[]): void {
  for (let verb = 1; verb < words.length; verb++) {
    const denial = words[verb]!.upos === 'VERB' && !SPOKE.test(words[verb]!.form) ? denialOver(words, verb) : -1;
    if (denial < 0) continue;
    const conjuncts = [...words.keys()].filter(
      (i) => i > verb && words[i]!.head === verb && words[i]!.deprel === 'conj',
    );
    const first = conjuncts.findIndex((i) => speaks(words, i));
    if (first < 0) continue;
    for (const i of conjuncts.slice(first)) words[i]!.head = denial;
  }
}

function speaks(words: readonly Draft[], i: number): boolean {
  const own = words.filter((w) => w.head === i);
  const verb = words[i]!;
  return (
    verb.upos === 'VERB' &&
    SPOKE.test(verb.form) &&
    !own.some((w) => /^(?:nsubj|aux)/.test(w.deprel) || (w.deprel === 'cc' && !/^(?:and|but)$/i.test(w.form)))
  );
}

const CHARGES =
  /^(?:accus|suspect|convict|acquit|inform|notif|assur|remind|strip|depriv|rob|clear)(?:e|es|s|ed|ies|ied|ing|bed|bing|ped|ping)?$/i;

/** "accused Mali of lies": what stands with "of" right behind a name is what it is accused of, and no part of the name. */
function giveCharge(words: Draft[]): void {
  for (let i = 2; i < words.length; i++) {
    const name = words[i - 1]!;
    const verb = words[name.head];
    if (words[i]!.form.toLowerCase() !== 'of' || words[i]!.deprel !== 'case' || name.upos !== 'PROPN') continue;
    const charge = words[i]!.head;
    if (charge <= i || words[charge]!.head !== i - 1 || words[charge]!.deprel !== 'nmod') continue;
    if (words[charge]!.upos === 'PROPN' || name.deprel !== 'obj' || !CHARGES.test(verb?.form ?? '')) continue;
    Object.assign(words[charge]!, { head: name.head, deprel: 'obl' });
  }
}
