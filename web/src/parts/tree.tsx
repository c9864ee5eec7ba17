/** A sentence's tree, drawn as arcs over its words. */

export interface TreeWord {
  readonly index: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

const LETTER = 8.4;
const SMALL = 6.2;
const LEVEL = 22;

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly level: number;
}

/** Short arcs lie under long ones. */
function arcsOf(words: readonly TreeWord[]): Arc[] {
  const arcs = words
    .filter((w) => w.head >= 0)
    .map((w) => ({ from: Math.min(w.head, w.index), to: Math.max(w.head, w.index), label: w.deprel, word: w.index }))
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.word - b.word);
  const done: Arc[] = [];
  for (const arc of arcs) {
    const below = done.filter((d) => d.from < arc.to && arc.from < d.to).map((d) => d.level);
    done.push({ ...arc, level: Math.max(0, ...below) + 1 });
  }
  return done;
}

export function SentenceTree({ words }: { readonly words: readonly TreeWord[] }) {
  const widths = words.map(
    (w) => Math.max(w.form.length * LETTER, w.upos.length * SMALL, w.deprel.length * SMALL) + 14,
  );
  const starts = widths.map((_, i) => widths.slice(0, i).reduce((a, b) => a + b, 0));
  const middle = (i: number) => starts[i]! + widths[i]! / 2;
  const arcs = arcsOf(words);
  const top = Math.max(1, ...arcs.map((a) => a.level)) * LEVEL + 16;
  const width = widths.reduce((a, b) => a + b, 0);
  const described = words
    .map((w) => (w.head < 0 ? `${w.form} is the root` : `${w.form}: ${w.deprel} of ${words[w.head]?.form}`))
    .join('; ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="tree-box" tabIndex={0} aria-label="The tree of the sentence">
      <svg class="tree" width={width} height={top + 44} role="img" aria-label={described}>
        {arcs.map(({ from, to, label, level }) => {
          const y = top - level * LEVEL;
          const [x0, x1] = [middle(from) + 3, middle(to) - 3];
          return (
            <g key={`${from}-${to}-${label}`}>
              <path d={`M${x0} ${top}V${y + 6}q0-6 6-6H${x1 - 6}q6 0 6 6V${top}`} />
              <text class="deprel" x={(x0 + x1) / 2} y={y - 3} text-anchor="middle">
                {label}
              </text>
            </g>
          );
        })}
        {words.map((word, i) => (
          <g key={word.index}>
            <text class={word.head < 0 ? 'word root' : 'word'} x={middle(i)} y={top + 18} text-anchor="middle">
              {word.form}
            </text>
            <text class="upos" x={middle(i)} y={top + 35} text-anchor="middle">
              {word.upos}
            </text>
          </g>
        ))}
      </svg>
    </section>
  );
}
