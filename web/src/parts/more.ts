import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A list of which the first few are shown until all are asked for; the focus then goes on to the first one that was not. */
export function useAll<T extends HTMLElement>(first: number) {
  const [all, setAll] = useState(false);
  const list = useRef<T>(null);
  useLayoutEffect(() => {
    if (all) list.current?.children[first]?.querySelector<HTMLElement>('button, a')?.focus();
  }, [all]);
  return { all, list, showAll: () => setAll(true) };
}
