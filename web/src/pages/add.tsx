/** Adding articles: drop, paste or an address; the reading is shown as it goes on. */
import { useRef, useState } from 'preact/hooks';
import type { Status } from '../../../src/nouns.ts';
import { articlePath } from '../../../src/server/addresses.ts';
import { ask, recordChanged } from '../api.ts';
import { StatusMark } from '../parts/status.tsx';
import { useTitle } from '../title.ts';
import { counted, shown, typeNoun } from '../words.ts';

interface Told {
  readonly title: string;
  readonly article: string;
  readonly fresh: boolean;
  readonly sentences: number;
  readonly reports: readonly { readonly type: string; readonly status: Status; readonly text: string }[];
  readonly done: number;
  readonly of: number;
}

type Line =
  | { readonly kind: 'article'; readonly told: Told }
  | { readonly kind: 'refused'; readonly name: string; readonly why: string }
  | { readonly kind: 'note'; readonly text: string };

/** Follows one reading to its end. */
function follow(id: string, tell: (line: Line) => void): Promise<void> {
  return new Promise((resolve) => {
    const stream = new EventSource(`/api/readings/${id}`);
    const over = () => {
      stream.close();
      resolve();
    };
    stream.addEventListener('article', (e) => tell({ kind: 'article', told: JSON.parse(e.data) as Told }));
    stream.addEventListener('refused', (e) =>
      tell({ kind: 'refused', ...(JSON.parse(e.data) as { name: string; why: string }) }),
    );
    stream.addEventListener('done', over);
    stream.addEventListener('error', () => {
      tell({ kind: 'refused', name: 'The connection', why: 'broke off; what was read is kept' });
      over();
    });
  });
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export function AddPage() {
  useTitle('Add');
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [busy, setBusy] = useState(0);
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const tell = (line: Line) => setLines((before) => [line, ...before].slice(0, 500));
  const read = async (name: string, path: string, init: RequestInit) => {
    setBusy((n) => n + 1);
    try {
      const { id } = await ask<{ id: string }>(path, init);
      await follow(id, tell);
      recordChanged();
    } catch (error) {
      tell({ kind: 'refused', name, why: error instanceof Error ? error.message : String(error) });
    }
    setBusy((n) => n - 1);
  };
  const readFiles = async (list: Iterable<File>) => {
    for (const file of list)
      await read(file.name, `/files/${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      });
  };
  return (
    <div class="page add">
      <h1>Add articles</h1>
      <p class="lead">
        Pages, feeds, JSON Lines, web archives, PDF or plain text. They are read here, on this machine.
      </p>
      <section
        aria-label="Drop files"
        class={over ? 'drop is-over' : 'drop'}
        onDragOver={(e) => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault();
          setOver(false);
          void readFiles([...(e.dataTransfer?.files ?? [])]);
        }}
      >
        <p>Drop files here, or</p>
        <button type="button" class="press" onClick={() => files.current?.click()}>
          Choose files
        </button>
        <input
          ref={files}
          class="unseen"
          type="file"
          multiple
          tabIndex={-1}
          aria-label="Files to read"
          onChange={(e) => void readFiles([...(e.currentTarget.files ?? [])])}
        />
      </section>
      <div class="add-forms">
        <PasteForm onRead={(body) => void read(body.title ?? 'Pasted text', '/articles', json(body))} />
        <AddressForm onRead={(url) => void read(url, '/articles', json({ url }))} />
      </div>
      <section aria-labelledby="progress">
        <h2 id="progress">{busy ? 'Reading …' : lines.length ? 'Read' : 'Nothing read yet'}</h2>
        <ol class="read-lines" aria-live="polite">
          {lines.map((line, i) => (
            <ReadLine key={lines.length - i} line={line} />
          ))}
        </ol>
      </section>
    </div>
  );
}

interface Pasted {
  readonly text: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly publisher: string | null;
}

function PasteForm({ onRead }: { readonly onRead: (body: Pasted) => void }) {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const fields = new FormData(form);
    const field = (name: string) => String(fields.get(name) ?? '').trim() || null;
    const text = field('text');
    if (!text) return;
    onRead({ text, title: field('title'), date: field('date'), publisher: field('publisher') });
    form.reset();
  };
  return (
    <form onSubmit={send}>
      <h2>Paste a text</h2>
      <label>
        Title <input name="title" autocomplete="off" />
      </label>
      <div class="fields">
        <label>
          Publisher <input name="publisher" autocomplete="off" />
        </label>
        <label>
          Published <input name="date" type="date" />
        </label>
      </div>
      <label>
        Text <textarea name="text" rows={7} required />
      </label>
      <button class="press" type="submit">
        Read it
      </button>
    </form>
  );
}

function AddressForm({ onRead }: { readonly onRead: (url: string) => void }) {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    onRead(String(new FormData(form).get('url')));
    form.reset();
  };
  return (
    <form onSubmit={send}>
      <h2>Fetch an address</h2>
      <label>
        Page or feed <input name="url" type="url" placeholder="https://" required />
      </label>
      <button class="press" type="submit">
        Fetch and read
      </button>
      <p class="quiet">The only thing that leaves this machine is the request for that address.</p>
    </form>
  );
}

function ReadLine({ line }: { readonly line: Line }) {
  if (line.kind === 'note') return <li>{line.text}</li>;
  if (line.kind === 'refused')
    return (
      <li class="refused">
        <strong>Refused:</strong> <bdi>{shown(line.name)}</bdi>. {line.why}.
      </li>
    );
  const { told } = line;
  return (
    <li>
      <a href={articlePath(told.article)}>
        <bdi>{shown(told.title)}</bdi>
      </a>{' '}
      <span class="quiet">
        {counted(told.sentences, 'sentence')}, {counted(told.reports.length, 'report')}
        {!told.fresh && ', in the record already'}
        {told.of > 1 && `, ${told.done} of ${told.of}`}
      </span>
      <ul>
        {told.reports.map((report, i) => (
          <li key={i}>
            <StatusMark status={report.status} /> {typeNoun(report.type)}: <bdi>{shown(report.text)}</bdi>
          </li>
        ))}
      </ul>
    </li>
  );
}
