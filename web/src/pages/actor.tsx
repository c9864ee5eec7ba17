/** Who somebody is and was, and whom they meet. */
import type { ActorView, EventRow } from '../../../src/rows.ts';
import { actorPath, relationPath } from '../../../src/server/addresses.ts';
import { useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { betweenCode, openEvidence } from '../evidence.ts';
import { EventList } from '../parts/event-list.tsx';
import { learnNames } from '../parts/names.ts';
import { Network } from '../parts/network.tsx';
import { Holders, Offices } from '../parts/offices.tsx';
import { PairCells } from '../parts/pair-cells.tsx';
import { Quotes } from '../parts/quotes.tsx';
import { SparkNote } from '../parts/spark.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { useTitle } from '../title.ts';
import { actorInWords, counted, grouped, originsInWords, properNames, shortDay, shown } from '../words.ts';

export function ActorPage({ id }: PageProps) {
  const { data: view, trouble } = useAnswer<ActorView>(`/actors/${encodeURIComponent(id)}`);
  useTitle(view?.actor.name ?? '');
  if (trouble) return <Failed trouble={trouble} whole />;
  if (!view) return <Loading />;
  learnNames(view.actor, ...view.counterparts.map((c) => c.actor));
  const hasSide = view.holders.length + view.quotes.length > 0;
  return (
    <div class={hasSide ? 'page with-side' : 'page alone'}>
      <div class="column">
        <ActorHead view={view} />
        {view.offices.length > 0 && <Offices offices={view.offices} />}
        {view.counterparts.length > 0 && <Counterparts view={view} />}
        <Network view={view} />
        <Events view={view} />
      </div>
      {hasSide && (
        <aside class="side" aria-label={view.holders.length ? 'Who led it, and quotes' : 'Quotes'}>
          {view.holders.length > 0 && <Holders holders={view.holders} />}
          <Quotes quotes={view.quotes} />
        </aside>
      )}
    </div>
  );
}

function ActorHead({ view }: { readonly view: ActorView }) {
  const { actor, of, tally, names } = view;
  const others = properNames(names, actor.name);
  const all = betweenCode({ a: actor.key, b: 'any', direction: 'both' });
  return (
    <header class="page-head">
      <p class="kicker">
        {actorInWords(actor)}
        {of && (
          <>
            {' · '}
            <a href={actorPath(of.key)}>{of.name}</a>
          </>
        )}
      </p>
      <h1>
        <bdi>{shown(actor.name)}</bdi>
      </h1>
      <p class="lead">
        {tally.events > 0 ? (
          <>
            <button type="button" class="finding" onClick={() => openEvidence(all)}>
              {counted(tally.events, 'event')} from {originsInWords(tally.origins)}
            </button>{' '}
            with others in the record.
          </>
        ) : (
          'The record has no event with others.'
        )}
      </p>
      {others.length > 0 && <p class="quiet">Also written: {shown(others.slice(0, 12).join(', '))}.</p>}
    </header>
  );
}

function Counterparts({ view }: { readonly view: ActorView }) {
  const { actor, counterparts } = view;
  return (
    <section aria-labelledby="counterparts">
      <h2 id="counterparts">Whom {view.actor.kind === 'person' ? 'this person meets' : 'it meets'} most</h2>
      <table class="pairs counterparts" aria-labelledby="counterparts">
        <thead>
          <tr>
            <th scope="col">Counterpart</th>
            <th scope="col">Events</th>
            <th scope="col">Conflict · cooperation</th>
            <th scope="col" class="col-origins">
              Origins
            </th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody>
          {counterparts.map(({ actor: other, last, ...counts }) => (
            <tr key={other.key}>
              <th scope="row" class="col-name">
                <a href={relationPath(actor.key, other.key)}>
                  <bdi>{shown(other.name)}</bdi>
                </a>
              </th>
              <PairCells a={actor.key} b={other.key} name={`${actor.name} and ${other.name}`} {...counts} />
              <td class="col-day">{last && shortDay(last)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SparkNote />
    </section>
  );
}

const FIRST_EVENTS = 12;

/** By the day that is shown, the newest first. */
const byDay = (x: EventRow, y: EventRow): number => ((x.from ?? '') < (y.from ?? '') ? 1 : x.from === y.from ? 0 : -1);

function Events({ view }: { readonly view: ActorView }) {
  const { events, tally, actor } = view;
  const all = betweenCode({ a: actor.key, b: 'any', direction: 'both' });
  return (
    <section aria-labelledby="actor-events">
      <h2 id="actor-events">Newest events</h2>
      {events.length === 0 && <Empty>Nothing yet: no article of the record tells of this actor and another.</Empty>}
      <EventList events={[...events].sort(byDay).slice(0, FIRST_EVENTS)} />
      {tally.events > FIRST_EVENTS && (
        <button type="button" class="plain more" onClick={() => openEvidence(all)}>
          The sentences of all {grouped(tally.events)}
        </button>
      )}
    </section>
  );
}
