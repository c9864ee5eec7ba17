/** Two directions over time as small multiples on one axis: cooperation above the line, conflict below. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Direction, Period, RelationView } from '../../../src/rows.ts';
import { betweenCode, openEvidence, shownDays } from '../evidence.ts';
import { counted, originsInWords } from '../words.ts';
import { Changes } from './chart-changes.tsx';
import { Compared, type Marked } from './chart-periods.tsx';
import {
  conflictOf,
  cooperationOf,
  type Drawn,
  GUTTER,
  intensityInWords,
  intensityScale,
  readOut,
  type Scale,
  scaleOf,
  type Tick,
  tickOf,
  ticksOf,
} from './chart-scale.ts';
import { useWidth } from './width.ts';

const HEIGHT = 150;

export interface ChartProps {
  readonly view: RelationView;
  readonly drawn: Drawn;
  /** What the evidence panel shows, as the address has it. */
  readonly show: string | null;
  /** Periods that are compared, each with its name. */
  readonly marked?: readonly Marked[];
  readonly onPick: (from: string, to: string) => void;
}

export function RelationChart({ view, drawn, show, marked = [], onPick }: ChartProps) {
  const [box, width] = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const [brush, setBrush] = useState<readonly [number, number] | null>(null);
  const { forward, backward, period } = view;
  const scale = useMemo(() => {
    const points = [...forward.points, ...backward.points];
    return drawn === 'events' ? scaleOf(points, HEIGHT) : intensityScale(points, HEIGHT);
  }, [forward, backward, drawn]);
  const inner = Math.max(0, width - GUTTER);
  const ticks = useMemo(() => ticksOf(forward.points, inner), [forward, inner]);
  const pick = (from: number, to: number) => {
    const [first, last] = from < to ? [from, to] : [to, from];
    const points = forward.points;
    if (points[first] && points[last]) onPick(points[first].from, points[last].to);
  };
  const shared = { drawn, scale, width: inner, ticks, period, at, setAt, brush, setBrush, pick, view, show, marked };
  return (
    <div class="chart" ref={box}>
      {width > 0 && (
        <>
          <Plot {...shared} direction={forward} name="forward" />
          <Plot {...shared} direction={backward} name="backward" />
          <Axis ticks={ticks} count={forward.points.length} width={inner} />
        </>
      )}
    </div>
  );
}

function Axis({
  ticks,
  count,
  width,
}: {
  readonly ticks: readonly Tick[];
  readonly count: number;
  readonly width: number;
}) {
  const step = width / Math.max(1, count);
  return (
    <svg class="axis" viewBox={`0 0 ${width + GUTTER} 22`} width={width + GUTTER} height="22" aria-hidden="true">
      {ticks.map(({ index, label }) => {
        const x = GUTTER + index * step;
        const late = x + label.length * 6.4 > width + GUTTER;
        return (
          <text key={index} x={late ? width + GUTTER : x} y="15" text-anchor={late ? 'end' : 'start'}>
            {label}
          </text>
        );
      })}
    </svg>
  );
}

export interface PlotProps {
  readonly marked: readonly Marked[];
  readonly show: string | null;
  readonly view: RelationView;
  readonly drawn: Drawn;
  readonly direction: Direction;
  readonly name: 'forward' | 'backward';
  readonly scale: Scale;
  readonly width: number;
  readonly ticks: readonly Tick[];
  readonly period: Period;
  readonly at: number | null;
  readonly setAt: (at: number | null) => void;
  readonly brush: readonly [number, number] | null;
  readonly setBrush: (brush: readonly [number, number] | null) => void;
  readonly pick: (from: number, to: number) => void;
}

/** Opens the sentences of one period in one direction. */
function openPoint({ view, direction, name }: PlotProps, index: number, kind: string | null): void {
  const point = direction.points[index];
  if (!point || point.events === 0) return;
  openEvidence(
    betweenCode({
      a: view.a.key,
      b: view.b.key,
      direction: name,
      kind,
      counted: 'true',
      from: point.from,
      to: point.to,
    }),
  );
}

/** Opens all sentences of one direction in the chosen period. */
function openAll({ view, name }: PlotProps): void {
  const { a, b, since, until } = view;
  openEvidence(betweenCode({ a: a.key, b: b.key, direction: name, from: since, to: until }));
}

