/** Everything that a search finds, grouped, with an address to share. */
import type { SearchView } from '../../../src/rows.ts';
import { addressOf, useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { hitsOf } from '../parts/hits.ts';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { go } from '../router.ts';
import { useTitle } from '../title.ts';
import { shown } from '../words.ts';

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
      {groups.map((group) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul class="found">
            {hits
              .filter((hit) => hit.group === group)
              .map((hit, i) => (
                <li key={i}>
                  <a href={hit.href}>
                    <bdi>{shown(hit.text)}</bdi>
                  </a>{' '}
                  <span class="quiet">{shown(hit.more)}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
