import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { Naming } from './render/fields.ts';

/** The options of the command line. */
export interface CommandLine {
  readonly port: number;
  /** The path of the scenario file; null for the demo. */
  readonly scenario: string | null;
  /** Without a scenario: the account alone. */
  readonly isBare: boolean;
  /** The path of the state file; null keeps nothing. */
  readonly state: string | null;
  readonly names: Naming;
  readonly limits: boolean;
  /** Null for the default token. */
  readonly token: string | null;
  readonly exitWithStdin: boolean;
  readonly help: boolean;
}

export const HELP = `Usage: npm run simulator -- [options]

Runs the built-in X: an HTTP server on 127.0.0.1 that speaks the part of X API v2 that Perch uses.

  --port N            the port to listen on; 0 picks a free one (default 0)
  --scenario FILE     the people and what happens (default: the demo); see docs/simulator.md
  --bare              no scenario: an account without customers
  --state FILE        keep the state in FILE and continue from it at the next start
  --names old|new     X's field names: until August 2026 (old, the default) or since then (new)
  --no-limits         do not enforce rate limits
  --token TOKEN       the access token of the account (default demo-token)
  --exit-with-stdin   exit when standard input closes
  --help              show this

Prints one line with its address to standard output; logs to standard error.
`;

/** Parses the arguments. The error is one sentence for the user. */
export function readCommandLine(args: readonly string[]): Result<CommandLine, string> {
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
    return err(toErrorMessage(cause));
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