function Plot(props: PlotProps) {
  const { direction, scale, width, period, at, drawn } = props;
  const { points, tally, from, to } = direction;
  const point = at === null ? null : points[at];
  const whole = `${counted(tally.events, 'event')} from ${originsInWords(tally.origins)}`;
  const title = `${from.name} towards ${to.name}`;
  return (
    <section class="plot" aria-label={title}>
      <div class="plot-head">
        <h3>
          {from.name} <span aria-hidden="true">→</span>
          <span class="unseen"> towards </span> {to.name}
        </h3>
        <p class="read-out">
          <button
            type="button"
            class="number"
            onClick={() => (at === null ? openAll(props) : openPoint(props, at, null))}
          >
            {point
              ? readOut(point, period, drawn)
              : drawn === 'events'
                ? whole
                : `${intensityInWords(tally.intensity)}, ${whole}`}
            <span class="unseen">, {title}</span>
          </button>
        </p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no field set */}
      <svg
        viewBox={`0 0 ${width + GUTTER} ${scale.height}`}
        width={width + GUTTER}
        height={scale.height}
        role="group"
        aria-label={`${title}, by ${period}`}
      >
        <Ground {...props} />
        <Bars {...props} />
        <Touch {...props} />
        {drawn === 'events' && <Changes {...props} />}
      </svg>
    </section>
  );
}

/** The periods whose sentences are shown beside the chart, as places of points; null where none of this direction are. */
function openAt({ direction, name, show, view }: PlotProps): readonly [number, number] | null {
  const days = shownDays(show);
  if (!days || (days.direction !== name && days.direction !== 'both')) return null;
  if (days.from === view.since && days.to === view.until) return null;
  const first = direction.points.findIndex((point) => point.to >= days.from);
  const last = direction.points.findLastIndex((point) => point.from <= days.to);
  return first >= 0 && last >= first ? [first, last] : null;
}

function Ground(props: PlotProps) {
  const { drawn, scale, width, ticks, direction, at, brush } = props;
  const open = openAt(props);
  const step = width / Math.max(1, direction.points.length);
  const [up, down] = [tickOf(scale.up), tickOf(scale.down)];
  const sides: readonly (readonly [number | null, number])[] = [
    [up, -1],
    [down, 1],
  ];
  const span = brush && [Math.min(...brush), Math.max(...brush)];
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus
    <g aria-hidden="true">
      <Compared {...props} />
      {ticks.map(({ index }) => (
        <line
          key={index}
          class="grid"
          x1={GUTTER + index * step}
          x2={GUTTER + index * step}
          y1="14"
          y2={scale.height}
        />
      ))}
      {sides.map(([n, sign]) =>
        n === null ? null : (
          <g key={sign}>
            <line
              class="grid"
              x1={GUTTER}
              x2={GUTTER + width}
              y1={scale.zero + sign * n * scale.unit}
              y2={scale.zero + sign * n * scale.unit}
            />
            <text class="tick" x={GUTTER - 6} y={scale.zero + sign * n * scale.unit + 4} text-anchor="end">
              {drawn === 'intensity' && sign > 0 ? `\u2212${n}` : n}
            </text>
          </g>
        ),
      )}
      <text class="tick" x={GUTTER - 6} y={scale.zero + 4} text-anchor="end">
        0
      </text>
      {open && (
        <rect
          class="opened"
          x={GUTTER + open[0] * step}
          width={(open[1] - open[0] + 1) * step}
          y="14"
          height={scale.height - 14}
        />
      )}
      {span && (
        <rect
          class="brush"
          x={GUTTER + span[0]! * step}
          width={(span[1]! - span[0]! + 1) * step}
          y="14"
          height={scale.height - 14}
        />
      )}
      {at !== null && !brush && (
        <rect class="band" x={GUTTER + at * step} width={step} y="14" height={scale.height - 14} />
      )}
      <line class="zero" x1={GUTTER} x2={GUTTER + width} y1={scale.zero} y2={scale.zero} />
    </g>
  );
}

