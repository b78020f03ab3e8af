import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Recovery } from '#shared/contract/enginePort.ts';
import { BackupName } from '#shared/domain/backup.ts';
import { MAX_AGENT_NAME } from '#shared/domain/workspaceSettings.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { isXUrl } from '#shared/xUrl.ts';

/** What the command line requests. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly options: RunOptions };

export interface RunOptions {
  readonly dataDir: string;
  readonly xUrl: string | null;
  readonly agentName: string;
  /** Null for intervals that adapt. */
  readonly pollSeconds: number | null;
  /** What to do with a store that is damaged or missing. */
  readonly recover?: Recovery;
  /** The backup that replaces the store. */
  readonly restore?: string;
  /** The file that is only read; `dataDir` is its folder. */
  readonly readOnly?: string;
}

export const usage = `Usage: npm run --silent engine -- --data DIR [options]

Speaks JSON-RPC 2.0 on stdin and stdout, one JSON object per line; logs go to stderr.

  --data DIR          the folder of the workspace; created if it does not exist
  --x-url URL         the address of X, such as the simulator's; https, or http on this machine
  --agent NAME        your name, recorded with every activity
  --poll-seconds N    seconds between poll cycles; 0 to poll on demand only. Without it Perch polls often while
                      customers wait and the office is open, and seldom at night
  --recover HOW       before a store is opened that is damaged or missing: "copy" restores the newest good copy, "salvage" saves
                      what is readable, "new" starts anew; the old file is kept
  --restore FILE      before the store is opened, replace it by this file of its folder "copies"; the store becomes a copy itself
  --read-only FILE    instead of --data: read this store of a workspace, such as a backup. The file is not changed, there is no
                      connection to X, and every command is refused
  --help              show this
  --version           show the version

The access token for X is read from the environment variable PERCH_X_TOKEN.
`;

const GivenRecovery = Recovery.optional();
const GivenBackup = BackupName.optional();

const flags = {
  data: { type: 'string' },
  'x-url': { type: 'string' },
  agent: { type: 'string' },
  'poll-seconds': { type: 'string' },
  recover: { type: 'string' },
  restore: { type: 'string' },
  'read-only': { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

/** Parses the command line. The error is a sentence that names what is wrong; folders are relative to `from`. */
export function parseCommand(argv: readonly string[], from: string): Result<Command, string> {
  const parsed = readFlags(argv);
  if (!parsed.ok) return parsed;
  const values = parsed.value;
  if (values.help) return ok({ kind: 'help' });
  if (values.version) return ok({ kind: 'version' });
  if (values['read-only'] !== undefined) return toReading(values, from);
  if (!values.data) return err('--data is missing: name the folder of the workspace');
  const xUrl = values['x-url'] === undefined ? ok(null) : toXUrl(values['x-url']);
  if (!xUrl.ok) return xUrl;
  const pollSeconds = toPollSeconds(values['poll-seconds']);
  if (!pollSeconds.ok) return pollSeconds;
  const recover = GivenRecovery.safeParse(values.recover);
  if (!recover.success) return err(`--recover takes copy, salvage or new, not "${values.recover}"`);
  const restore = GivenBackup.safeParse(values.restore);
  if (!restore.success) return err(`--restore takes the name of a file in "copies", not "${values.restore}"`);
  const agentName = values.agent?.trim() || userName();
  if (agentName.length > MAX_AGENT_NAME) {
    return err(`--agent takes a name of at most ${MAX_AGENT_NAME} characters`);
  }
  return ok({
    kind: 'run',
    options: {
      dataDir: resolve(from, values.data),
      xUrl: xUrl.value,
      agentName,
      pollSeconds: pollSeconds.value,
      ...(recover.data ? { recover: recover.data } : {}),
      ...(restore.data ? { restore: restore.data } : {}),
    },
  });
}

type Values = Extract<ReturnType<typeof readFlags>, { readonly ok: true }>['value'];

function toReading(values: Values, from: string): Result<Command, string> {
  const { 'read-only': given = '', ...others } = values;
  if (given === '')
    return err('--read-only is missing its file, such as perch.sqlite in the folder of a workspace');
  const other = Object.keys(others)[0];
  if (other !== undefined)
    return err(`--read-only changes and fetches nothing, so it goes without --${other}`);
  const file = resolve(from, given);
  const options = {
    dataDir: dirname(file),
    readOnly: file,
    xUrl: null,
    agentName: userName(),
    pollSeconds: 0,
  };
  return ok({ kind: 'run', options });
}

/** The access token, or null if there is none. The error is a sentence that never shows the token. */
export function parseToken(text: string | undefined): Result<string | null, string> {
  const token = text?.trim() ?? '';
  if (token === '') return ok(null);
  return /^[\x21-\x7e]+$/.test(token)
    ? ok(token)
    : err(
        'PERCH_X_TOKEN contains a space, a line break or another character that no token has: copy it again',
      );
}

/** The origin of X for an address; the error is a sentence. */
export function toXUrl(text: string): Result<string, string> {
  if (isXUrl(text)) return ok(new URL(text).origin);
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
    return err(toErrorMessage(cause));
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
