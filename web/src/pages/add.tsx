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
  readonly found: number;
  readonly reports: readonly { readonly type: string; readonly status: Status; readonly text: string }[];
  readonly done: number;
  readonly of: number;
}

/** How far a reading has come. */
interface Stage {
  readonly name: string;
  readonly done: number;
  readonly of: number;
  readonly joining: boolean;
}

type Line =
  | { readonly kind: 'article'; readonly told: Told }
  | { readonly kind: 'refused'; readonly name: string; readonly why: string };

/** Follows one reading to its end. */
function follow(id: string, tell: (line: Line) => void, joining: () => void): Promise<void> {
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
    stream.addEventListener('joining', joining);
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
  const [stage, setStage] = useState<Stage | null>(null);
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const tell = (line: Line) => {
    setLines((before) => [line, ...before]);
    if (line.kind === 'article') setStage((s) => s && { ...s, done: line.told.done, of: line.told.of });
  };
  const read = async (name: string, path: string, init: RequestInit) => {
    setStage({ name, done: 0, of: 0, joining: false });
    try {
      const { id } = await ask<{ id: string }>(path, init);
      await follow(id, tell, () => setStage((s) => s && { ...s, joining: true }));
      recordChanged();
    } catch (error) {
      tell({ kind: 'refused', name, why: error instanceof Error ? error.message : String(error) });
    }
    setStage(null);
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
    <div class="page add with-side">
      <div class="column">
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
            hidden
            type="file"
            multiple
            aria-label="Files to read"
            onChange={(e) => void readFiles([...(e.currentTarget.files ?? [])])}
          />
        </section>
        <div class="add-forms">
          <PasteForm onRead={(body) => void read(body.title ?? 'Pasted text', '/articles', json(body))} />
          <AddressForm onRead={(url) => void read(url, '/articles', json({ url }))} />
        </div>
      </div>
      <aside class="side" aria-labelledby="progress">
        <Progress stage={stage} lines={lines} />
      </aside>
    </div>
  );
}

/** Lines that are shown; the counts are of all. */
const SHOWN_LINES = 200;

function Progress({ stage, lines }: { readonly stage: Stage | null; readonly lines: readonly Line[] }) {
  const told = lines.flatMap((line) => (line.kind === 'article' ? [line.told] : []));
  const fresh = told.filter((t) => t.fresh).length;
  const reports = told.reduce((n, t) => n + t.found, 0);
  const refused = lines.length - told.length;
  const known = told.length - fresh;
  return (
    <>
      <h2 id="progress">{stage ? 'Reading …' : lines.length ? 'Read' : 'The reading'}</h2>
      {stage && (
        <div class="stage">
          <progress
            aria-label={`Reading ${stage.name}`}
            max={stage.of || undefined}
            value={stage.of ? stage.done : undefined}
          />
          <p class="quiet">
            <bdi>{shown(stage.name)}</bdi>:{' '}
            {stage.joining
              ? 'joining the reports into events'
              : stage.of
                ? `${stage.done} of ${counted(stage.of, 'article')}`
                : 'on its way'}
          </p>
        </div>
      )}
      {lines.length === 0 && !stage && (
        <p class="quiet">
          What is read appears here, article by article: its reports with their sentences, and what was refused and why.
        </p>
      )}
      {lines.length > 0 && (
        <p class="read-sum" role="status">
          {counted(fresh, 'new article')}, {counted(reports, 'report')}
          {known > 0 && `, ${known} in the record already`}
          {refused > 0 && `, ${refused} refused`}.
        </p>
      )}
      {lines.length > 0 && (
        <ol class="read-lines">
          {lines.slice(0, SHOWN_LINES).map((line, i) => (
            <ReadLine key={lines.length - i} line={line} />
          ))}
        </ol>
      )}
    </>
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
  if (line.kind === 'refused')
    return (
      <li class="refused">
        <strong>Refused:</strong> <bdi>{shown(line.name)}</bdi>. {line.why.replace(/[.\s]+$/, '')}.
      </li>
    );
  const { told } = line;
  return (
    <li>
      <a href={articlePath(told.article)}>
        <bdi>{shown(told.title)}</bdi>
      </a>{' '}
      <span class="quiet">
        {counted(told.sentences, 'sentence')}, {counted(told.found, 'report')}
        {!told.fresh && ', in the record already'}
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
