/** Told as history: more than a year before the news. */
import type { Article, Tree, When } from '../nouns.ts';
import { caseOf, dependents, headOf, isRel, isUnder } from '../tree.ts';
import { isIn, type SpeechLexicon } from './lexicon.ts';

const YEAR = /^(?:1[5-9]\d\d|20\d\d)$/;
const DECADE = /^(1[5-9]\d|20\d)0['’]?s$/;

/** The last year that a word names: "1988", or of "1970s" the end. */
function lastYear(form: string): number | null {
  const decade = DECADE.exec(form);
  if (decade) return Number(`${decade[1]}9`);
  return YEAR.test(form) ? Number(form) : null;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

function dayAYearBefore(date: string): string {
  return `${String(yearOf(date) - 1).padStart(4, '0')}${date.slice(4)}`;
}

/** The clause that a word stands in: up to the nearest clause with a tense of its own. */
function clauseOf(tree: Tree, word: number): number {
  let at = word;
  for (let step = 0; step < tree.words.length; step++) {
    const head = headOf(tree, at);
    const own = tree.words[at]!;
    const bare = isRel(own, 'advcl') && own.xpos === 'VBG';
    if (!head || (!bare && isRel(own, 'ccomp', 'acl', 'advcl', 'parataxis', 'conj'))) return at;
    at = head.index;
  }
  return at;
}

const PAST_CENTURY = /^(?:last|past|previous|1[5-9]th|20th|(?:eigh|nine)teenth|twentieth)$/;

const DATING = ['obl', 'nmod', 'nummod', 'dep', 'advmod'];

/** A year in the predicate's own clause, or before the noun that it is ("the 1968 assassination"). */
function yearWith(tree: Tree, word: number): { year: number; form: string } | null {
  const top = clauseOf(tree, word);
  for (const w of tree.words) {
    const year = lastYear(w.form);
    if (year === null) continue;
    const before = w.head === word && isRel(w, 'compound', 'nummod', 'amod');
    if (before || (clauseOf(tree, w.index) === top && isRel(w, ...DATING))) return { year, form: w.form };
  }
  return null;
}

/** The years in which a sentence sets something: "in 1937", "of the 1930s". */
export function yearsIn(tree: Tree): number[] {
  return tree.words.flatMap((w) => {
    const year = isRel(w, 'obl', 'nmod') ? lastYear(w.form) : null;
    return year === null ? [] : [year];
  });
}

/** "decades ago", "two years ago". */
function longAgo(tree: Tree, word: number, lexicon: SpeechLexicon): string | null {
  const top = clauseOf(tree, word);
  for (const w of tree.words) {
    if (w.lemma !== 'ago' || w.index === 0 || !isUnder(tree, w.index, top)) continue;
    const unit = tree.words[w.index - 1]!;
    const count = dependents(tree, unit.index, 'nummod')[0]?.lemma;
    if (isIn(lexicon, 'long-time', unit.lemma)) return `${unit.form} ago`;
    if (unit.lemma === 'year' && unit.xpos === 'NNS') return `${count ?? ''} ${unit.form} ago`.trim();
  }
  return null;
}

/** Two years back, or last year once spring has passed: then most of that year is more than a year away. */
const isPast = (year: number, date: string): boolean =>
  year < yearOf(date) - 1 || (year === yearOf(date) - 1 && date.slice(5, 7) >= '07');

function sinceThen(tree: Tree, word: number): boolean {
  return dependents(tree, word, 'obl').some((w) => caseOf(tree, w.index) === 'since');
}

/** "the 70th anniversary of the bombing": what is remembered is as old as the number says; a first one is a year old at most. */
function remembered(tree: Tree, word: number): string | null {
  const above = headOf(tree, word);
  if (above?.lemma !== 'anniversary' || caseOf(tree, word) !== 'of') return null;
  const first = dependents(tree, above.index, 'amod', 'nummod').some((w) => ['first', '1st'].includes(w.lemma));
  return first ? null : `${above.form} of the ${tree.words[word]!.form}`;
}

/** "two decades since the bombing", "70 years since the city was hit": what is counted from is as old as the number says. */
function countedFrom(tree: Tree, word: number, lexicon: SpeechLexicon): string | null {
  const top = clauseOf(tree, word);
  for (const at of new Set([word, top])) {
    const since = dependents(tree, at, 'case', 'mark').find((m) => m.lemma === 'since');
    const unit = since && tree.words[since.index - 1];
    if (unit?.xpos === 'NNS' && (unit.lemma === 'year' || isIn(lexicon, 'long-time', unit.lemma)))
      return `${unit.form} since`;
  }
  return null;
}

/** "which invaded others in the past": not "in the past week". */
function inThePast(tree: Tree, word: number): string | null {
  const isPastTense = [tree.words[word]!, ...dependents(tree, word, 'aux')].some((w) => w.xpos === 'VBD');
  const past = dependents(tree, word, 'obl').find((w) => w.lemma === 'past' && caseOf(tree, w.index) === 'in');
  return past && isPastTense ? `in the ${past.form}` : null;
}

/** "during the Korean War": a time gone by, named with the capital that such names have. */
function inBygoneTime(tree: Tree, word: number, lexicon: SpeechLexicon): string | null {
  const top = clauseOf(tree, word);
  for (const w of tree.words) {
    if (!/^\p{Lu}/u.test(w.form) || !isIn(lexicon, 'historical-noun', w.form.toLowerCase())) continue;
    const name = dependents(tree, w.index, 'compound', 'amod', 'flat', 'nmod');
    if (!name.some((n) => isIn(lexicon, 'bygone', n.form.toLowerCase()))) continue;
    const during = isIn(lexicon, 'during', caseOf(tree, w.index) ?? '');
    if (during && clauseOf(tree, w.index) === top && isRel(w, 'obl', 'nmod')) return w.form;
  }
  return null;
}

/** "in the last century", "in the 19th century": not "at the turn of the century". */
function inCentury(tree: Tree, word: number): string | null {
  const top = clauseOf(tree, word);
  for (const w of tree.words) {
    if (w.lemma !== 'century' || caseOf(tree, w.index) !== 'in' || !isRel(w, 'obl', 'nmod')) continue;
    const mark = dependents(tree, w.index, 'amod').find((m) => PAST_CENTURY.test(m.form.toLowerCase()));
    if (mark && clauseOf(tree, w.index) === top) return `${mark.form} ${w.form}`;
  }
  return null;
}

/** Why it is told as history, or null. */
export function readHistory(
  tree: Tree,
  word: number,
  article: Article,
  when: When | null,
  lexicon: SpeechLexicon,
): string | null {
  const old =
    remembered(tree, word) ??
    countedFrom(tree, word, lexicon) ??
    inThePast(tree, word) ??
    inCentury(tree, word) ??
    inBygoneTime(tree, word, lexicon);
  if (old) return `"${old}" tells of a time gone by`;
  if (!article.date) return null;
  const limit = dayAYearBefore(article.date);
  if (when && !when.implied)
    return when.to < limit ? `${when.from} to ${when.to} is more than a year before the news` : null;
  const found = yearWith(tree, word);
  if (found && !sinceThen(tree, word) && isPast(found.year, article.date))
    return `${found.form} is more than a year before the news`;
  const ago = longAgo(tree, word, lexicon);
  return ago ? `"${ago}" is more than a year before the news` : null;
}
