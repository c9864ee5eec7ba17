/** Articles as lines: title, where it was printed, when. */
import type { SourceRow } from '../../../src/rows.ts';
import { articlePath } from '../../../src/server/addresses.ts';
import { dayInWords, shown, sourceName } from '../words.ts';

export function SourceList({ sources }: { readonly sources: readonly SourceRow[] }) {
  return (
    <ol class="newest">
      {sources.map((source) => (
        <li key={source.article}>
          <a href={articlePath(source.article)}>
            <bdi>{shown(source.title ?? 'Without a title')}</bdi>
          </a>
          <span class="quiet">
            <bdi>{shown(sourceName(source))}</bdi>
            {source.published && `, ${dayInWords(source.published)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
