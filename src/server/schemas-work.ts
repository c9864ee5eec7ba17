/** Shapes of briefs, explanations, readings, pages of lists and problems, and of what is asked. */
import { z } from '@hono/zod-openapi';
import { PeriodName, Quad, Sentence, Source, Status } from './schemas.ts';

const text = z.string();
const maybe = z.string().nullable();
const count = z.int().min(0);

const Citation = z.object({ number: count, source: Source, sentence: Sentence, report: maybe }).openapi('Citation');

const BriefLine = z
  .object({ text, status: Status.nullable(), day: maybe, until: maybe.optional(), cites: z.array(Citation) })
  .openapi('BriefLine');

export const BriefPage = z
  .object({
    title: text,
    headline: BriefLine,
    notes: z.array(text),
    topline: BriefLine.nullable(),
    changes: z.array(BriefLine),
    facts: z.array(BriefLine),
    background: z.array(BriefLine),
    quote: BriefLine.extend({ words: z.array(text), speaker: text, office: maybe }).nullable(),
    disputed: z.array(
      z.object({
        kind: z.enum(['answered', 'together', 'alone']),
        claim: BriefLine,
        denials: z.array(BriefLine),
      }),
    ),
    measures: z.array(BriefLine),
    tangent: BriefLine.nullable(),
    further: z.array(z.object({ title: text, publisher: maybe, url: maybe })),
    sources: z.array(Citation),
  })
  .openapi('Brief');

const Word = z
  .object({ index: count, form: text, lemma: text, upos: text, xpos: text, head: z.int(), deprel: text })
  .openapi('Word');

export const Explanation = z
  .object({
    sentence: text,
    date: maybe,
    trees: z.array(z.object({ words: z.array(Word) })),
    lines: z.array(z.object({ kind: z.enum(['head', 'text', 'dim']), text })),
  })
  .openapi('Explanation');

export const Problem = z.object({ type: text, title: text, status: z.int(), detail: text }).loose().openapi('Problem');

/** A page of a list: `next` is the address of the page after it, or null. */
export const pageOf = <T extends z.ZodType>(item: T, name: string) =>
  z.object({ items: z.array(item), total: count, next: maybe }).openapi(name);

const dayAsked = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day as YYYY-MM-DD')
  .refine(
    (d) => !Number.isNaN(Date.parse(d)) && new Date(d).toISOString().startsWith(d),
    'must be a day of the calendar',
  );

const whole = (fallback: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number')
    .optional()
    .transform((s) => Math.min(most, s === undefined ? fallback : Number(s)))
    .openapi({ type: 'integer', minimum: 0, maximum: most, default: fallback });

export const Between = z.object({ since: dayAsked.optional(), until: dayAsked.optional() });
export const Paging = z.object({ limit: whole(50, 500), offset: whole(0, 1_000_000) });
export const PairAsked = z.object({
  pair: z
    .string()
    .max(300)
    .openapi({ description: 'Two keys: "PRK-RUS", or "per:kim-jong-un~RUS" where a key has a hyphen.' }),
});
export const IdAsked = z.object({ id: z.string().min(1).max(400) });
export const RelationAsked = Between.extend({ period: PeriodName.optional(), events: whole(120, 500) });
const span = (description: string) =>
  z.string().max(40).optional().openapi({ description, example: '2020-01-01..2020-12-31' });
/** Events between two actors, by what they are. */
export const EventsAsked = Between.extend({
  ...Paging.shape,
  direction: z.enum(['forward', 'backward', 'both']).default('both'),
  kind: z.enum(['cooperation', 'conflict']).optional(),
  quad: Quad.optional(),
  type: z.string().max(40).optional(),
  status: Status.optional(),
  counted: z
    .enum(['true', 'false'])
    .optional()
    .transform((said) => said === 'true')
    .openapi({ type: 'boolean', default: false, description: 'Without what is denied or told as not so' }),
});
export const EvidenceAsked = EventsAsked.extend({ also: span('A second period whose reports are brought as well') });
export const PeriodsAsked = Between.extend({
  against: span('The period to compare with; as many days just before the other one where it is left out'),
});
export const ReportsAsked = Paging.extend({
  ids: z.string().max(20_000).optional().openapi({ description: 'Ids with commas between' }),
});
export const BriefAsked = Between.extend({ format: z.enum(['json', 'text', 'md', 'html']).default('json') });
export const SearchAsked = z.object({ q: z.string().max(200), limit: whole(8, 50) });
export const ExplainAsked = z.object({ sentence: z.string().trim().min(1).max(5000), date: dayAsked.optional() });

export const ArticleAsked = z
  .object({
    text: z.string().min(1).max(5_000_000),
    title: z.string().max(1000).nullish(),
    date: dayAsked.nullish(),
    publisher: z.string().max(300).nullish(),
    url: z.string().max(2000).nullish(),
  })
  .openapi('ArticleAsked');
export const UrlAsked = z.object({ url: z.url({ protocol: /^https?$/ }).max(2000) }).openapi('UrlAsked');

export const Reading = z
  .object({ id: text, name: text, state: z.enum(['waiting', 'reading', 'joining', 'done']) })
  .openapi('Reading');
