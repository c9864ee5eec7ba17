/** Search from anywhere: "/" goes to it, arrows choose, Enter opens, Escape leaves. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SearchView } from '../../../src/rows.ts';
import { addressOf, useAnswer } from '../api.ts';
import { go } from '../router.ts';
import { counted, shown } from '../words.ts';
import { type Hit, hitsOf } from './hits.ts';

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** The words once they have stood still for a moment. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), 120);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

function useSlash(input: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(document.activeElement)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

export function Search() {
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const settled = useSettled(words.trim());
  const { data, loading } = useAnswer<SearchView>(settled ? addressOf('/search', { q: settled, limit: 6 }) : null);
  const all: Hit = {
    ...{ group: 'Everything', href: addressOf('/search', { q: settled }) },
    ...{ text: `All that is found for “${settled}”`, more: '' },
  };
  const found = settled ? hitsOf(data) : [];
  const hits = found.length ? [...found, all] : [];
  useSlash(input);
  const leave = () => {
    setOpen(false);
    input.current?.blur();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((n) => Math.min(Math.max(0, n + (event.key === 'ArrowDown' ? 1 : -1)), Math.max(0, hits.length - 1)));
    } else if (event.key === 'Enter' && hits[at]) {
      go(hits[at].href);
      leave();
    }
  };
  const showing = open && settled !== '';
  return (
    <search
      class="search"
      onFocusOut={(e) => !e.currentTarget.contains(e.relatedTarget as Node | null) && setOpen(false)}
    >
      <input
        ref={input}
        type="text"
        list={undefined}
        placeholder="Search   /"
        aria-label="Search relations, actors, events and sentences"
        // biome-ignore lint/a11y/noRedundantRoles: a text field is no combobox by itself
        role="combobox"
        aria-expanded={showing}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={showing && hits[at] ? `${list}-${at}` : undefined}
        value={words}
        onInput={(e) => {
          setWords(e.currentTarget.value);
          setOpen(true);
          setAt(0);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKey}
      />
      <Hits id={list} open={showing} hits={hits} at={at} loading={loading} words={settled} leave={leave} />
    </search>
  );
}

interface HitsProps {
  readonly id: string;
  readonly open: boolean;
  readonly hits: readonly Hit[];
  readonly at: number;
  readonly loading: boolean;
  readonly words: string;
  readonly leave: () => void;
}

function Hits({ id, open, hits, at, loading, words, leave }: HitsProps) {
  const groups = [...new Set(hits.map((hit) => hit.group))];
  return (
    <div class="hits-box" hidden={!open}>
      <div class="hits" id={id} role="listbox" aria-label="Results">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: options stand in groups, not in field sets
          <div key={group} role="group" aria-label={group}>
            <p class="hits-group" role="presentation">
              {group}
            </p>
            {hits.map((hit, i) =>
              hit.group === group ? (
                <a
                  key={i}
                  id={`${id}-${i}`}
                  role="option"
                  aria-selected={i === at}
                  tabIndex={-1}
                  href={hit.href}
                  onClick={leave}
                >
                  <bdi>{shown(hit.text)}</bdi> <small>{shown(hit.more)}</small>
                </a>
              ) : null,
            )}
          </div>
        ))}
      </div>
      <p class={open && !hits.length && !loading ? 'hits-none' : 'unseen'} role="status">
        {open &&
          !loading &&
          (hits.length ? counted(hits.length - 1, 'result') : `Nothing in the record has “${words}”.`)}
      </p>
    </div>
  );
}
