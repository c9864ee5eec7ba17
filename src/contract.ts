/** The machine interface: a coding as the JSON that `dragoman code` writes. Field names and shapes are public. */
import type { Actor, Coding, Mention, Report, Said, Span, SpeakerWords, Statement } from './nouns.ts';

type Piece = Span & { readonly text: string };

const piece = ({ from, to, text, part }: Piece) => ({ from, to, text, part });

/** An actor as the contract has it. */
export function actorOut(actor: Actor) {
  const { name, id, kind, country, sector, code, office } = actor;
  return { name, ...(id && { id }), kind, country, sector, ...(code && { code }), ...(office && { office }) };
}

const UNKNOWN = { name: '', kind: 'unknown', country: null, sector: null };

/** One entry for each actor that a mention names. */
const partiesOut = (mentions: readonly Mention[]) =>
  mentions.flatMap((m) => m.actors.map((actor) => ({ ...piece(m), actor: actorOut(actor) })));

function speakerOut(speaker: Mention | SpeakerWords | null) {
  if (!speaker) return null;
  const [actor] = speaker.actors;
  return { ...piece(speaker), actor: actor ? actorOut(actor) : { ...UNKNOWN, name: speaker.text } };
}

const saidOut = ({ speaker, cue, direct, stance }: Said) => ({
  speaker: speakerOut(speaker),
  cue: piece(cue),
  direct,
  stance,
});

function reportOut(r: Report) {
  const { type, mode, contexts, cameo, quad, intensity, modality, negated, historical, status, confidence, rule } = r;
  const where = r.where && {
    ...piece(r.where),
    ...{ name: r.where.name, country: r.where.country, lat: r.where.lat, lon: r.where.lon },
    ...(r.where.admin && { admin: r.where.admin }),
  };
  return {
    ...{ type, mode, contexts, cameo, quad, intensity },
    actors: partiesOut(r.actors),
    recipients: partiesOut(r.recipients),
    ...{ cue: piece(r.cue), sentence: r.sentence, when: r.when, where, modality, negated, historical },
    said: r.said.map(saidOut),
    ...{ status, confidence, rule },
    ...(r.denies.length && { denies: r.denies }),
  };
}

const statementOut = ({ speaker, cue, content, direct, part, stance }: Statement) => ({
  speaker: speakerOut(speaker),
  cue: piece(cue),
  content: content.map(piece),
  ...{ direct, part, stance },
});

/** The coding of an article, under the id that came with it. */
export function codingOut(coding: Coding, id: unknown = coding.article.id) {
  return {
    id,
    sentences: coding.sentences.map(({ from, to, part, kind }) => ({ from, to, part, kind })),
    mentions: partiesOut(coding.mentions),
    reports: coding.reports.map(reportOut),
    statements: coding.statements.map(statementOut),
    dates: coding.dates.map(({ from, to, text, part, type, value }) => ({ from, to, text, part, type, value })),
  };
}
