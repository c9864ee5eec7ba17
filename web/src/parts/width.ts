import { useEffect, useRef, useState } from 'preact/hooks';

/** The width that a box has now, in pixels; 0 before it is known. */
export function useWidth(): readonly [{ current: HTMLDivElement | null }, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return undefined;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    setWidth(Math.floor(box.current.clientWidth));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return [box, width];
}
