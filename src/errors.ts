/** Bad input: what, where, and what to do, in one line. Shown to people as it is. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Knowledge or the program itself is broken: a code for looking it up, and one line. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}
