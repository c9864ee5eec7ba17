/** The brief in the form of a news feature, every line with its sources; to copy, to keep, to print. */
import { useState } from 'preact/hooks';
import type { Brief, BriefLine, Citation } from '../../../src/rows.ts';
import { articlePath, readPair } from '../../../src/server/addresses.ts';
import { addressOf, askText, Trouble, useAnswer } from '../api.ts';
import { betweenCode, openEvidence, reportsCode } from '../evidence.ts';
import { dayInWords, shown, sourceName, webAddress } from '../words.ts';
import { Failed, Loading } from './states.tsx';
import { StatusMark } from './status.tsx';

const citeHref = ({ source, sentence }: Citation): string => `${articlePath(source.article)}?at=${sentence.index}`;

function Cites({ cites }: { readonly cites: readonly Citation[] }) {
  const reports = cites.flatMap((c) => (c.report ? [c.report] : []));
  if (!cites.length) return null;
  const numbers = cites.map((c) => c.number);
  const name = `Source ${numbers.join(', ')}`;
  return (
    <sup class="cite">
      {reports.length ? (
        <button type="button" aria-label={name} onClick={() => openEvidence(reportsCode(reports))}>
          {numbers.join(', ')}
        </button>
      ) : (
        <a href={citeHref(cites[0]!)} aria-label={name}>
          {numbers.join(', ')}
        </a>
      )}
    </sup>
  );
}

/** A last word with more letters than this may stand on another line than the numbers behind it. */
const LONG_WORD = 24;

/** Words with the numbers of their sources, which stay on the line of the last word. */
function Cited({ text, cites }: { readonly text: string; readonly cites: readonly Citation[] }) {
  const words = shown(text);
  const at = words.lastIndexOf(' ') + 1;
  if (words.length - at > LONG_WORD)
    return (
      <>
        <bdi>{words}</bdi>
        <Cites cites={cites} />
      </>
    );
  return (
    <bdi>
      {words.slice(0, at)}
      <span class="together">
        {words.slice(at)}
        <Cites cites={cites} />
      </span>
    </bdi>
  );
}

function LineText({ line }: { readonly line: BriefLine }) {
  return (
    <>
      {(line.day || line.status) && (
        <span class="brief-frame">
          {line.day && <span>{dayInWords(line.day)}</span>}
          {line.status && <StatusMark status={line.status} />}
        </span>
      )}
      <Cited text={line.text} cites={line.cites} />
    </>
  );
}

/** The page without what is not the brief; the browser's own command prints all of it. */
function printBrief(): void {
  const root = document.documentElement;
  root.classList.add('brief-alone');
  addEventListener('afterprint', () => root.classList.remove('brief-alone'), { once: true });
  print();
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly BriefLine[] }) {
  if (!lines.length) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line, i) => (
          <li key={i}>
            <LineText line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Disputed({ brief }: { readonly brief: Brief }) {
  if (!brief.disputed.length) return null;
  return (
    <section>
      <h3>What is disputed</h3>
      {brief.disputed.map(({ kind, claim, denials }, i) => (
        <div key={i} class="dispute">
          {kind === 'alone' && <p class="quiet">Denied; nobody here is told to claim it.</p>}
          <p>
            <LineText line={claim} />
          </p>
          {denials.map((denial, k) => (
            <p key={k} class="denial">
              <LineText line={denial} />
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}

function CrucialQuote({ brief }: { readonly brief: Brief }) {
  const { quote } = brief;
  if (!quote) return null;
  return (
    <section>
      <h3>Crucial quote</h3>
      <blockquote class="brief-quote">
        <Cited text={quote.words.join(' … ')} cites={quote.cites} />
        <footer>
          {shown(quote.speaker)}
          {quote.office && `, ${quote.office}`}
        </footer>
      </blockquote>
    </section>
  );
}

function Further({ brief }: { readonly brief: Brief }) {
  if (!brief.further.length) return null;
  return (
    <section>
      <h3>Further reading</h3>
      <ul>
        {brief.further.map(({ title, publisher, url }, i) => {
          const address = webAddress(url);
          const words = <bdi>{shown(title)}</bdi>;
          return (
            <li key={i}>
              {address ? (
                <a href={address} rel="noreferrer noopener" target="_blank">
                  {words}
                </a>
              ) : (
                words
              )}
              {publisher && <> ({shown(publisher)})</>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Sources({ brief }: { readonly brief: Brief }) {
  if (!brief.sources.length) return null;
  return (
    <details class="brief-sources" open={brief.sources.length <= 6}>
      <summary>{brief.sources.length === 1 ? 'One sentence cited' : `${brief.sources.length} sentences cited`}</summary>
      <ol>
        {brief.sources.map((cite) => (
          <li key={cite.number} value={cite.number}>
            <a href={citeHref(cite)}>
              <bdi>{shown(cite.sentence.text)}</bdi>
            </a>{' '}
            <span class="quiet">
              {shown(sourceName(cite.source))}
              {cite.source.published && `, ${dayInWords(cite.source.published)}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Copy({ path }: { readonly path: string }) {
  const [done, setDone] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await askText(path));
      setDone('Copied');
    } catch (error) {
      setDone(error instanceof Trouble ? error.message : 'The browser did not allow it');
    }
    setTimeout(() => setDone(''), 2500);
  };
  return (
    <>
      <button type="button" class="plain" onClick={copy}>
        {done || 'Copy'}
      </button>
      <span class="unseen" role="status">
        {done}
      </span>
    </>
  );
}

export interface BriefProps {
  readonly pair: string;
  readonly since: string | null;
  readonly until: string | null;
}

export function BriefColumn({ pair, since, until }: BriefProps) {
  const at = (format: string | null) =>
    addressOf(`/relations/${encodeURIComponent(pair)}/brief`, { since, until, format });
  const { data: brief, trouble } = useAnswer<Brief>(at(null));
  const sides = readPair(pair);
  const both = sides && betweenCode({ a: sides[0], b: sides[1], direction: 'both', from: since, to: until });
  if (trouble) return <Failed trouble={trouble} />;
  if (!brief) return <Loading lines={12} label="The brief is being written" />;
  return (
    <article class="brief" aria-labelledby="brief-title">
      <p class="kicker">Brief</p>
      <h2 id="brief-title">
        <bdi>{shown(brief.headline.text)}</bdi>
        <Cites cites={brief.headline.cites} />
      </h2>
      <p class="actions no-print">
        <Copy path={at('text')} />
        <a href={`/api${at('md')}`} download={`brief-${pair}.md`}>
          Download
        </a>
        <button type="button" class="plain" onClick={printBrief}>
          Print
        </button>
      </p>
      {brief.notes.map((note) => (
        <p key={note} class="note">
          {/\d/.test(note) && both ? (
            <button type="button" class="finding" onClick={() => openEvidence(both)}>
              {note}
            </button>
          ) : (
            note
          )}
        </p>
      ))}
      {brief.topline && (
        <p class="topline">
          <LineText line={brief.topline} />
        </p>
      )}
      <Lines title="What changed" lines={brief.changes} />
      <Lines title="Key facts" lines={brief.facts} />
      <Lines title="Key background" lines={brief.background} />
      <CrucialQuote brief={brief} />
      <Disputed brief={brief} />
      <Lines title="Measures in force" lines={brief.measures} />
      {brief.tangent && <Lines title="Tangent" lines={[brief.tangent]} />}
      <Further brief={brief} />
      <Sources brief={brief} />
    </article>
  );
}
