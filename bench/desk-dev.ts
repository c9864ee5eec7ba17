// Serves the desk on the record of the tests: node --import tsx bench/desk-dev.ts [port] [empty]
import { createServer } from '../src/server/index.ts';
import { testDesk } from '../src/server/testing.ts';

const [port = '4777', what] = process.argv.slice(2);
const { desk, close } = await testDesk({ empty: what === 'empty' });
const onFailure = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
const server = await createServer(desk, { port: Number(port), onFailure });
process.stderr.write(`${server.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await server.close();
    close();
  });
