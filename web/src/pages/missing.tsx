export function MissingPage() {
  return (
    <div class="page">
      <h1>There is no such page</h1>
      <p>
        The desk is at <a href="/">its first page</a>; press <kbd>/</kbd> to search the record.
      </p>
    </div>
  );
}
