/** A sentence in; its tree drawn, what was found, the rule that won and the ones that nearly did. */
import { addressOf, useAnswer } from '../api.ts';
import type { PageProps } from '../app.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { SentenceTree, type TreeWord } from '../parts/tree.tsx';
import { go } from '../router.ts';
import { useTitle } from '../title.ts';
import { shown } from '../words.ts';

interface Explanation {
  readonly trees: readonly { readonly words: readonly TreeWord[] }[];
  readonly lines: readonly { readonly kind: 'head' | 'text' | 'dim'; readonly text: string }[];
}

const EXAMPLE = 'Blinken condemned North Korea on Monday for giving artillery to Russia.';

export function ExplainPage({ query }: PageProps) {
  useTitle('Explain');
  const sentence = query.get('sentence');
  const date = query.get('date');
  const { data, trouble } = useAnswer<Explanation>(sentence ? addressOf('/explain', { sentence, date }) : null);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    go(addressOf('/explain', { sentence: String(fields.get('sentence')), date: String(fields.get('date') ?? '') }));
  };
  return (
    <div class="page explain">
      <h1>Explain a sentence</h1>
      <p class="lead">Why it is coded so, and why not otherwise.</p>
      <form class="explain-form" onSubmit={send}>
        <label>
          Sentence
          <textarea
            name="sentence"
            rows={3}
            required
            maxLength={5000}
            key={sentence ?? ''}
            defaultValue={sentence ?? EXAMPLE}
          />
        </label>
        <div class="fields">
          <label>
            Day of the news <input name="date" type="date" defaultValue={date ?? ''} />
          </label>
          <button class="press" type="submit">
            Explain
          </button>
        </div>
      </form>
      {trouble && <Failed trouble={trouble} />}
      {sentence && !data && !trouble && <Loading />}
      {data && <Explained data={data} />}
    </div>
  );
}

/** Lines under their heads. The tree is drawn, so its lines are left out. */
function sectionsOf(data: Explanation) {
  const sections: { head: string; lines: Explanation['lines'][number][] }[] = [];
  for (const line of data.lines) {
    if (line.kind === 'head') sections.push({ head: line.text, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.filter(({ head }) => head !== 'Tree');
}

function Explained({ data }: { readonly data: Explanation }) {
  return (
    <>
      <section aria-labelledby="tree-title">
        <h2 id="tree-title">The tree</h2>
        {data.trees.map(({ words }, i) => (
          <SentenceTree key={i} words={words} />
        ))}
      </section>
      {sectionsOf(data).map(({ head, lines }) => (
        <section key={head} class="explained">
          <h2>{head}</h2>
          {lines.map((line, i) => (
            <p
              key={i}
              class={line.kind === 'dim' ? 'quiet' : ''}
              style={{ paddingInlineStart: `${(line.text.length - line.text.trimStart().length) * 6}px` }}
            >
              {shown(line.text.trim())}
            </p>
          ))}
        </section>
      ))}
    </>
  );
}
