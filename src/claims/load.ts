/** Reads `lexicon/speech`. Only Node. */
import { readFileSync } from 'node:fs';
import { KnowledgeError } from '../errors.ts';
import type { Stance } from '../nouns.ts';
import type { Cue, CueKind, Effect, Outcome, Slot, SpeechLexicon } from './lexicon.ts';

const FOLDER = new URL('../../lexicon/speech/', import.meta.url);

const OUTCOMES = new Set(['actual', 'future', 'hypothetical', 'negated', 'keep', 'share']);

function table(name: string, columns: number): string[][] {
  const [, ...lines] = readFileSync(new URL(name, FOLDER), 'utf8').split('\n');
  const rows = lines.filter((line) => line !== '').map((line) => line.split('\t'));
  const short = rows.findIndex((row) => row.length !== columns);
  if (short >= 0) throw new KnowledgeError('S101', `${name}:${short + 2}: ${columns} columns are needed`);
  return rows;
}

function readSlot(written: string): Slot {
  const [name, of] = written.split(':');
  return { name: name!, of: of ?? null };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function readCues(): Map<string, Cue[]> {
  const cues = new Map<string, Cue[]>();
  for (const [name, pos, kind, stance, slots, lemmas] of table('cues.tsv', 7)) {
    for (const words of lemmas!.split(' ')) {
      const [lemma, particle] = words.split('_');
      const cue = { name: name!, kind: kind as CueKind, stance: stance as Stance, particle: particle ?? null };
      add(cues, `${pos} ${lemma}`, { ...cue, slots: slots!.split(' ').map(readSlot) });
    }
  }
  return cues;
}

function readEffects(): Map<string, Effect> {
  const effects = new Map<string, Effect>();
  for (const [pos, slots, outcome, lemmas, reason] of table('effects.tsv', 5)) {
    if (!OUTCOMES.has(outcome!)) throw new KnowledgeError('S102', `effects.tsv: "${outcome}" is no outcome`);
    for (const slot of slots!.split(' ')) {
      for (const lemma of lemmas!.split(' ')) {
        const key = `${pos} ${lemma} ${slot}`;
        if (effects.has(key)) throw new KnowledgeError('S103', `effects.tsv: "${key}" stands twice`);
        effects.set(key, { outcome: outcome as Outcome, reason: reason! });
      }
    }
  }
  return effects;
}

let loaded: SpeechLexicon | null = null;

/** The lexicon that comes with the package, read once. Throws KnowledgeError where it is broken. */
export function speechLexicon(): SpeechLexicon {
  loaded ??= {
    cues: readCues(),
    effects: readEffects(),
    words: new Map(table('words.tsv', 3).map(([list, words]) => [list!, new Set(words!.split(' '))])),
  };
  return loaded;
}
