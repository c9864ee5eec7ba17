/** Events as lines: day, who did what to whom, status, origins. Pressing one opens its sentences. */
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import type { EventRow } from '../../../src/rows.ts';
import { eventCode, openEvidence } from '../evidence.ts';
import { counted, daysInWords, lineWithoutStatus, originsInWords, shown, TYPE_WORDS } from '../words.ts';
import { StatusMark } from './status.tsx';

/** Two lines are seen of it; the rest is in the evidence. */
const SHOWN = 600;

const isConflict = (event: EventRow): boolean => event.quad.endsWith('conflict');

export function EventItem({ event }: { readonly event: EventRow }) {
  const { denied, affirmed } = event;
  const id = useId();
  return (
    <li class={isConflict(event) ? 'event is-conflict' : 'event is-cooperation'}>
      <button
        type="button"
        class="event-open"
        aria-labelledby={`${id}-line ${id}-day ${id}-meta`}
        aria-describedby={`${id}-told`}
        onClick={() => openEvidence(eventCode(event.id))}
      >
        <span class="event-day" id={`${id}-day`}>
          {daysInWords(event.from, event.to)}
        </span>
        <span class="event-line" id={`${id}-line`}>
          {shown(lineWithoutStatus(event))}
        </span>
        <span class="event-told" id={`${id}-told`}>
          <bdi>{shown(event.told.text.slice(0, SHOWN))}</bdi>
        </span>
        <span class="event-meta" id={`${id}-meta`}>
          <StatusMark status={event.status} />
          <span title={TYPE_WORDS[event.type]?.meaning}>{event.quad}</span>
          <span>{originsInWords(event.origins)}</span>
          {event.reports > event.origins && <span>{counted(event.reports, 'report')}</span>}
          {denied > 0 && affirmed > 0 && <span class="also-denied">also denied</span>}
        </span>
      </button>
    </li>
  );
}

interface EventListProps {
  readonly events: readonly EventRow[];
  readonly list?: Ref<HTMLOListElement>;
}

export function EventList({ events, list }: EventListProps) {
  return (
    <ol class="event-list" ref={list}>
      {events.map((event) => (
        <EventItem key={event.id} event={event} />
      ))}
    </ol>
  );
}
