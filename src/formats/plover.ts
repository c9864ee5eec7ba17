/** PLOVER's own JSON: an object for each event; compound actors stay lists. */
import type { PartyRow } from '../rows.ts';
import { bestReport, type ExportEvent } from './export.ts';

function entity(party: PartyRow) {
  const { country, sector, text, key, name, office } = party;
  return {
    code: country ?? '',
    sector: sector ?? '',
    entity_text: text,
    identifier_id: key,
    identifier_text: name,
    religion: '',
    ethnicity: '',
    office: office ?? '',
    gender: '',
    age: '',
  };
}

/** The event in PLOVER's fields. */
export function ploverEvent(one: ExportEvent): object {
  const report = bestReport(one);
  const { source, sentence, where, when } = report;
  const day = report.day ?? source.published ?? '';
  return {
    ...{ id: one.event.id, has_event: true, date: day, time: '', enddate: when?.to ?? day, endtime: '' },
    actor: report.actors.map(entity),
    recipient: report.recipients.map(entity),
    event: report.type,
    event_loc: where
      ? [
          {
            extracted_place: where.name,
            resolved_place: where.name,
            lat: where.lat,
            lon: where.lon,
            country_code: where.country ?? '',
          },
        ]
      : [],
    ...{
      event_text: report.cue.text,
      quad_code: report.quad,
      event_scale: report.intensity,
      mode: report.mode ?? '',
      context: report.contexts,
      link: source.url ?? '',
    },
    text: sentence.text,
    text_info: [{ sequence: sentence.index + 1, start: sentence.from, end: sentence.to, text_story: source.article }],
    cite_info: [
      {
        url: source.url ?? '',
        title: source.title ?? '',
        publication: source.publisher ?? '',
        coder: 'dragoman',
        codebook: 'PLOVER',
        version: '2.0',
      },
    ],
    ...{ coder: 'dragoman', coded_date: '', coded_time: '', comment: `status: ${one.event.status}` },
  };
}
