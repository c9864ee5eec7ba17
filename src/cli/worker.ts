/** A thread that codes lines: it gets them in batches and gives back what to write. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Dictionaries, loadTools } from '../tools.ts';
import { codeLine } from './code.ts';
import { type Answer, answerLine } from './stream.ts';

const tools = loadTools(workerData as Dictionaries);

parentPort!.on('message', (lines: readonly Uint8Array[]) => {
  const answers: Answer[] = lines.map((line) => answerLine(Buffer.from(line), (row) => codeLine(row, tools)));
  parentPort!.postMessage(answers);
});
