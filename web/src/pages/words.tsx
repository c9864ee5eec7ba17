/** What the words of the record mean. */
import { Words } from '../parts/glossary.tsx';
import { useTitle } from '../title.ts';

export function WordsPage() {
  useTitle('What the words mean');
  return (
    <div class="page alone">
      <h1>What the words mean</h1>
      <p class="lead">
        The record keeps what articles report, and never says that anything happened. Types of events are those of the
        PLOVER ontology, told here in plain words.
      </p>
      <Words level={2} />
    </div>
  );
}
