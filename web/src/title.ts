import { useEffect } from 'preact/hooks';

/** Tells programs that read feeds where the page's are. */
export function useFeeds(title: string, feeds: readonly (readonly [type: string, href: string])[]): void {
  const key = feeds.map(([, href]) => href).join(' ');
  useEffect(() => {
    const links = feeds.map(([type, href]) => {
      const link = Object.assign(document.createElement('link'), { rel: 'alternate', type, href, title });
      document.head.append(link);
      return link;
    });
    return () => {
      for (const link of links) link.remove();
    };
  }, [key, title]);
}

/** Names the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} – Dragoman` : 'Dragoman';
  }, [title]);
}
