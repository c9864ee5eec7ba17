import { useTitle } from '../title.ts';

export function MissingPage() {
  useTitle('No such page');
  return (
    <div class="page">
      <h1>There is no such page</h1>
      <p>
        The desk is at <a href="/">its first page</a>; press <kbd>/</kbd> to search the record.
      </p>
    </div>
  );
}
