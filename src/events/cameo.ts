/** The CAMEO code of an event: the sense's, unless who does it to whom, or the word itself, makes it another. */
import type { Actor, Mention, Tree } from '../nouns.ts';
import type { CameoRow, EventLexicon, Sense } from './lexicon.ts';

interface Told {
  readonly sense: Sense;
  readonly words: readonly number[];
  readonly actors: readonly Mention[];
  readonly recipients: readonly Mention[];
}

const actorsOf = (mentions: readonly Mention[]): Actor[] => mentions.flatMap((m) => m.actors);

const isState = ({ kind, code, sector }: Actor): boolean =>
  sector === null && (kind === 'country' || (code !== undefined && kind === 'group'));

/** What is an actor where violence is meant? Null where nothing says. */
function kindOf(actor: Actor, lexicon: EventLexicon): CameoRow['by'] | 'police' | null {
  const { sector } = actor;
  const isOf = (name: string): boolean => sector !== null && lexicon.inClass(name, sector);
  if (isState(actor) || isOf('forces-sector')) return 'forces';
  if (isOf('irregular-sector')) return 'irregular';
  if (isOf('everyday-sector')) return 'civilians';
  return isOf('police-sector') ? 'police' : null;
}

function fits(row: CameoRow, { sense, actors, recipients }: Told, lexicon: EventLexicon): boolean {
  if (row.type !== sense.type || row.code !== sense.cameo) return false;
  if (row.mode !== undefined && row.mode !== (sense.mode ?? 'none')) return false;
  const by = actorsOf(actors).map((a) => kindOf(a, lexicon));
  if (row.by === 'nobody' ? by.length > 0 : !by.length || !by.every((kind) => kind === row.by)) return false;
  if (row.to === undefined) return true;
  const to = actorsOf(recipients).map((a) => kindOf(a, lexicon));
  const isArmed = to.some((kind) => kind === 'forces' || kind === 'irregular' || kind === 'police');
  return row.to === 'armed' ? isArmed : to.length > 0 && !isArmed;
}

/**
 * The code, as exact as the words and parties allow; null where the lexicon has none. Appeals (02) and demands (10) are told
 * apart by the word, under one list of what is wanted: 023 and 103 both want aid.
 */
export function cameoOf(told: Told, tree: Tree, lexicon: EventLexicon): string | null {
  const { sense, words } = told;
  const root = sense.cameo?.slice(0, 2);
  if (sense.type === 'REQUEST' && (root === '02' || root === '10'))
    return (
      (words.some((w) => lexicon.inClass('demanding', tree.words[w]!.lemma)) ? '10' : '02') + sense.cameo!.slice(2)
    );
  return lexicon.cameo.find((row) => fits(row, told, lexicon))?.gives ?? sense.cameo;
}
