/** A value that may stand in a log: no text of messages, no secrets. */
type LogFact = string | number | boolean | null | undefined;

/** Writes one line per happening for a person who looks for the cause of trouble. */
export type Log = (happening: string, facts?: Readonly<Record<string, LogFact>>) => void;

/** Words that mark a value as a secret wherever it stands. */
const secret = /(bearer\s+|token["'=:\s]+|code=|refresh_token=|access_token=)[^\s"'&]+/gi;

/** A log that writes JSON lines through `write`, with secrets blacked out. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (happening, facts = {}) => {
    const line = JSON.stringify({ at: new Date(now()).toISOString(), happening, ...facts });
    write(`${line.replace(secret, '$1[hidden]')}\n`);
  };
}
