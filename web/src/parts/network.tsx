/** Whom an actor meets, and how those treat one another: drawn only where the lines between them say more than the list. */
import { useMemo, useState } from 'preact/hooks';
import type { ActorRef, ActorView, PairCount } from '../../../src/rows.ts';
import { relationPath } from '../../../src/server/addresses.ts';
import { useAnswer } from '../api.ts';
import { betweenCode, openEvidence } from '../evidence.ts';
import { counted, inSentence, shown } from '../words.ts';
import { edgesOf, type Placed, placeNodes, type Tie } from './network-layout.ts';
import { useWidth } from './width.ts';

interface NetworkAnswer {
  readonly actors: readonly (ActorRef & Counts)[];
  readonly meetings: readonly PairCount[];
}

type Counts = Pick<PairCount, 'events' | 'cooperation' | 'conflict'>;

/** Fewer lines than this between the counterparts say nothing that the list does not. */
const LEAST_TIES = 2;

export function Network({ view }: { readonly view: ActorView }) {
  const few = view.counterparts.length < 3;
  const { data } = useAnswer<NetworkAnswer>(few ? null : `/actors/${encodeURIComponent(view.actor.key)}/network`);
  const [table, setTable] = useState(false);
  if (few || (data && data.meetings.length < LEAST_TIES)) return null;
  const [most] = data?.meetings ?? [];
  const nameOf = (key: string) => data?.actors.find((actor) => actor.key === key)?.name ?? key;
  return (
    <section class="network" aria-labelledby="network-title">
      <h2 id="network-title">
        {most ? (
          <>
            Of these, {inSentence(nameOf(most.a))} and {inSentence(nameOf(most.b))} meet each other most:{' '}
            <button
              type="button"
              class="finding"
              onClick={() => openEvidence(betweenCode({ a: most.a, b: most.b, direction: 'both' }))}
            >
              {counted(most.events, 'event')}
            </button>
          </>
        ) : (
          '\u00a0'
        )}
      </h2>
      <p class="chart-choice">
        <button type="button" class="plain" onClick={() => setTable(!table)}>
          {table ? 'Picture' : 'Table'}
        </button>
      </p>
      {data && table && <Meetings meetings={data.meetings} nameOf={nameOf} />}
      {!table && <Picture view={view} data={data} />}
      {!table && (
        <p class="chart-note">
          A line for each pair that meets in the record, as wide as there are events: <Inks />. Press a line for its
          sentences.
        </p>
      )}
    </section>
  );
}

const Inks = () => (
  <>
    <span class="ink-cooperation">cooperation</span>, <span class="ink-conflict">conflict</span>
  </>
);

function Meetings({ meetings, nameOf }: { meetings: readonly PairCount[]; nameOf: (key: string) => string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="table-box" tabIndex={0} aria-label="The picture as a table">
      <table class="numbers" aria-labelledby="network-title">
        <thead>
          <tr>
            <th scope="col">Relation</th>
            <th scope="col">Events</th>
            <th scope="col">Cooperation</th>
            <th scope="col">Conflict</th>
          </tr>
        </thead>
        <tbody>
          {meetings.map(({ a, b, events, cooperation, conflict }) => (
            <tr key={a + b}>
              <th scope="row">
                <a href={relationPath(a, b)}>
                  {shown(nameOf(a))} and {shown(nameOf(b))}
                </a>
              </th>
              {(
                [
                  [events, null],
                  [cooperation, 'cooperation'],
                  [conflict, 'conflict'],
                ] as const
              ).map(([n, kind]) => (
                <td key={kind}>
                  <button
                    type="button"
                    class="number"
                    disabled={n === 0}
                    aria-label={`${n} ${kind ? `of ${kind}` : 'in all'}, ${nameOf(a)} and ${nameOf(b)}`}
                    onClick={() =>
                      openEvidence(betweenCode({ a, b, direction: 'both', kind, counted: kind && 'true' }))
                    }
                  >
                    {n}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface PictureProps {
  readonly view: ActorView;
  readonly data: NetworkAnswer | null;
}

const NARROW = 560;

function Picture({ view, data }: PictureProps) {
  const [box, width] = useWidth();
  const height = width < NARROW ? 330 : 380;
  const { actor } = view;
  const drawn = useMemo(() => {
    if (!data || !width) return null;
    const nodes = placeNodes(data.actors, data.meetings, width, height);
    const middle = { key: actor.key, name: actor.name, x: width / 2, y: height / 2 };
    return { nodes, edges: edgesOf(middle, nodes, data.actors, data.meetings) };
  }, [data, width, height, actor]);
  return (
    <div class="network-box" style={{ minHeight: `${height}px` }} ref={box}>
      {drawn && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing is no field set
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="group"
          aria-label={`${actor.name} and whom it meets`}
        >
          {drawn.edges.map((edge) => (
            <Edge key={`${edge.a.key} ${edge.b.key}`} tie={edge} />
          ))}
          {drawn.nodes.map((node) => (
            <Node key={node.key} node={node} />
          ))}
          <circle class="hub" cx={width / 2} cy={height / 2} r="5" />
          <text class="hub-name" x={width / 2} y={height / 2 + 20} text-anchor="middle">
            {shown(actor.name)}
          </text>
        </svg>
      )}
    </div>
  );
}

/** Conflict and cooperation side by side, each as wide as it is often. */
function Edge({ tie }: { readonly tie: Tie }) {
  const { a, b, events, cooperation, conflict, wide } = tie;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [nx, ny] = [-(b.y - a.y) / length, (b.x - a.x) / length];
  const [one, two] = [wide.cooperation, wide.conflict];
  const line = (kind: string, thick: number, off: number) =>
    thick > 0 && (
      <line
        class={`tie ${kind}`}
        x1={a.x + nx * off}
        y1={a.y + ny * off}
        x2={b.x + nx * off}
        y2={b.y + ny * off}
        stroke-width={thick}
      />
    );
  const name = `${a.name} and ${b.name}: ${counted(events, 'event')}, ${cooperation || 'none'} of cooperation, ${conflict || 'none'} of conflict`;
  return (
    <a href={`?show=${betweenCode({ a: a.key, b: b.key, direction: 'both' })}`} aria-label={name} class="tie-link">
      <title>{name}</title>
      <line class="tie-reach" x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
      {line('cooperation', one, -two / 2 - 0.5)}
      {line('conflict', two, one / 2 + 0.5)}
    </a>
  );
}

function Node({ node }: { readonly node: Placed }) {
  return (
    <g>
      <circle class="node" cx={node.x} cy={node.y} r="4" />
      {node.lines.map((line, i) => (
        <text key={line} x={node.labelX} y={node.labelY + i * 14} text-anchor={node.anchor}>
          {line}
        </text>
      ))}
    </g>
  );
}
