/** Codings written by hand, for tests: each report names words of its sentence. */
import type { Actor, Article, Coding, Mention, Report, Sentence, Statement, Tree } from '../nouns.ts';
import { quadOf } from '../ontology.ts';

const state = (id: string, name: string): Actor => ({ id, name, kind: 'country', country: id, sector: 'GOV' });

export const ACTORS = {
  PRK: state('PRK', 'North Korea'),
  RUS: state('RUS', 'Russia'),
  USA: state('USA', 'United States'),
  UKR: state('UKR', 'Ukraine'),
  blinken: {
    id: 'per:antony-blinken',
    name: 'Antony Blinken',
    kind: 'person',
    country: 'USA',
    sector: 'GOV',
    office: 'Secretary of State',
  },
} as const satisfies Record<string, Actor>;

type Who = readonly [words: string, actor: Actor];

export interface Told {
  readonly sentence: number;
  readonly type: string;
  readonly mode?: string;
  readonly cue: string;
  /** The noun that the cue takes as its object, of those that matter. */
  readonly object?: string;
  readonly actors: readonly Who[];
  readonly recipients?: readonly Who[];
  readonly mutual?: boolean;
  readonly status?: Report['status'];
  readonly day?: string;
  readonly denies?: readonly number[];
  readonly saidBy?: Who;
  /** The word of saying, where it is not the report's own cue. */
  readonly saidWith?: string;
  readonly stance?: 'affirms' | 'denies';
}

export interface SaidWords {
  readonly sentence: number;
  readonly by: Who;
  readonly cue: string;
  readonly content: readonly string[];
  readonly direct: boolean;
}

function sentencesOf(article: Article): Sentence[] {
  const found: Sentence[] = [];
  const add = (part: 'title' | 'text', from: number, to: number) =>
    found.push({
      from,
      to,
      part,
      index: found.length,
      paragraph: 0,
      kind: part === 'title' ? 'headline' : 'prose',
      section: null,
      dateline: null,
      tokens: [],
    });
  if (article.title) add('title', 0, article.title.length);
  for (const match of article.text.matchAll(/\S[^.]*\.?["”]?/g))
    add('text', match.index, match.index + match[0].length);
  return found;
}

class Maker {
  readonly mentions: Mention[] = [];
  readonly article: Article;
  readonly sentences: readonly Sentence[];

  constructor(article: Article) {
    this.article = article;
    this.sentences = sentencesOf(article);
  }

  span(sentence: number, words: string) {
    const { from, to, part } = this.sentences[sentence]!;
    const text = part === 'title' ? this.article.title! : this.article.text;
    const at = text.slice(from, to).indexOf(words);
    if (at < 0) throw new RangeError(`no "${words}" in "${text.slice(from, to)}"`);
    return { from: from + at, to: from + at + words.length, part, text: words };
  }

  mention(sentence: number, [words, actor]: Who): Mention {
    const index = this.mentions.length;
    const mention: Mention = {
      ...this.span(sentence, words),
      index,
      sentence,
      head: 0,
      first: 0,
      last: 0,
      kind: 'name',
      reading: 'actor',
      actors: [actor],
      chain: null,
    };
    this.mentions.push(mention);
    return mention;
  }

  report(told: Told): Report {
    const {
      sentence,
      type,
      mode = null,
      mutual = false,
      status = 'reported',
      denies = [],
      day,
      saidBy,
      saidWith = told.cue,
      stance = 'affirms',
    } = told;
    const cue = this.span(sentence, told.cue);
    const said = saidBy
      ? [{ speaker: this.mention(sentence, saidBy), cue: this.span(sentence, saidWith), direct: false, stance }]
      : [];
    const when = day ? { from: day, to: day, text: null, implied: false } : null;
    return {
      ...{
        sentence,
        word: 0,
        cue,
        type,
        mode,
        contexts: [],
        cameo: null,
        mutual,
        topic: [],
        confidence: 0.9,
        rule: 'by hand',
      },
      actors: told.actors.map((who) => this.mention(sentence, who)),
      recipients: (told.recipients ?? []).map((who) => this.mention(sentence, who)),
      ...{
        trace: { rule: 'by hand', note: '', because: [] },
        modality: 'actual',
        negated: false,
        historical: false,
        said,
        steps: [],
      },
      ...{
        quad: quadOf(type),
        intensity: quadOf(type).endsWith('conflict') ? -5 : 5,
        when,
        where: null,
        status,
        denies,
      },
    };
  }

  statement({ sentence, by, cue, content, direct }: SaidWords, index: number): Statement {
    const pieces = content.map((words) => ({ ...this.span(sentence, words), sentence }));
    return {
      index,
      part: pieces[0]!.part,
      sentence,
      speaker: this.mention(sentence, by),
      cue: this.span(sentence, cue),
      cueWord: 0,
      content: pieces,
      direct,
      stance: 'affirms',
    };
  }
}

/** A cue and its object. */
function treeOf(sentence: Sentence, cue: string, object: string): Tree {
  const word = (index: number, lemma: string) => ({ index, from: 0, to: 0, form: lemma, lemma, xpos: '' });
  const words = [
    { ...word(0, cue), upos: 'VERB', head: -1, deprel: 'root' },
    { ...word(1, object), upos: 'NOUN', head: 0, deprel: 'obj' },
  ];
  return { sentence, words, children: [[1], []], root: 0 };
}

/** An article's coding as told. Sentence 0 is the title, where there is one. */
export function makeCoding(
  article: Partial<Article> & { text: string },
  told: readonly Told[],
  said: readonly SaidWords[] = [],
): Coding {
  const full: Article = { id: 'a', date: '2023-09-25', title: null, publisher: 'Test Wire', url: null, ...article };
  const maker = new Maker(full);
  const reports = told.map((one) => maker.report(one));
  const statements = said.map((one, index) => maker.statement(one, index));
  return {
    article: full,
    sentences: maker.sentences,
    trees: told.flatMap((one) => (one.object ? [treeOf(maker.sentences[one.sentence]!, one.cue, one.object)] : [])),
    mentions: maker.mentions,
    reports,
    statements,
    dates: [],
  };
}
