// npm start [-- FILE… | --once]: sets up what is missing, reads the sample (or the files) into a record, prints the brief,
// and serves the desk on loopback.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, setUp } from './setup.mjs';

setUp();
const child = spawn(process.execPath, [join(ROOT, 'bin/dragoman.js'), 'start', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
