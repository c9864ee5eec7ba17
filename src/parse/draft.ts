/** A word whose head and relation may still change. */
export interface Draft {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  head: number;
  deprel: string;
}

/** Is a word another, or somewhere below it? */
export function isUnder(words: readonly Draft[], word: number, top: number): boolean {
  for (let at = word; at >= 0; at = words[at]!.head) if (at === top) return true;
  return false;
}
