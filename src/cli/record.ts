/** Where the record is, and opening it. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Desk, openDesk } from '../desk.ts';

/** The folder for the user's data, as the system has it. */
function dataFolder(): string {
  const { platform, env } = process;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'dragoman');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'dragoman');
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'dragoman');
}

/** `--record`, else DRAGOMAN_RECORD, else a file in the user's data folder. */
export function recordPath(option: string | undefined): string {
  return resolve(option ?? process.env.DRAGOMAN_RECORD ?? join(dataFolder(), 'record.duckdb'));
}

/** Opens the record, runs `work`, and closes it whatever happens. */
export async function withDesk<T>(option: string | undefined, work: (desk: Desk) => Promise<T>): Promise<T> {
  const path = recordPath(option);
  mkdirSync(dirname(path), { recursive: true });
  const desk = await openDesk(path);
  try {
    return await work(desk);
  } finally {
    desk.close();
  }
}
