/** Everything that a search finds, grouped, with an address to share. */
import type { SearchView } from '../../../src/rows.ts';
import { addressOf, useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { openEvidence } from '../evidence.ts';
import { hitsOf } from '../parts/hits.ts';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { go } from '../router.ts';
import { useTitle } from '../title.ts';
import { counted, shown } from '../words.ts';

const MOST = 50;

export function SearchPage({ query }: PageProps) {
  const words = (query.get('q') ?? '').trim();
  useTitle(words ? `Search: ${words}` : 'Search');
  const { data, trouble } = useAnswer<SearchView>(words ? addressOf('/search', { q: words, limit: MOST }) : null);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    go(addressOf('/search', { q: String(new FormData(event.currentTarget as HTMLFormElement).get('q')) }));
  };
  return (
    <div class="page searching">
      <h1>Search the record</h1>
      <form class="search-form" onSubmit={send}>
        <label>
          Words, names or codes <input name="q" required maxLength={200} defaultValue={words} key={words} />
        </label>
        <button class="press" type="submit">
          Search
        </button>
      </form>
      {trouble && <Failed trouble={trouble} />}
      {words && !data && !trouble && <Loading lines={8} />}
      {data && <Found data={data} />}
    </div>
  );
}

function Found({ data }: { readonly data: SearchView }) {
  const hits = hitsOf(data, 500);
  const groups = [...new Set(hits.map((hit) => hit.group))];
  if (!hits.length) return <Empty>Nothing in the record has “{shown(data.query)}”.</Empty>;
  return (
    <>
      <p class="quiet" role="status">
        Found with “{shown(data.query)}”: {groups.map((group) => group.toLowerCase()).join(', ')}.
      </p>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`found-${group}`}>
          <h2 id={`found-${group}`}>{group}</h2>
          <ul class="found">
            {hits
              .filter((hit) => hit.group === group)
              .map((hit, i) => (
                <li key={i}>
                  <a href={hit.href}>
                    <bdi>
                      <Lit text={shown(hit.text)} words={data.query} />
                    </bdi>
                  </a>{' '}
                  <span class="quiet">
                    {shown(hit.more)}
                    {hit.n !== undefined && hit.show && (
                      <>
                        {hit.more && ', '}
                        <Figure n={hit.n} show={hit.show} about={hit.text} />
                      </>
                    )}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Figure({ n, show, about }: { readonly n: number; readonly show: string; readonly about: string }) {
  const text = counted(n, 'event');
  return (
    <button type="button" class="number" aria-label={`${text}, ${about}`} onClick={() => openEvidence(show)}>
      {text}
    </button>
  );
}

/** A text with the words that were sought marked, wherever they stand. */
function Lit({ text, words }: { readonly text: string; readonly words: string }) {
  const sought = words.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (!sought) return <>{text}</>;
  const pieces = text.split(new RegExp(`(${sought})`, 'gi'));
  return <>{pieces.map((piece, i) => (i % 2 ? <mark key={i}>{piece}</mark> : piece))}</>;
}
