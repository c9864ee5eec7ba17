/** Where PLOVER folds a status into a type, and the figures that follow from the type. */
import type { EventCandidate, Quad, Reality } from '../nouns.ts';
import { intensityOf, quadOf } from '../ontology.ts';
import { trace } from '../trace.ts';

export interface Folded {
  readonly candidate: EventCandidate;
  readonly reality: Reality;
  readonly quad: Quad;
  readonly intensity: number;
}

/** Cooperation that is still to come is an agreement about it (PLOVER 2.0). */
const PROMISED = new Set(['COOPERATE', 'AID']);

/** Refused cooperation is a rejection of it. */
const REFUSABLE = new Set(['COOPERATE', 'AID', 'AGREE', 'CONCEDE', 'RETREAT', 'CONSULT', 'SUPPORT']);

function retype(candidate: EventCandidate, type: string, cameo: string, note: string): EventCandidate {
  return { ...candidate, type, mode: null, cameo, trace: trace(candidate.rule, note, candidate.trace) };
}

/** A future or refused act of the actor's own, folded; anything else as it is, flagged. */
export function fold(candidate: EventCandidate, reality: Reality): Folded {
  let [event, real] = [candidate, reality];
  const own = candidate.actors.length > 0;
  if (own && real.modality === 'future' && !real.negated && PROMISED.has(event.type)) {
    event = retype(event, 'AGREE', '03', `future ${event.type} is AGREE`);
  } else if (own && real.negated && real.modality === 'future' && REFUSABLE.has(event.type)) {
    event = retype(event, 'REJECT', '12', `a refused ${event.type} is REJECT`);
    real = {
      ...real,
      negated: false,
      modality: 'actual',
      steps: [...real.steps, 'refusal is itself the event: REJECT'],
    };
  }
  return { candidate: event, reality: real, quad: quadOf(event.type), intensity: intensityOf(event.type, event.mode) };
}
