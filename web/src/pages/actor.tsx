/** Who somebody is and was, and whom they meet. */
import type { ActorView, Counterpart } from '../../../src/rows.ts';
import { relationPath } from '../../../src/server/addresses.ts';
import { useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { betweenCode, openEvidence } from '../evidence.ts';
import { EventList } from '../parts/event-list.tsx';
import { learnNames } from '../parts/names.ts';
import { Network } from '../parts/network.tsx';
import { Quotes } from '../parts/quotes.tsx';
import { Spark } from '../parts/spark.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { useTitle } from '../title.ts';
import { actorInWords, counted, dayInWords, grouped, originsInWords, properNames, shortDay, shown } from '../words.ts';

export function ActorPage({ id }: PageProps) {
  const { data: view, trouble } = useAnswer<ActorView>(`/actors/${encodeURIComponent(id)}`);
  useTitle(view?.actor.name ?? '');
  if (trouble) return <Failed trouble={trouble} whole />;
  if (!view) return <Loading />;
  learnNames(view.actor, ...view.counterparts.map((c) => c.actor));
  const hasSide = view.offices.length + view.quotes.length > 0;
  const others = properNames(view.names, view.actor.name);
  return (
    <div class={hasSide ? 'page with-side' : 'page alone'}>
      <div class="column">
        <header class="page-head">
          <p class="kicker">{actorInWords(view.actor)}</p>
          <h1>
            <bdi>{shown(view.actor.name)}</bdi>
          </h1>
          <p class="lead">
            <button
              type="button"
              class="finding"
              onClick={() => openEvidence(betweenCode({ a: view.actor.key, b: 'any', direction: 'both' }))}
            >
              {counted(view.tally.events, 'event')}
            </button>{' '}
            with others in the record, from {originsInWords(view.tally.origins)}.
          </p>
          {others.length > 0 && <p class="quiet">Also written: {shown(others.slice(0, 12).join(', '))}.</p>}
        </header>
        <section aria-labelledby="counterparts">
          <h2 id="counterparts">Counterparts</h2>
          <ol class="counterparts">
            {view.counterparts.map((row) => (
              <CounterpartLine key={row.actor.key} id={view.actor.key} row={row} />
            ))}
          </ol>
        </section>
        <Network view={view} />
        <section aria-labelledby="actor-events">
          <h2 id="actor-events">Newest events</h2>
          <EventList events={view.events.slice(0, 20)} />
        </section>
      </div>
      {hasSide && (
        <aside class="side" aria-label="Offices and quotes">
          {view.offices.length > 0 && (
            <section>
              <h2>Offices in the record</h2>
              <ul class="offices">
                {view.offices.map(({ office, from, to }) => (
                  <li key={office + from}>
                    {shown(office)}
                    <span class="quiet">
                      {from && ` in news of ${dayInWords(from)}`}
                      {to && to !== from && ` to ${dayInWords(to)}`}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Quotes quotes={view.quotes} />
        </aside>
      )}
    </div>
  );
}

function CounterpartLine({ id, row }: { readonly id: string; readonly row: Counterpart }) {
  const { actor, events, origins, cooperation, conflict, last, points } = row;
  const open = (kind: string | null) => openEvidence(betweenCode({ a: id, b: actor.key, direction: 'both', kind }));
  return (
    <li>
      <Spark points={points} />
      <a href={relationPath(id, actor.key)}>
        <bdi>{shown(actor.name)}</bdi>
      </a>
      <span class="quiet">
        <button type="button" class="number" onClick={() => open(null)}>
          {counted(events, 'event')}
        </button>
        , <Some n={cooperation} kind="cooperation" open={open} />, <Some n={conflict} kind="conflict" open={open} />,{' '}
        {originsInWords(origins)}
        {last && `, last ${shortDay(last)}`}
      </span>
    </li>
  );
}

interface SomeProps {
  readonly n: number;
  readonly kind: string;
  readonly open: (kind: string) => void;
}

function Some({ n, kind, open }: SomeProps) {
  if (n === 0) return <>none of {kind}</>;
  return (
    <button type="button" class="number" onClick={() => open(kind)}>
      {grouped(n)} of {kind}
    </button>
  );
}
