import { readFileSync } from 'node:fs';
import { KnowledgeError } from '../errors.ts';
import { type LemmaData, loadParser, type Parser } from './index.ts';

const MODEL = new URL('../../data/model.bin', import.meta.url);
const LEMMAS = new URL('../../data/model.lemmas.json', import.meta.url);

/** The parser that comes with the package. */
export function loadParserFromPackage(): Parser {
  try {
    return loadParser(readFileSync(MODEL), JSON.parse(readFileSync(LEMMAS, 'utf8')) as LemmaData);
  } catch (error) {
    if (error instanceof KnowledgeError) throw error;
    throw new KnowledgeError(
      'K013',
      `cannot read the parser's model (${(error as Error).message}); fetch the package again`,
    );
  }
}
