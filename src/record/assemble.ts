/** Query rows as the rows of `src/rows.ts`. */
import type { ActorRef, MentionRow, PartyRow, QuoteRow, ReportRow, SaidRow, SentenceRow, SourceRow } from '../rows.ts';
import type { Out } from './record.ts';
import { statementId } from './tables.ts';

export const toSource = (row: Out): SourceRow => ({
  article: row.id,
  title: row.title,
  publisher: row.publisher,
  published: row.published,
  url: row.url,
  origin: row.origin,
});

export const toSentence = (row: Out): SentenceRow => ({
  index: row.sentence,
  part: row.part,
  from: row.start_at,
  to: row.end_at,
  text: row.words,
  kind: row.kind,
  section: row.section,
  paragraph: row.paragraph,
  proper: row.proper_at,
});

export const toActor = (row: Out): ActorRef => ({
  key: row.actor ?? row.id,
  name: row.name,
  kind: row.kind,
  country: row.country,
  sector: row.sector,
});

const toParty = (row: Out): PartyRow => ({
  ...toActor(row),
  office: row.office,
  text: row.words,
  from: row.start_at,
  to: row.end_at,
  part: row.part,
});

const toSaid = (row: Out): SaidRow => ({
  key: row.actor,
  name: row.name || row.words,
  office: row.office,
  country: row.country,
  sector: row.sector,
  text: row.words,
  cue: row.cue,
  direct: row.direct,
  stance: row.stance,
});

const split = (words: string): string[] => (words ? words.split(' ') : []);

/** A report from its row, its article, its parties' rows and the ids of what it denies. */
export function toReport(row: Out, source: SourceRow, parties: readonly Out[], denies: readonly string[]): ReportRow {
  const ofRole = (role: string) => parties.filter((party) => party.role === role);
  const {
    id,
    event,
    type,
    mode,
    cameo,
    quad,
    intensity,
    mutual,
    day,
    modality,
    negated,
    historical,
    status,
    confidence,
    rule,
  } = row;
  return {
    ...{
      id,
      event,
      type,
      mode,
      cameo,
      quad,
      intensity,
      mutual,
      day,
      modality,
      negated,
      historical,
      status,
      confidence,
      rule,
    },
    source,
    sentence: toSentence(row),
    contexts: split(row.contexts),
    cue: { from: row.cue_start, to: row.cue_end, text: row.cue },
    actors: ofRole('actor').map(toParty),
    recipients: ofRole('recipient').map(toParty),
    when: row.when_from
      ? { from: row.when_from, to: row.when_to, text: row.when_text, implied: row.when_implied }
      : null,
    where: row.place ? { name: row.place, country: row.place_country, lat: row.lat, lon: row.lon } : null,
    topic: split(row.topic),
    said: ofRole('speaker').map(toSaid),
    denies,
  };
}

/** A statement from its row; the speaker is null where nobody is named. */
export function toQuote(row: Out, source: SourceRow): QuoteRow {
  const speaker: SaidRow | null =
    row.speaker || row.name
      ? {
          ...{
            key: row.actor,
            name: row.name ?? row.speaker,
            office: row.office,
            country: row.country,
            sector: row.sector,
          },
          ...{ text: row.speaker, cue: row.cue, direct: row.direct, stance: row.stance },
        }
      : null;
  return {
    ...{ id: statementId(source.article, row.idx), cue: row.cue, direct: row.direct, stance: row.stance, speaker },
    source,
    sentence: toSentence(row),
    content: (JSON.parse(row.content) as [number, number, string?][]).map(([from, to, text]) => ({
      ...{ from, to },
      text: text ?? (row.words as string).slice(from - row.start_at, to - row.start_at),
    })),
  };
}

export const toMention = (row: Out): MentionRow => ({
  ...{ part: row.part, from: row.start_at, to: row.end_at ?? row.start_at + row.words.length },
  ...{ text: row.words, sentence: row.sentence },
  ...{ kind: row.mention_kind, reading: row.reading },
  actor: row.actor
    ? { key: row.actor, name: row.name, kind: row.kind, country: row.country, sector: row.sector }
    : null,
});
