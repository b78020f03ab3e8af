import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

type LogFact = string | number | boolean | null | undefined;

/** Writes one line per happening for a person who looks for the cause of trouble. Never throws. */
export type Log = (happening: string, facts?: Readonly<Record<string, LogFact>>) => void;

/** The file is set aside at this size; one older file is kept. */
const LIMIT_BYTES = 1_000_000;

/** Words that mark a value as a secret wherever it stands. */
const secret = /(bearer\s+|token["'=:\s\\]+|code=|state=|refresh_token=|access_token=)[^\s"'&]+/gi;

/** `text` with whatever looks like a secret blacked out. */
export function withoutSecrets(text: string): string {
  return text.replace(secret, '$1[hidden]');
}

/** A log that writes JSON lines to `file`, readable by its owner only. */
export function createFileLog(file: string, now: () => number): Log {
  return (happening, facts = {}) => {
    const line = JSON.stringify({ at: new Date(now()).toISOString(), happening, ...facts });
    try {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      setAsideWhenLong(file);
      appendFileSync(file, `${withoutSecrets(line)}\n`, { mode: 0o600 });
    } catch {
      // A disk that takes nothing must not take the application down with it.
    }
  };
}

function setAsideWhenLong(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LIMIT_BYTES) return;
  const older = file.replace(/\.log$/, '.1.log');
  rmSync(older, { force: true });
  renameSync(file, older);
}
