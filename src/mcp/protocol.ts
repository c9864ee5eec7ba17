/** The Model Context Protocol over standard input and output: JSON-RPC 2.0, one message a line. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { InputError } from '../errors.ts';

/** A tool that an assistant can call. `run` throws InputError at bad arguments. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: object;
  readonly run: (args: Readonly<Record<string, unknown>>) => Promise<string>;
}

interface Message {
  readonly id?: string | number | null;
  readonly method?: string;
  readonly params?: {
    readonly name?: string;
    readonly arguments?: Record<string, unknown>;
    readonly protocolVersion?: string;
  };
}

interface Failure {
  readonly code: number;
  readonly message: string;
}

export interface Identity {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
}

const VERSIONS = ['2025-06-18', '2025-03-26', '2024-11-05'];
const fail = (code: number, message: string): { error: Failure } => ({ error: { code, message } });

async function call(tools: readonly Tool[], { params }: Message): Promise<object> {
  const tool = tools.find((t) => t.name === params?.name);
  if (!tool) return fail(-32602, `no tool called "${params?.name ?? ''}"; tools/list names them`);
  try {
    return { result: { content: [{ type: 'text', text: await tool.run(params?.arguments ?? {}) }] } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { result: { content: [{ type: 'text', text: error.message }], isError: true } };
  }
}

/** The answer to a message; null for what asks for none. */
async function answerTo(
  message: Message,
  tools: readonly Tool[],
  { instructions, ...serverInfo }: Identity,
): Promise<object | null> {
  if (message.id === undefined) return null;
  if (message.method === 'ping') return { result: {} };
  if (message.method === 'tools/list')
    return { result: { tools: tools.map(({ run: _run, ...described }) => described) } };
  if (message.method === 'tools/call') return call(tools, message);
  if (message.method !== 'initialize') return fail(-32601, `no method "${message.method ?? ''}"`);
  const asked = message.params?.protocolVersion ?? '';
  const protocolVersion = VERSIONS.includes(asked) ? asked : VERSIONS[0];
  return { result: { protocolVersion, capabilities: { tools: {} }, serverInfo, instructions } };
}

function read(line: string): Message | null {
  try {
    const message: unknown = JSON.parse(line);
    return typeof message === 'object' && message !== null && !Array.isArray(message) ? (message as Message) : null;
  } catch {
    return null;
  }
}

/** Answers messages one after another until the input ends. */
export async function serveTools(
  tools: readonly Tool[],
  identity: Identity,
  input: Readable,
  output: Writable,
): Promise<void> {
  const send = (id: Message['id'], answer: object) =>
    output.write(`${JSON.stringify({ jsonrpc: '2.0', id: id ?? null, ...answer })}\n`);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue;
    const message = read(line);
    if (!message) {
      send(null, fail(-32700, 'a line that is no JSON object'));
      continue;
    }
    try {
      const answer = await answerTo(message, tools, identity);
      if (answer) send(message.id, answer);
    } catch (error) {
      send(message.id, fail(-32603, `the program failed: ${error instanceof Error ? error.message : 'unknown'}`));
    }
  }
}
