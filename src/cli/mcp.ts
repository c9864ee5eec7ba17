import { explainSentence } from '../explain.ts';
import { serveMcp } from '../mcp/index.ts';
import type { Tools } from '../pipeline.ts';
import { toolsWith } from './dictionaries.ts';
import { withDesk } from './record.ts';

/** `dragoman mcp`: relations, events, briefs and explanations as tools, until the input ends. */
export function mcpCommand(options: { record?: string; version: string }): Promise<number> {
  let tools: Tools | null = null;
  return withDesk(options.record, async (desk) => {
    await serveMcp(desk, {
      version: options.version,
      explain: (sentence, date) => {
        tools ??= toolsWith();
        return explainSentence(sentence, date, tools);
      },
    });
    return 0;
  });
}
