/** Quotes worth keeping, byte for byte, each with its speaker and its sentence. */
import type { QuoteRow } from '../../../src/rows.ts';
import { articlePath } from '../../../src/server/addresses.ts';
import { dayInWords, shown, sourceName, speakerInWords } from '../words.ts';

export function Quotes({
  quotes,
  title = 'Quotes',
}: {
  readonly quotes: readonly QuoteRow[];
  readonly title?: string;
}) {
  if (!quotes.length) return null;
  return (
    <section class="quotes" aria-labelledby="quotes-title">
      <h2 id="quotes-title">{title}</h2>
      {quotes.map(({ id, speaker, content, source, sentence }) => (
        <figure key={id}>
          <blockquote>
            <bdi>{shown(content.map((piece) => piece.text).join(' … '))}</bdi>
          </blockquote>
          <figcaption>
            {shown(speakerInWords(speaker))}.{' '}
            <a href={`${articlePath(source.article)}?at=${sentence.index}`}>
              <bdi>{shown(sourceName(source))}</bdi>
              {source.published && `, ${dayInWords(source.published)}`}
            </a>
          </figcaption>
        </figure>
      ))}
    </section>
  );
}
