/** The frame around every page, and which page an address means. */
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { ActorPage } from './pages/actor.tsx';
import { AddPage } from './pages/add.tsx';
import { ArticlePage } from './pages/article.tsx';
import { DeskPage } from './pages/desk.tsx';
import { EventPage } from './pages/event.tsx';
import { ExplainPage } from './pages/explain.tsx';
import { MissingPage } from './pages/missing.tsx';
import { RelationPage } from './pages/relation.tsx';
import { SearchPage } from './pages/search.tsx';
import { WordsPage } from './pages/words.tsx';
import { Evidence } from './parts/evidence-panel.tsx';
import { Foot, Head } from './parts/frame.tsx';
import { followLinks, usePlace } from './router.ts';

export interface PageProps {
  /** What stands in the address after the page's letter, decoded. */
  readonly id: string;
  readonly query: URLSearchParams;
}

const PAGES: readonly (readonly [RegExp, ComponentType<PageProps>])[] = [
  [/^\/$/, DeskPage],
  [/^\/r\/([^/]+)$/, RelationPage],
  [/^\/e\/([^/]+)$/, EventPage],
  [/^\/a\/([^/]+)$/, ArticlePage],
  [/^\/w\/([^/]+)$/, ActorPage],
  [/^\/add$/, AddPage],
  [/^\/explain$/, ExplainPage],
  [/^\/search$/, SearchPage],
  [/^\/words$/, WordsPage],
];

function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return text ?? '';
  }
}

export function App() {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(followLinks, []);
  useLayoutEffect(() => {
    // A new page is told to whoever listens instead of looking; the first one is where they are already.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [place.path]);
  const [pattern, Page] = PAGES.find(([p]) => p.test(place.path)) ?? [/^/, MissingPage];
  const id = decoded(pattern.exec(place.path)?.[1]);
  const show = place.query.get('show');
  return (
    <div class={show ? 'frame with-evidence' : 'frame'}>
      <a class="skip" href="#main">
        To the page
      </a>
      <Head path={place.path} />
      <main id="main" tabIndex={-1} ref={main}>
        <Page key={place.path} id={id} query={place.query} />
      </main>
      <Foot />
      {show && <Evidence key={show} show={show} />}
    </div>
  );
}
