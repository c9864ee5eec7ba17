/** Empty, loading and failed: designed like everything else. */
import { useEffect, useState } from 'preact/hooks';
import type { Trouble } from '../api.ts';

/** Grey lines in the place of what is coming; only where it takes longer than a blink. */
export function Loading({ lines = 6, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="loading" role="status" aria-label={label}>
      {late && Array.from({ length: lines }, (_, i) => <span key={i} class={`bone bone-${i % 4}`} />)}
    </div>
  );
}

export function Failed({ trouble }: { readonly trouble: Trouble }) {
  return (
    <div class="failed" role="alert">
      <h2>{trouble.status === 404 ? 'Not in the record' : 'This did not work'}</h2>
      <p>{trouble.message}.</p>
      <p>
        <a href="/">Back to the desk</a>
      </p>
    </div>
  );
}

export function Empty({ children }: { readonly children: preact.ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
