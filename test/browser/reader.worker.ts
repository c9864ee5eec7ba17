/** The worker of the parser's browser test: fetches the model from its own origin, reads, answers once. */
import { readTexts } from './reader.ts';

const bytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const port = globalThis as unknown as { onmessage: unknown; postMessage: (answer: string) => void };

port.onmessage = async ({ data }: { data: string[] }) => {
  const lemmas = JSON.parse(new TextDecoder().decode(await bytes('/model.lemmas.json')));
  port.postMessage(readTexts({ model: await bytes('/model.bin'), lemmas, texts: data }));
};
