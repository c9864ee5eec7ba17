/** A sentence with its words marked: actor, what, recipient, speaker, time. Its characters stay as they were printed. */
import type { ReportRow } from '../../../src/rows.ts';
import { shown } from '../words.ts';

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly kind: 'actor' | 'what' | 'recipient' | 'speaker' | 'time' | 'quote';
  readonly title?: string;
  /** Where pressing it leads. */
  readonly href?: string;
}

/** Marks that do not cross; where two would, the one named first stays. */
export function layOut(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks)
    if (mark.to > mark.from && !kept.some((k) => mark.from < k.to && k.from < mark.to)) kept.push(mark);
  return kept.sort((a, b) => a.from - b.from);
}

function wordsAt(sentence: ReportRow['sentence'], words: string | null): { from: number; to: number } | null {
  if (!words) return null;
  const at = sentence.text.indexOf(words);
  return at < 0 ? null : { from: sentence.from + at, to: sentence.from + at + words.length };
}

/** Marks of a report, by offsets in the article. */
export function marksOf(report: ReportRow): Mark[] {
  const { sentence, cue, actors, recipients, said, when } = report;
  const here = (from: number, to: number) => from >= sentence.from && to <= sentence.to;
  const party = (kind: 'actor' | 'recipient', p: ReportRow['actors'][number]): Mark[] =>
    p.part === sentence.part && here(p.from, p.to)
      ? [{ from: p.from, to: p.to, kind, title: `${kind}: ${p.name}` }]
      : [];
  const speakers = said.flatMap((s): Mark[] => {
    const at = wordsAt(sentence, s.text);
    return at ? [{ ...at, kind: 'speaker', title: `speaker: ${s.name ?? s.text}` }] : [];
  });
  const time = wordsAt(sentence, when && !when.implied ? when.text : null);
  return layOut([
    ...(here(cue.from, cue.to) ? [{ from: cue.from, to: cue.to, kind: 'what' as const, title: 'what' }] : []),
    ...actors.flatMap((p) => party('actor', p)),
    ...recipients.flatMap((p) => party('recipient', p)),
    ...speakers,
    ...(time ? [{ ...time, kind: 'time' as const, title: 'time' }] : []),
  ]);
}

/** `text` begins at `base` of the article. */
export function MarkedText({
  text,
  base,
  marks,
}: {
  readonly text: string;
  readonly base: number;
  readonly marks: readonly Mark[];
}) {
  const pieces = [];
  let at = base;
  for (const { from, to, kind, title, href } of marks) {
    if (from > at) pieces.push(shown(text.slice(at - base, from - base)));
    const words = (
      <mark class={`m m-${kind}`} title={href ? undefined : title}>
        {shown(text.slice(from - base, to - base))}
      </mark>
    );
    pieces.push(
      href ? (
        <a key={from} class="m-link" href={href} title={`${title ?? kind}: why it was read so`}>
          {words}
        </a>
      ) : (
        words
      ),
    );
    at = to;
  }
  pieces.push(shown(text.slice(at - base)));
  return <bdi>{pieces}</bdi>;
}

/** Of a "sentence" without end, so many characters about what was done are shown. */
const LONGEST = 3000;

export function MarkedSentence({ report }: { readonly report: ReportRow }) {
  const { sentence, cue } = report;
  const { text, from } = sentence;
  if (text.length <= LONGEST) return <MarkedText text={text} base={from} marks={marksOf(report)} />;
  const at = Math.min(Math.max(0, cue.from - from - LONGEST / 2), text.length - LONGEST);
  const marks = marksOf(report).filter((mark) => mark.from >= from + at && mark.to <= from + at + LONGEST);
  return (
    <>
      {at > 0 && '… '}
      <MarkedText text={text.slice(at, at + LONGEST)} base={from + at} marks={marks} />
      {at + LONGEST < text.length && ' …'}
    </>
  );
}

export function MarkKey() {
  return (
    <p class="mark-key">
      <mark class="m m-actor">actor</mark> <mark class="m m-what">what</mark>{' '}
      <mark class="m m-recipient">recipient</mark> <mark class="m m-speaker">speaker</mark>{' '}
      <mark class="m m-time">time</mark>
    </p>
  );
}
