/** The head and the foot of every page. */
import { Search } from './search.tsx';

const LINKS = [
  ['/', 'Desk'],
  ['/add', 'Add'],
  ['/explain', 'Explain'],
] as const;

export function Head({ path }: { readonly path: string }) {
  return (
    <header class="head">
      <a class="wordmark" href="/">
        Dragoman
      </a>
      <nav aria-label="Main">
        {LINKS.map(([href, name]) => (
          <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <Search />
    </header>
  );
}

export function Foot() {
  return (
    <footer class="foot">
      <p>
        The record keeps <em>reports</em>, never facts. Numbers count events by independent origin: copies of one text
        count once. Nothing on this page leaves this machine.
      </p>
      <p class="foot-links">
        <a href="/words">What the words mean</a>
        <a href="/api/openapi.json" target="_blank" rel="noreferrer">
          API
        </a>
      </p>
    </footer>
  );
}
