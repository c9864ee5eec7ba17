/** What the words of the record mean, for everybody: by touch, by keyboard, by ear. */
import type { Status } from '../../../src/nouns.ts';
import { EVENT_TYPES, quadOf } from '../../../src/ontology.ts';
import { STATUS_ORDER } from '../../../src/wording.ts';
import { TYPE_WORDS, typeNoun } from '../words.ts';
import { MEANINGS, StatusMark } from './status.tsx';

const TERMS: readonly (readonly [string, string])[] = [
  ['Event', 'What one actor is reported to have done towards another; told of once, however many reports tell it.'],
  ['Report', 'One sentence of one article that tells of an event.'],
  ['Origin', 'A text printed first somewhere; its copies elsewhere count with it. One origin is “one source”.'],
  [
    'Words and deeds',
    'Cooperation or conflict that is said (promised, praised, threatened) or done (aid, sanctions, attacks).',
  ],
  ['Intensity', 'PLOVER’s scale from −10, the gravest conflict, to +10, the closest cooperation.'],
  ['Coverage', 'Articles that the record has from a period, copies left out; more articles tell of more events.'],
];

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** All words. `types` leaves only those types that are asked for. */
export function Words({ types, level = 3 }: { readonly types?: readonly string[]; readonly level?: 2 | 3 }) {
  const shown = Object.keys(EVENT_TYPES).filter((type) => !types || types.includes(type));
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <div class="words">
      <Title>How sure it is</Title>
      <dl>
        {STATUS_ORDER.map((status: Status) => (
          <div key={status}>
            <dt>
              <StatusMark status={status} />
            </dt>
            <dd>{`${sentence(MEANINGS[status])}.`}</dd>
          </div>
        ))}
      </dl>
      {shown.length > 0 && (
        <>
          <Title>What is told of</Title>
          <dl>
            {shown.map((type) => (
              <div key={type}>
                <dt>{sentence(typeNoun(type))}</dt>
                <dd>
                  {TYPE_WORDS[type]?.meaning} <span class="quiet">{`${quadOf(type)}, ${type}`}</span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <Title>What is counted</Title>
      <dl>
        {TERMS.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The words, folded up until they are asked for. */
export function Glossary({ types, level }: { readonly types?: readonly string[]; readonly level?: 2 | 3 }) {
  return (
    <details class="glossary no-print">
      <summary>What the words mean</summary>
      <Words {...(types ? { types } : {})} {...(level ? { level } : {})} />
    </details>
  );
}
