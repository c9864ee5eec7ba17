/** Empty, loading and failed: designed like everything else. */
import { useEffect, useState } from 'preact/hooks';
import { recordChanged, type Trouble } from '../api.ts';

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

/** "The server does not answer." with its own mark where it ends in one. */
const sentenceOf = (text: string): string => {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
};

/** `whole` where it stands for a page and not for a part of one. */
export function Failed({ trouble, whole = false }: { readonly trouble: Trouble; readonly whole?: boolean }) {
  const Title = whole ? 'h1' : 'h2';
  return (
    <div class="failed" role="alert">
      <Title>{trouble.status === 404 ? 'Not in the record' : 'This did not work'}</Title>
      <p>{sentenceOf(trouble.message)}</p>
      <p class="actions">
        {trouble.status !== 404 && (
          <button type="button" class="press" onClick={recordChanged}>
            Try again
          </button>
        )}{' '}
        <a href="/">Back to the desk</a>
      </p>
    </div>
  );
}

export function Empty({ children }: { readonly children: preact.ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
