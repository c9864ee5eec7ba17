/** Why a sentence was read as it was: what stands in the record of it, and the explanation of the language core. */
import type { ArticleView, ReportRow, SentenceRow } from '../../../src/rows.ts';
import { actorPath, eventPath } from '../../../src/server/addresses.ts';
import { addressOf, useAnswer } from '../api.ts';
import { daysInWords, lineOfReport, shown, speakerInWords, TYPE_WORDS } from '../words.ts';
import { marksIn, mentionsIn, reportsBySentence, statementsIn } from './article-marks.ts';
import { MarkedText } from './marked.tsx';
import { Empty, Failed, Loading } from './states.tsx';
import { StatusMark } from './status.tsx';

/** Of a "sentence" without end, so many characters are shown and explained. */
const LONGEST = 2000;

export function Why({ article, index }: { readonly article: string; readonly index: number }) {
  const { data: view, trouble } = useAnswer<ArticleView>(`/articles/${encodeURIComponent(article)}`);
  if (trouble) return <Failed trouble={trouble} />;
  if (!view) return <Loading />;
  const sentence = view.sentences.find((s) => s.index === index);
  if (!sentence) return <Empty>The article has no such sentence.</Empty>;
  const reports = reportsBySentence(view.reports).get(index) ?? [];
  const marks = marksIn(view, sentence, reports).map(({ href: _, ...mark }) => mark);
  return (
    <div class="why">
      <blockquote class="sentence">
        <MarkedText
          text={sentence.text.slice(0, LONGEST)}
          base={sentence.from}
          marks={marks.filter((mark) => mark.to <= sentence.from + LONGEST)}
        />
        {sentence.text.length > LONGEST && ' …'}
      </blockquote>
      {reports.map((report) => (
        <WhyReport key={report.id} report={report} />
      ))}
      {reports.length === 0 && <p class="quiet">No event was found in it.</p>}
      <Named view={view} sentence={sentence} />
      <Speakers view={view} sentence={sentence} />
      <Explanation view={view} sentence={sentence} />
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function WhyReport({ report }: { readonly report: ReportRow }) {
  const { cue, type, mode, rule, quad, intensity, when, said, event } = report;
  const [outer] = said;
  return (
    <section class="why-report">
      <h3>
        <StatusMark status={report.status} /> {shown(lineOfReport(report))}
      </h3>
      <p class="quiet">
        By “{shown(cue.text)}”, after the rule <code>{rule}</code>: {type}
        {mode && `, ${mode}`}. {TYPE_WORDS[type]?.meaning} {capital(quad)}, intensity {intensity}.
      </p>
      <p class="quiet">
        {outer && `Said by ${shown(speakerInWords(outer))} (“${shown(outer.cue)}”). `}
        {when
          ? `For ${daysInWords(when.from, when.to)}${when.implied ? ', the day of the news, since the sentence names none' : when.text ? `, from “${shown(when.text)}”` : ''}.`
          : 'No day is known.'}{' '}
        {event && <a href={eventPath(event)}>The event</a>}
      </p>
    </section>
  );
}

const HOW: Readonly<Record<string, string>> = {
  name: 'a name',
  nominal: 'a description',
  pronoun: 'a pronoun',
  modifier: 'an adjective',
};

interface Within {
  readonly view: ArticleView;
  readonly sentence: SentenceRow;
}

function Named({ view, sentence }: Within) {
  const mentions = mentionsIn(view, sentence);
  if (!mentions.length) return null;
  return (
    <section>
      <h3>Who is named</h3>
      <ul class="why-list">
        {mentions.map((m) => (
          <li key={`${m.from} ${m.actor?.key}`}>
            “{shown(m.text)}”{' '}
            {m.actor ? <a href={actorPath(m.actor.key)}>{shown(m.actor.name)}</a> : 'somebody not in the lists'}{' '}
            <span class="quiet">
              {HOW[m.kind] ?? m.kind}
              {m.reading === 'place' && ', here a place'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const STANCES: Readonly<Record<string, string>> = { affirms: 'affirms', denies: 'denies', doubts: 'doubts' };

function Speakers({ view, sentence }: Within) {
  const said = statementsIn(view, sentence);
  if (!said.length) return null;
  return (
    <section>
      <h3>Who says what</h3>
      <ul class="why-list">
        {said.map((s) => (
          <li key={s.id}>
            {shown(speakerInWords(s.speaker))} {STANCES[s.stance] ?? s.stance} by “{shown(s.cue)}”:{' '}
            <bdi>{shown(s.content.map((piece) => piece.text).join(' … '))}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Explained {
  readonly lines: readonly { readonly kind: 'head' | 'text' | 'dim'; readonly text: string }[];
}

/** The tree is drawn on the page of the explanation, so its lines are left out here. */
function withoutTree(lines: Explained['lines']): Explained['lines'] {
  let inTree = false;
  return lines.filter(({ kind, text }) => {
    if (kind === 'head') inTree = text === 'Tree';
    return !inTree;
  });
}

function Explanation({ view, sentence }: Within) {
  const text = sentence.text.slice(0, LONGEST);
  const asked = { sentence: text, date: view.source.published };
  const { data, trouble } = useAnswer<Explained>(addressOf('/explain', asked));
  return (
    <section class="why-full">
      <h3>The rules that were tried</h3>
      <p class="quiet">
        On the sentence by itself. <a href={addressOf('/explain', asked)}>With its tree drawn</a>
      </p>
      {trouble && <p class="quiet">{trouble.message}.</p>}
      {!data && !trouble && <Loading lines={4} />}
      {data &&
        withoutTree(data.lines).map(({ kind, text: line }, i) =>
          kind === 'head' ? (
            <h4 key={i}>{line}</h4>
          ) : (
            <p key={i} class={kind === 'dim' ? 'quiet' : ''}>
              {shown(line.trim())}
            </p>
          ),
        )}
    </section>
  );
}
