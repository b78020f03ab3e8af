import { redactSecrets } from './redactSecrets.ts';

/** A value that may appear in a log: never the text of a message, never a secret. */
type LogFact = string | number | boolean | null | undefined;

/** Logs an event, named `area.happened`, with the facts that help to find the cause of trouble. */
export type Log = (event: string, facts?: Readonly<Record<string, LogFact>>) => void;

/** A log that passes each event to `write` as one line of JSON, with secrets redacted. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (event, facts = {}) => {
    const line = JSON.stringify({ at: new Date(now()).toISOString(), happening: event, ...facts });
    write(`${redactSecrets(line)}\n`);
  };
}
