/** One event: who reportedly did what to whom, all its sentences, who affirms and who denies, why they were joined. */
import { useState } from 'preact/hooks';
import type { EventView } from '../../../src/rows.ts';
import { actorPath, relationPath } from '../../../src/server/addresses.ts';
import { ask, recordChanged, useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { eventCode, openEvidence, reportsCode } from '../evidence.ts';
import { PlaceMap } from '../parts/map.tsx';
import { Measures } from '../parts/measures.tsx';
import { ReportItem } from '../parts/report-item.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { StatusMark } from '../parts/status.tsx';
import { useTitle } from '../title.ts';
import {
  counted,
  dayInWords,
  daysInWords,
  lineWithoutStatus,
  originsInWords,
  shown,
  signed,
  sourceName,
  speakerInWords,
  TYPE_WORDS,
  typeNoun,
} from '../words.ts';

export function EventPage({ id }: PageProps) {
  const { data: view, trouble } = useAnswer<EventView>(`/events/${encodeURIComponent(id)}`);
  useTitle(view ? lineWithoutStatus(view.event) : '');
  if (trouble) return <Failed trouble={trouble} whole />;
  if (!view) return <Loading />;
  return (
    <div class="page with-side">
      <div class="column">
        <EventHead view={view} />
        <section aria-labelledby="told">
          <h2 id="told">All its sentences</h2>
          <ol class="report-list">
            {view.reports.map((report) => (
              <ReportItem key={report.id} report={report} withEvent={false} />
            ))}
          </ol>
        </section>
        <Measures measures={[]} findings={view.findings} />
      </div>
      <aside class="side" aria-label="Who says so">
        <WherePlaced view={view} />
        <Sides view={view} />
        <Joined view={view} />
      </aside>
    </div>
  );
}

/** The first place among the reports, one with coordinates before one without. */
function placeOf({ reports, where }: EventView): EventView['where'] {
  return reports.map((report) => report.where).find((w) => w?.lat != null && w.lon != null) ?? where;
}

function WherePlaced({ view }: { readonly view: EventView }) {
  const place = placeOf(view);
  if (place?.lat == null || place.lon == null) return null;
  return <PlaceMap lat={place.lat} lon={place.lon} name={shown(place.name)} />;
}

/** Lines with more letters than this are set smaller. */
const LONG_LINE = 90;

function EventHead({ view }: { readonly view: EventView }) {
  const { event } = view;
  const where = placeOf(view);
  const parties = [...event.actors, ...event.recipients].filter(
    (p, i, all) => all.findIndex((q) => q.key === p.key) === i,
  );
  const [a, b] = [event.actors[0], event.recipients[0] ?? event.actors[1]];
  return (
    <header class="page-head">
      <p class="kicker">Event</p>
      <h1 class={lineWithoutStatus(event).length > LONG_LINE ? 'long' : undefined}>
        {shown(lineWithoutStatus(event))}
      </h1>
      <p class="event-facts">
        <StatusMark status={event.status} />
        <span>{daysInWords(event.from, event.to)}</span>
        {where && (
          <span>
            <bdi>{shown(where.name)}</bdi>
          </span>
        )}
        <button type="button" class="plain" onClick={() => openEvidence(eventCode(event.id))}>
          {counted(event.reports, 'report')}, {originsInWords(event.origins)}
        </button>
      </p>
      <p class="quiet">
        Coded {event.type}
        {event.mode && `, ${event.mode}`}: {TYPE_WORDS[event.type]?.meaning}{' '}
        {event.quad.charAt(0).toUpperCase() + event.quad.slice(1)},{' '}
        <button type="button" class="number" onClick={() => openEvidence(eventCode(event.id))}>
          intensity {signed(event.intensity)}
        </button>{' '}
        on PLOVER’s scale of −10 to +10.
      </p>
      <p class="parties">
        {parties.map((party) => (
          <a key={party.key} href={actorPath(party.key)}>
            <bdi>{shown(party.name)}</bdi>
          </a>
        ))}
        {a?.country && b?.country && a.country !== b.country && (
          <a href={relationPath(a.country, b.country)}>The relation of the two</a>
        )}
      </p>
    </header>
  );
}

interface SideLine {
  readonly name: string;
  readonly source: string | null;
  readonly reports: string[];
}

/** Who says it, each once: speakers by name, articles that say it themselves by where they were printed. */
function sideLines(sides: EventView['affirms'], reports: EventView['reports']): SideLine[] {
  const lines = new Map<string, SideLine>();
  for (const { by, report } of sides) {
    const source = reports.find((r) => r.id === report)?.source;
    const key = by ? `by ${speakerInWords(by)}` : `in ${source?.article}`;
    const known = lines.get(key);
    if (known) known.reports.push(report);
    else
      lines.set(key, {
        name: by ? speakerInWords(by) : source ? sourceName(source) : 'An article',
        source: by
          ? null
          : ['in its own words', source?.published && dayInWords(source.published)].filter(Boolean).join(', '),
        reports: [report],
      });
  }
  return [...lines.values()];
}

interface SideListProps {
  readonly title: string;
  readonly sides: EventView['affirms'];
  readonly reports: EventView['reports'];
}

function SideList({ title, sides, reports }: SideListProps) {
  return (
    <>
      <h2>{title}</h2>
      {sides.length === 0 && <p class="quiet">Nobody in the record.</p>}
      <ul class="sides">
        {sideLines(sides, reports).map((line) => (
          <li key={line.reports[0]}>
            <button type="button" class="finding small" onClick={() => openEvidence(reportsCode(line.reports))}>
              <bdi>{shown(line.name)}</bdi>
              {line.reports.length > 1 && `, ${line.reports.length} times`}
            </button>{' '}
            {line.source && <span class="quiet">{line.source}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

const Sides = ({ view }: { readonly view: EventView }) => (
  <section>
    <SideList title="Who affirms it" sides={view.affirms} reports={view.reports} />
    <SideList title="Who denies it" sides={view.denies} reports={view.reports} />
  </section>
);

/** "both ASSAULT" as "both attacks", "AID beside COOPERATE" as "material aid beside act of cooperation". */
const inPlainWords = (reason: string): string =>
  reason
    .replace(/\bboth ([A-Z]{3,})\b/g, (_, type: string) => `both ${typeNoun(type, true)}`)
    .replace(/\b[A-Z]{3,}\b/g, (word) => (TYPE_WORDS[word] ? typeNoun(word) : word));

function Joined({ view }: { readonly view: EventView }) {
  const [said, setSaid] = useState('');
  const first = view.joins.find((join) => join.score === 1)?.report ?? view.reports[0]?.id;
  if (view.joins.length < 2 || !first) return null;
  const part = async (report: string) => {
    try {
      await ask('/judgements', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ a: first, b: report, same: false }),
      });
      setSaid('Kept. The events were joined anew.');
      recordChanged();
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section>
      <h2>Why these were joined</h2>
      <ul class="joins">
        {view.joins.map(({ report, reason }) => (
          <li key={report}>
            <button type="button" class="plain" onClick={() => openEvidence(reportsCode([report]))}>
              {shown(inPlainWords(reason))}
            </button>
            {report !== first && (
              <button type="button" class="apart no-print" onClick={() => part(report)}>
                Not the same
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" class="quiet">
        {said}
      </p>
    </section>
  );
}
