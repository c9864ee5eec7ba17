/** The linter of `lexicon/speech`. */
import type { SpeechLexicon } from './lexicon.ts';

export interface SpeechFault {
  readonly code: string;
  readonly where: string;
  readonly message: string;
}

const KINDS = 'says mentions asks thinks wants orders judges accuses shows seems'.split(' ');
const STANCES = ['affirms', 'denies', 'doubts'];
const SLOTS = 'clause quote parataxis obj inf ger prep small as after xcomp'.split(' ');
/** Lists that the code of this room asks for by name. */
const LISTS = [
  'negator no-determiner nobody without future modal would condition hedge alleged alleged-modifier possible-modifier',
  'future-modifier negative-modifier attempt attempted-deed object-control-marker time-noun first-person third-person',
  'first-or-second-person personal-pronoun announcing-verb not-only question-word perfective time-marker',
  'anchoring-preposition in-a-row definite-determiner according clause-opener relative-pronoun participle-of-speech',
  'plain-speech object-preposition untold colon-source long-time during denies-facts speaking-noun denying-verb',
  'meets-saying hearsay-noun hearsay-passive bygone historical-noun until withheld-speech unwilling-verb',
].flatMap((line) => line.split(' '));

const WORD = /^[\p{L}'’-]+(?:[-_ ][\p{L}'’-]+)*$/u;

/** Faults: S201 unknown kind, S202 unknown stance, S203 unknown slot, S204 "prep" without its preposition, S205 not a word, S206 a list is missing. */
export function checkSpeech(lexicon: SpeechLexicon): SpeechFault[] {
  const faults: SpeechFault[] = [];
  const fault = (code: string, where: string, message: string): void => void faults.push({ code, where, message });
  for (const [where, cues] of lexicon.cues) {
    for (const { kind, stance, slots } of cues) {
      if (!KINDS.includes(kind)) fault('S201', where, `"${kind}" is no kind of cue`);
      if (!STANCES.includes(stance)) fault('S202', where, `"${stance}" is no stance`);
      for (const { name, of } of slots) {
        if (!SLOTS.includes(name)) fault('S203', where, `"${name}" is no slot`);
        if (name === 'prep' && of === null) fault('S204', where, 'write the preposition: prep:for');
      }
    }
  }
  for (const key of [...lexicon.cues.keys(), ...lexicon.effects.keys()]) {
    if (!WORD.test(key)) fault('S205', key, 'dictionary forms only, letters and hyphens');
  }
  if (lexicon.words.size === 0) fault('S206', 'words.tsv', 'is empty');
  for (const list of LISTS) if (!lexicon.words.has(list)) fault('S206', list, 'this list is needed');
  return faults;
}
