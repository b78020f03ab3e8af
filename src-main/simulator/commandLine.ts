import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/result.ts';
import type { Naming } from './render/names.ts';

/** What was asked for on the command line. */
export interface Command {
  readonly port: number;
  readonly scenario: string | null;
  readonly isBare: boolean;
  readonly state: string | null;
  readonly names: Naming;
  readonly limits: boolean;
  readonly token: string | null;
  readonly exitWithStdin: boolean;
  readonly help: boolean;
}

export const HELP = `Usage: npm run simulator -- [options]

Runs the built-in X: an HTTP server on 127.0.0.1 that implements the part of X API v2 that Perch uses.

  --port N            port to listen on; 0 picks a free one (default 0)
  --scenario FILE     people and events to load (default: the demo); see docs/simulator.md
  --bare              no scenario: an account without customers
  --state FILE        save the state in FILE and resume from it at the next start
  --names old|new     X's field names before August 2026 (old, the default) or since then (new)
  --no-limits         do not enforce rate limits
  --token TOKEN       access token of the account (default demo-token)
  --exit-with-stdin   exit when standard input closes
  --help              show this help

Prints its address to standard output in one line; logs go to standard error.
`;

/** Reads the arguments, or says in one sentence what is wrong with them. */
export function readCommand(args: readonly string[]): Result<Command, string> {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535) return err(`--port ${values.port} is not a port.`);
    if (values.names !== 'old' && values.names !== 'new') return err(`--names must be old or new.`);
    return ok({
      port,
      scenario: values.scenario ?? null,
      isBare: values.bare,
      state: values.state ?? null,
      names: values.names,
      limits: !values['no-limits'],
      token: values.token ?? null,
      exitWithStdin: values['exit-with-stdin'],
      help: values.help,
    });
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

const OPTIONS = {
  port: { type: 'string', default: '0' },
  scenario: { type: 'string' },
  bare: { type: 'boolean', default: false },
  state: { type: 'string' },
  names: { type: 'string', default: 'old' },
  'no-limits': { type: 'boolean', default: false },
  token: { type: 'string' },
  'exit-with-stdin': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;
