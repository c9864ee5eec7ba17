/** Reads the lexicon as people write it, from `lexicon/events`. Only Node; the build and the tests use it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { EVENT_TYPES } from '../ontology.ts';
import {
  checkClasses,
  checkGrammarClasses,
  compileFile,
  type Example,
  type Finding,
  type WrittenFile,
} from './compile.ts';
import { EVIDENCE } from './confidence.ts';
import type { CameoRow, ContextWords, EventData, LightRole, Sense } from './lexicon.ts';

const FOLDER = new URL('../../lexicon/events/', import.meta.url);

const LIGHT_ROLES: readonly LightRole[] = ['subject-acts', 'subject-undergoes', 'ends', 'existential'];

function readYaml(name: string, findings: Finding[]): unknown {
  try {
    return parse(readFileSync(new URL(name, FOLDER), 'utf8'));
  } catch (error) {
    findings.push({ code: 'E100', where: name, message: `no valid YAML: ${(error as Error).message.split('\n')[0]}` });
    return null;
  }
}

function readClasses(files: readonly string[], findings: Finding[]): Record<string, string[]> {
  const classes: Record<string, string[]> = {};
  for (const name of files.filter((f) => f.startsWith('classes'))) {
    for (const [key, words] of Object.entries((readYaml(name, findings) ?? {}) as Record<string, string[]>)) {
      classes[key] = [...new Set([...(classes[key] ?? []), ...(words ?? []).map(String)])];
    }
  }
  return classes;
}

function readLight(findings: Finding[]): Record<LightRole, string[]> {
  const written = (existsSync(new URL('light.yaml', FOLDER)) ? readYaml('light.yaml', findings) : {}) as Record<
    string,
    unknown
  >;
  const verbs = (value: unknown): string[] => {
    if (typeof value === 'string') return value.match(/"[^"]+"|\S+/g)?.map((w) => w.replaceAll('"', '')) ?? [];
    if (Array.isArray(value)) return value.flatMap((v) => (typeof v === 'string' ? [v] : verbs(v)));
    return value && typeof value === 'object' ? verbs((value as { verbs?: unknown }).verbs) : [];
  };
  return Object.fromEntries(LIGHT_ROLES.map((role) => [role, verbs(written?.[role])])) as Record<LightRole, string[]>;
}

function readContexts(findings: Finding[]): Record<string, ContextWords> {
  if (!existsSync(new URL('contexts.yaml', FOLDER))) return {};
  const written = (readYaml('contexts.yaml', findings) ?? {}) as Record<string, Partial<ContextWords>>;
  return Object.fromEntries(
    Object.entries(written).map(([name, { words, strong }]) => [name, { words: words ?? [], strong: strong ?? [] }]),
  );
}

const KINDS: Readonly<Record<'by' | 'to', readonly unknown[]>> = {
  by: ['forces', 'irregular', 'civilians', 'nobody'],
  to: ['armed', 'unarmed', undefined],
};

/** Rows that cannot be read, and rows that no sense's code can ever meet, are findings. */
function readCameo(senses: readonly Sense[], findings: Finding[]): CameoRow[] {
  const written = (readYaml('cameo.yaml', findings) ?? []) as (CameoRow & { why?: string })[];
  return written.map(({ why, ...row }, at) => {
    const add = (message: string) => findings.push({ code: 'E115', where: `cameo.yaml row ${at + 1}`, message });
    if (!why) add('say why');
    if (!/^\d{2,4}$/.test(row.gives)) add(`"${row.gives}" is no CAMEO code; quote it`);
    for (const [name, kinds] of Object.entries(KINDS))
      if (!kinds.includes(row[name as 'by'])) add(`"${name}" must be one of ${kinds.filter(Boolean).join(', ')}`);
    const isMet = (s: Sense) =>
      s.type === row.type && s.cameo === row.code && (row.mode === undefined || row.mode === (s.mode ?? 'none'));
    if (!senses.some(isMet)) add(`no sense of ${row.type} has the code ${row.code} and mode ${row.mode ?? 'any'}`);
    return row;
  });
}

/** Weights by the name of the evidence; a name that the code does not know, or a weight that is no number, is a finding. */
function readConfidence(findings: Finding[]): Record<string, number> {
  const written = (readYaml('confidence.yaml', findings) ?? {}) as Record<string, unknown>;
  const names = new Set<string>(['base', ...EVIDENCE, ...Object.keys(EVENT_TYPES).map((type) => `type ${type}`)]);
  for (const [name, weight] of Object.entries(written)) {
    const add = (message: string) => findings.push({ code: 'E113', where: `confidence.yaml ${name}`, message });
    if (!names.has(name)) add('no such evidence; the names are in src/events/confidence.ts');
    if (typeof weight !== 'number') add(`"${String(weight)}" is no number`);
  }
  for (const name of names)
    if (!(name in written))
      findings.push({ code: 'E113', where: 'confidence.yaml', message: `no weight for "${name}"` });
  return written as Record<string, number>;
}

/** The whole lexicon: compiled, with its examples and what the linter found. */
export function readWrittenLexicon(): { data: EventData; examples: Example[]; findings: Finding[] } {
  const files = readdirSync(FOLDER)
    .filter((f) => f.endsWith('.yaml'))
    .sort();
  const findings: Finding[] = [];
  const senses: Sense[] = [];
  const examples: Example[] = [];
  for (const name of files.filter((f) => /^[A-Z]+\.yaml$/.test(f))) {
    const compiled = compileFile(readYaml(name, findings) as WrittenFile, name);
    senses.push(...compiled.senses);
    examples.push(...compiled.examples);
    findings.push(...compiled.findings);
  }
  const classes = readClasses(files, findings);
  findings.push(...checkClasses(senses, classes), ...checkGrammarClasses(classes));
  return {
    data: {
      senses,
      classes,
      light: readLight(findings),
      contexts: readContexts(findings),
      cameo: readCameo(senses, findings),
      confidence: readConfidence(findings),
    },
    examples,
    findings,
  };
}
