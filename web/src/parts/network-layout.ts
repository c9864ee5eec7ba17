/** Places for the picture of a network: counterparts on an ellipse, those that meet each other next to each other. Pure. */
import type { ActorRef, PairCount } from '../../../src/rows.ts';
import { shown } from '../words.ts';

type Counts = Pick<PairCount, 'events' | 'cooperation' | 'conflict'>;

export interface Spot {
  readonly key: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface Placed extends Spot {
  readonly lines: readonly string[];
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Tie extends Counts {
  readonly a: Spot;
  readonly b: Spot;
  readonly wide: { readonly cooperation: number; readonly conflict: number };
}

const weightBetween = (meetings: readonly PairCount[], a: string, b: string): number =>
  meetings.find((m) => (m.a === a && m.b === b) || (m.a === b && m.b === a))?.events ?? 0;

/** An order around the ellipse: after each one the one that it meets most. */
function around<T extends ActorRef>(actors: readonly T[], meetings: readonly PairCount[]): T[] {
  const left = [...actors];
  const order = left.splice(0, 1);
  while (left.length) {
    const last = order.at(-1)!.key;
    const weights = left.map((actor) => weightBetween(meetings, last, actor.key));
    const best = weights.indexOf(Math.max(...weights));
    order.push(...left.splice(best, 1));
  }
  return order;
}

const LETTER = 6.6;
const LONGEST_LINES = 4;

/** A name in lines that fit, the last one cut where it must be. */
export function linesOf(name: string, room: number): string[] {
  const most = Math.max(6, Math.floor(room / LETTER));
  const lines: string[] = [];
  for (const word of shown(name).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, LONGEST_LINES);
  if (lines.length > kept.length) kept[kept.length - 1] += ' …';
  return kept.map((line) => (line.length > most + 2 ? `${line.slice(0, most)}…` : line));
}

export function placeNodes(
  actors: readonly (ActorRef & Counts)[],
  meetings: readonly PairCount[],
  width: number,
  height: number,
): Placed[] {
  const room = Math.min(150, width * 0.24);
  const [rx, ry] = [Math.min(260, width / 2 - room), height / 2 - 40];
  // An odd number of places: no two are opposite, and no line between two passes through the middle one.
  const places = actors.length % 2 ? actors.length : actors.length + 1;
  return around(actors, meetings).map((actor, i) => {
    // A little aslant, so that no name stands right above or below the middle one.
    const angle = ((i + 0.25) / places) * Math.PI * 2 - Math.PI / 2;
    const [x, y] = [width / 2 + Math.cos(angle) * rx, height / 2 + Math.sin(angle) * ry];
    const side = Math.cos(angle);
    const anchor = side > 0.25 ? 'start' : side < -0.25 ? 'end' : 'middle';
    const lines = linesOf(actor.name, anchor === 'middle' ? room * 1.4 : room - 12);
    const above = anchor === 'middle' && Math.sin(angle) < 0;
    return {
      ...{ key: actor.key, name: actor.name, x, y, lines, anchor },
      labelX: x + (anchor === 'start' ? 10 : anchor === 'end' ? -10 : 0),
      labelY:
        anchor === 'middle' ? (above ? y - 10 - (lines.length - 1) * 14 : y + 20) : y + 4 - (lines.length - 1) * 7,
    };
  });
}

const WIDEST = 10;

/** All lines of the picture, the widest first, so that the narrow ones are not covered. */
export function edgesOf(
  middle: Spot,
  nodes: readonly Placed[],
  actors: readonly (ActorRef & Counts)[],
  meetings: readonly PairCount[],
): Tie[] {
  const most = Math.max(1, ...actors.map((a) => a.events), ...meetings.map((m) => m.events));
  const width = (n: number) => (n === 0 ? 0 : Math.max(1, (n / most) * WIDEST));
  const spots = new Map<string, Spot>(nodes.map((node) => [node.key, node]));
  const tie = (a: Spot | undefined, b: Spot | undefined, { events, cooperation, conflict }: Counts): Tie[] =>
    a && b
      ? [{ a, b, events, cooperation, conflict, wide: { cooperation: width(cooperation), conflict: width(conflict) } }]
      : [];
  return [
    ...actors.flatMap((actor) => tie(middle, spots.get(actor.key), actor)),
    ...meetings.flatMap((meeting) => tie(spots.get(meeting.a), spots.get(meeting.b), meeting)),
  ].sort((x, y) => y.events - x.events);
}