function Bars({ scale, width, direction, drawn }: PlotProps) {
  const step = width / Math.max(1, direction.points.length);
  const gap = step > 6 ? 1.5 : step > 3 ? 1 : 0.4;
  const bar = (from: number, n: number, sign: number) => {
    const [y0, y1] = [scale.zero + sign * from * scale.unit, scale.zero + sign * (from + n) * scale.unit];
    return { y: Math.min(y0, y1), height: Math.abs(y1 - y0), width: Math.max(1, step - gap) };
  };
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus
    <g aria-hidden="true">
      {direction.points.map(({ from, quads, intensity }, i) => {
        const x = GUTTER + i * step + gap / 2;
        if (drawn === 'intensity') {
          if (intensity === null) return null;
          const side = intensity < 0 ? 'conflict' : 'cooperation';
          // A mean of nought is told too: as a line on the line.
          const length = Math.max(Math.abs(intensity), 0.15);
          return <rect key={from} class={`bar ${side} deed`} x={x} {...bar(0, length, intensity < 0 ? 1 : -1)} />;
        }
        const [mc, vc] = [quads['material cooperation'], quads['verbal cooperation']];
        const [mx, vx] = [quads['material conflict'], quads['verbal conflict']];
        return (
          <g key={from}>
            {mc > 0 && <rect class="bar cooperation deed" x={x} {...bar(0, mc, -1)} />}
            {vc > 0 && <rect class="bar cooperation word" x={x} {...bar(mc, vc, -1)} />}
            {mx > 0 && <rect class="bar conflict deed" x={x} {...bar(0, mx, 1)} />}
            {vx > 0 && <rect class="bar conflict word" x={x} {...bar(mx, vx, 1)} />}
          </g>
        );
      })}
    </g>
  );
}

const DRAG_PIXELS = 6;

/** The surface that is pointed at, dragged over, and walked with the arrow keys. */
function Touch(props: PlotProps) {
  const { scale, width, direction, drawn, at, setAt, setBrush, pick, period } = props;
  const { points } = direction;
  const start = useRef<number | null>(null);
  const step = width / Math.max(1, points.length);
  const indexAt = (event: PointerEvent) => {
    const left = (event.currentTarget as Element).getBoundingClientRect().left;
    return Math.min(points.length - 1, Math.max(0, Math.floor((event.clientX - left) / step)));
  };
  const onUp = (event: PointerEvent) => {
    const began = start.current;
    start.current = null;
    setBrush(null);
    if (began === null) return;
    const index = indexAt(event);
    if (Math.abs(event.clientX - began) > DRAG_PIXELS && step * Math.abs(index - indexOf(began, event, step)) >= step)
      return pick(indexOf(began, event, step), index);
    openPoint(props, ...hitOf(props, index, event));
  };
  return (
    <rect
      class="touch"
      x={GUTTER}
      y="14"
      width={Math.max(0, width)}
      height={scale.height - 14}
      role="slider"
      tabindex={0}
      aria-label={`${direction.from.name} towards ${direction.to.name}: arrow keys read, Enter opens the sentences`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, points.length - 1)}
      aria-valuenow={at ?? Math.max(0, points.length - 1)}
      aria-valuetext={
        points[at ?? points.length - 1] ? readOut(points[at ?? points.length - 1]!, period, drawn) : 'nothing'
      }
      onPointerMove={(event) => {
        const index = indexAt(event);
        setAt(index);
        if (start.current !== null && Math.abs(event.clientX - start.current) > DRAG_PIXELS)
          setBrush([indexOf(start.current, event, step), index]);
      }}
      onPointerDown={(event) => {
        start.current = event.clientX;
        if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerUp={onUp}
      onPointerCancel={() => {
        start.current = null;
        setBrush(null);
      }}
      onPointerLeave={() => start.current === null && setAt(null)}
      onBlur={() => setAt(null)}
      onKeyDown={(event) => walk(props, event)}
    />
  );
}

function indexOf(clientX: number, event: PointerEvent, step: number): number {
  const left = (event.currentTarget as Element).getBoundingClientRect().left;
  return Math.max(0, Math.floor((clientX - left) / step));
}

/** What a press means: the half that was pressed where it has something, else the whole period; a near miss is forgiven. */
function hitOf(
  { direction, scale, drawn }: PlotProps,
  index: number,
  event: PointerEvent,
): readonly [number, string | null] {
  const { points } = direction;
  const near = [index, index - 1, index + 1, index - 2, index + 2].find((i) => (points[i]?.events ?? 0) > 0) ?? index;
  const point = points[near];
  const top = (event.currentTarget as Element).getBoundingClientRect().top - 14;
  const above = event.clientY - top < scale.zero;
  if (!point || drawn === 'intensity') return [near, null];
  const n = above ? cooperationOf(point) : conflictOf(point);
  return [near, n > 0 ? (above ? 'cooperation' : 'conflict') : null];
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12 };

function walk(props: PlotProps, event: KeyboardEvent): void {
  const { direction, at, setAt } = props;
  const last = direction.points.length - 1;
  const here = at ?? last;
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : STEPS[event.key] ? here + STEPS[event.key]! : null;
  if (to !== null) setAt(Math.min(last, Math.max(0, to)));
  else if (event.key === 'Enter' || event.key === ' ') openPoint(props, here, null);
  else return;
  event.preventDefault();
}
