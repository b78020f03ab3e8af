import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/result.ts';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly options: RunOptions };

export interface RunOptions {
  readonly dataDir: string;
  readonly xUrl: string | null;
  readonly agentName: string;
  /** Null where nobody says how often. */
  readonly pollSeconds: number | null;
}

export const usage = `Usage: npm run --silent engine -- --data DIR [options]

Speaks JSON-RPC 2.0 on stdin and stdout, one JSON object per line; logs go to stderr.

  --data DIR          workspace folder; created if it does not exist
  --x-url URL         address of X or of the simulator: https, or http on this machine
  --agent NAME        name recorded on every activity (default: your user name)
  --poll-seconds N    seconds between polls of X; 0 turns automatic polls off. By default Perch polls often during office
                      hours and while customers wait, and rarely at night
  --help              show this help
  --version           show the version

Set the access token for X in the environment variable PERCH_X_TOKEN.
`;

const flags = {
  data: { type: 'string' },
  'x-url': { type: 'string' },
  agent: { type: 'string' },
  'poll-seconds': { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

/** Reads the command line; the error is a sentence that names what is wrong. Folders are relative to `from`. */
export function parseCommand(argv: readonly string[], from: string): Result<Command, string> {
  const parsed = readFlags(argv);
  if (!parsed.ok) return parsed;
  const values = parsed.value;
  if (values.help) return ok({ kind: 'help' });
  if (values.version) return ok({ kind: 'version' });
  if (!values.data) return err('--data is missing: pass the workspace folder');
  const xUrl = values['x-url'] === undefined ? ok(null) : toXUrl(values['x-url']);
  if (!xUrl.ok) return xUrl;
  const pollSeconds = toPollSeconds(values['poll-seconds']);
  if (!pollSeconds.ok) return pollSeconds;
  const agentName = values.agent?.trim() || userName();
  if (agentName.length > 80) return err('--agent takes a name of at most 80 characters');
  return ok({
    kind: 'run',
    options: {
      dataDir: resolve(from, values.data),
      xUrl: xUrl.value,
      agentName,
      pollSeconds: pollSeconds.value,
    },
  });
}

/** The access token as it is to be sent; the error is a sentence that never shows it. Null where there is none. */
export function parseToken(text: string | undefined): Result<string | null, string> {
  const token = text?.trim() ?? '';
  if (token === '') return ok(null);
  return /^[\x21-\x7e]+$/.test(token)
    ? ok(token)
    : err(
        'PERCH_X_TOKEN contains a space, a line break or another character that no token has: copy it again',
      );
}

/** The origin of X; plain http is for this machine only, since the token goes there. */
export function toXUrl(text: string): Result<string, string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return ok(url.origin);
  return err(`--x-url takes an https address, or http on this machine, not "${text}"`);
}

function toPollSeconds(text: string | undefined): Result<number | null, string> {
  if (text === undefined) return ok(null);
  const seconds = Number(text);
  if (text !== '' && seconds >= 0 && seconds <= 86_400) return ok(seconds);
  return err(`--poll-seconds takes a number from 0 to 86400, not "${text}"`);
}

function readFlags(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], options: flags, strict: true, allowPositionals: false }).values);
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

// A process without an entry in the user database has no name.
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'Agent';
  }
}
