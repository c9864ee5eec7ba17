/** Dictionary forms: an exception table, then rules whose result for verbs must be a verb that the list knows. */

export interface LemmaData {
  /** Verbs in their dictionary form, one string, separated by spaces. */
  readonly verbs: string;
  /** By part of speech ("VERB", "NOUN" …): form in small letters to lemma. */
  readonly exceptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type Lemmatizer = (form: string, upos: string, xpos: string) => string;

const VOWELS = /[aeiouy]/;

function verbCandidates(w: string): string[] {
  if (w.endsWith('ies')) return [`${w.slice(0, -3)}y`, w.slice(0, -1)];
  if (w.endsWith('es')) return [w.slice(0, -1), w.slice(0, -2)];
  if (w.endsWith('s') && !w.endsWith('ss')) return [w.slice(0, -1)];
  if (w.endsWith('ied')) return [`${w.slice(0, -3)}y`, w.slice(0, -1)];
  const stem = w.endsWith('ing') ? w.slice(0, -3) : w.endsWith('ed') ? w.slice(0, -2) : null;
  if (stem === null || !VOWELS.test(stem)) return [];
  const doubled = stem.length > 3 && stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...doubled];
}

/** Without a list that knows the verb: "-ing" and "-ed" go, a doubled consonant too. */
function guessVerb(w: string, candidates: readonly string[]): string {
  const stem = candidates[0];
  if (stem === undefined) return w;
  if (
    /(?:[^aeiou][aeiou][^aeiouwxy]|[aeiou]{2}[vsz]|[^aeiou]?[aeiou](?:g|c|s|v|z|u))$/.test(stem) &&
    !/(?:er|en|on|al|el|et|it|or|ar)$/.test(stem) &&
    /(?:ing|ed)$/.test(w)
  ) {
    return candidates[1]!;
  }
  return candidates[2] && !/(?:ll|ss|zz|ff)$/.test(stem) ? candidates[2] : stem;
}

function nounLemma(w: string): string {
  if (w.length < 4 || !w.endsWith('s') || /(?:ss|us|is)$/.test(w)) return w;
  if (w.endsWith('ies') && w.length > 4) return `${w.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(w)) return w.slice(0, -2);
  return w.slice(0, -1);
}

/** Makes the lemmatiser; it keeps case for names, and lower-cases everything else. */
export function makeLemmatizer(data: LemmaData): Lemmatizer {
  const verbs = new Set(data.verbs.split(' '));
  const tables = new Map(
    Object.entries(data.exceptions).map(([upos, table]) => [upos, new Map(Object.entries(table))]),
  );
  const cache = new Map<string, string>();
  const verb = (w: string): string => {
    const candidates = verbCandidates(w);
    // A short vowel before one consonant would have doubled it: "staged" is of "stage", not of "stag".
    if (/(?:ing|ed)$/.test(w) && /[^aeiou][aeiou][^aeiouwxy]$/.test(candidates[0] ?? '') && verbs.has(candidates[1]!))
      return candidates[1]!;
    return candidates.find((c) => verbs.has(c)) ?? (verbs.has(w) ? w : guessVerb(w, candidates));
  };
  const compute = (form: string, upos: string, xpos: string): string => {
    const lower = form.toLowerCase().replace(/[’‘]/g, "'");
    const known = tables.get(upos)?.get(lower);
    if (known !== undefined) return known;
    if (upos === 'VERB' || upos === 'AUX') return xpos === 'VB' || xpos === 'VBP' ? lower : verb(lower);
    if (upos === 'NOUN') return xpos === 'NN' ? lower : nounLemma(lower);
    if (upos === 'PROPN') return xpos === 'NNPS' ? keepCase(form, nounLemma(lower)) : form;
    if (upos === 'PUNCT' || upos === 'SYM' || upos === 'X') return form;
    return lower;
  };
  return (form, upos, xpos) => {
    const key = `${form} ${upos} ${xpos}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const lemma = compute(form, upos, xpos);
    if (cache.size > 50_000) cache.clear();
    cache.set(key, lemma);
    return lemma;
  };
}

const keepCase = (form: string, lower: string): string =>
  form.slice(0, lower.length).toLowerCase() === lower ? form.slice(0, lower.length) : lower;
