/** Answers that are kept while the record stays as it is; the least asked for go first. */
export class KeptAnswers<T> {
  readonly #most: number;
  readonly #answers = new Map<string, Promise<T>>();
  #version = -1;

  /** `most`: answers at most. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The answer kept for `key` at this version of the record, or the one that `make` gives now. A failure is not kept. */
  get(version: number, key: string, make: () => Promise<T>): Promise<T> {
    if (version !== this.#version) this.#answers.clear();
    this.#version = version;
    const answer = this.#answers.get(key) ?? make();
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    if (this.#answers.size > this.#most) this.#answers.delete(this.#answers.keys().next().value!);
    return answer;
  }
}
