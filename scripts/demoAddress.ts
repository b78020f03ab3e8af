import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The address of the simulator of a demo workspace, from the log of the shell; null until it listens. */
export function findDemoAddress(userData: string): string | null {
  const log = join(userData, 'logs', 'perch.log');
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  return text.match(/simulator listening on (http:[\d./:]+)/)?.[1] ?? null;
}
