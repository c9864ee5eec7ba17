/** A small map that says where: coastlines of Natural Earth (public domain), equirectangular, one dot. */
import { useEffect, useState } from 'preact/hooks';

const [WIDTH, HEIGHT] = [64, 40];

export interface MapProps {
  readonly lat: number;
  readonly lon: number;
  readonly name: string;
}

export function PlaceMap({ lat, lon, name }: MapProps) {
  const [land, setLand] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    void import('./land.json').then((module) => here && setLand(module.default));
    return () => {
      here = false;
    };
  }, []);
  const [x, y] = [lon + 180, 90 - lat];
  const left = Math.min(Math.max(0, x - WIDTH / 2), 360 - WIDTH);
  const top = Math.min(Math.max(0, y - HEIGHT / 2), 180 - HEIGHT);
  return (
    <figure class="map">
      <svg
        viewBox={`${left} ${top} ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${name}, at ${lat.toFixed(1)}, ${lon.toFixed(1)}`}
      >
        {land && <path d={land} />}
        <circle cx={x} cy={y} r="1" />
        <text
          x={x > left + WIDTH * 0.7 ? x - 1.8 : x + 1.8}
          y={y + 0.8}
          text-anchor={x > left + WIDTH * 0.7 ? 'end' : 'start'}
        >
          {name}
        </text>
      </svg>
    </figure>
  );
}
