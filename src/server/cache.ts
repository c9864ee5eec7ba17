/**
 * Answers kept until the record changes. One process owns a record file, so its own writes are the only changes there are.
 */
export class Kept {
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #limit: number;
  /** Grows with every change; part of each ETag. */
  version = 0;

  constructor(limit = 200) {
    this.#limit = limit;
  }

  /** The kept answer to a question, or the one that `ask` gives now. A failure is not kept. */
  async get<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question) as Promise<T> | undefined;
    if (known) return known;
    const asked = ask();
    this.#answers.set(question, asked);
    if (this.#answers.size > this.#limit) this.#answers.delete(this.#answers.keys().next().value!);
    try {
      return await asked;
    } catch (error) {
      if (this.#answers.get(question) === asked) this.#answers.delete(question);
      throw error;
    }
  }

  /** Forgets everything: the record has changed. */
  changed(): void {
    this.version += 1;
    this.#answers.clear();
  }
}
