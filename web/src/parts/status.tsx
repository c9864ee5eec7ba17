/** The five words of status, each with a mark that is told by its shape as well. */
import type { JSX } from 'preact';
import type { Status } from '../../../src/nouns.ts';
import { STATUS_WORDS } from '../../../src/wording.ts';

const MARKS: Readonly<Record<Status, JSX.Element>> = {
  reported: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  alleged: <path d="M1.5 2h9v6H6.2L3.6 10.6V8H1.5z" fill="none" stroke="currentColor" stroke-width="1.5" />,
  denied: <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="2" />,
  planned: <path d="M2.5 1.5 10 6 2.5 10.5z" fill="none" stroke="currentColor" stroke-width="1.5" />,
  possible: (
    <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 1.9" />
  ),
  negated: (
    <path d="M1.5 6a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M3 9l6-6" fill="none" stroke="currentColor" stroke-width="1.5" />
  ),
};

export const MEANINGS: Readonly<Record<Status, string>> = {
  reported: 'told as fact by the article',
  alleged: 'said by somebody whom the article names, not in its own voice',
  denied: 'told only to be denied',
  planned: 'announced or expected, not yet',
  possible: 'told as a possibility',
  negated: 'told as not so',
};

export function StatusMark({ status }: { readonly status: Status }) {
  return (
    <span class={`status status-${status}`} title={MEANINGS[status]}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {MARKS[status]}
      </svg>
      {STATUS_WORDS[status]}
    </span>
  );
}
