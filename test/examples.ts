/** Runs the lexicon's examples through the real tokeniser, parser and matcher; the parties are those that the marks name. */
import type { Example } from '../src/events/compile.ts';
import { findEvents, makeLexicon } from '../src/events/index.ts';
import { type Marked, mentionsOf, readMarked, treeWithCue } from '../src/events/marked.ts';
import { readWrittenLexicon } from '../src/events/written.ts';
import type { EventCandidate, Mention, Tree } from '../src/nouns.ts';
import { loadParserFromPackage } from '../src/parse/load.ts';
import { code } from '../src/pipeline.ts';
import { splitSentences } from '../src/text/index.ts';
import { loadTools } from '../src/tools.ts';

export interface Outcome {
  readonly example: Example;
  /** What is wrong, or null. */
  readonly failure: string | null;
  readonly found: string;
}

const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to;

const names = (list: readonly Mention[]): string => list.map((m) => m.text).join(' + ') || '?';

const describe = (events: readonly EventCandidate[]): string =>
  events.map((e) => `${names(e.actors)} ${e.rule} ${names(e.recipients)} (${e.cue.text})`).join(' | ') || 'nothing';

function faultOf(example: Example, marked: Marked, events: readonly EventCandidate[]): string | null {
  const cue = marked.marks.find((m) => m.role === 'cue')!;
  const atCue = events.filter((e) => overlaps(e.cue, cue) && e.type === example.type);
  if (!example.match) return atCue.length ? `gives ${atCue[0]!.rule}` : null;
  if (!atCue.length) return `no ${example.type} at the cue`;
  for (const mark of marked.marks) {
    if (mark.role !== 'A' && mark.role !== 'R') continue;
    const side = (e: EventCandidate) =>
      mark.role === 'A' ? e.actors : e.mutual ? [...e.actors, ...e.recipients] : e.recipients;
    const hit = atCue.some((e) => side(e).some((m) => overlaps(m, mark)));
    if (!hit)
      return `"${marked.text.slice(mark.from, mark.to)}" is not ${mark.role === 'A' ? 'an actor' : 'a recipient'}`;
  }
  return null;
}

const sentenceOf = ({ text }: Marked): string => `${text}${/[.!?"”]$/.test(text) ? '' : '.'}`;

/**
 * Codes the examples that must not match as articles, with whoever the lexicon of actors finds in them, and tells those of
 * which a report of the type is made all the same.
 */
export function runCounterExamples(prefix = ''): Outcome[] {
  const tools = loadTools();
  return readWrittenLexicon()
    .examples.filter((e) => !e.match && e.rule.startsWith(prefix))
    .map((example) => {
      const marked = readMarked(example.marked);
      const cue = marked.marks.find((m) => m.role === 'cue')!;
      const { reports } = code({ id: 'x', date: '2023-05-01', title: null, text: sentenceOf(marked) }, tools);
      const hit = reports.find((r) => overlaps(r.cue, cue) && r.type === example.type);
      return { example, failure: hit ? `as an article it gives ${hit.rule}` : null, found: describe(reports) };
    });
}

/** Runs the examples whose rule begins so. */
export function runExamples(prefix = ''): Outcome[] {
  const { data, examples } = readWrittenLexicon();
  const lexicon = makeLexicon(data);
  const parser = loadParserFromPackage();
  return examples
    .filter((e) => e.rule.startsWith(prefix))
    .map((example) => {
      const marked = readMarked(example.marked);
      const sentences = splitSentences({
        id: 'x',
        date: null,
        title: null,
        text: sentenceOf(marked),
      });
      const trees: Tree[] = parser.parse(sentences);
      const tree = treeWithCue(trees, marked);
      const events = tree ? findEvents(tree, mentionsOf(tree, marked, lexicon), lexicon) : [];
      const failure = tree ? faultOf(example, marked, events) : 'the cue stands in no sentence';
      return { example, failure, found: describe(events) };
    });
}
