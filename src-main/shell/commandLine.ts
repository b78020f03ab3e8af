import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/result.ts';
import { isXUrl } from '#shared/xUrl.ts';

/** The options that Perch was started with. */
export interface CommandLine {
  /** Open the demo workspace. */
  readonly demo: boolean;
  /** The user data folder; null for the system's default. */
  readonly userData: string | null;
  /** The address used instead of X for accounts; null for X itself. */
  readonly xUrl: string | null;
  /** Open no window if there is a tray: the system starts Perch at login. */
  readonly hidden: boolean;
  /** Chromium's own switch, which root needs on Linux. */
  readonly noSandbox: boolean;
}

/** The option that opens no window, for the start at login. */
export const HIDDEN = '--hidden';

/** Chromium's switches that give any program of this machine, or any web page, control over Perch's window. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'] as const;

/** Why a packaged Perch must not run with the switches that Chromium was given; null if it may. */
export function refuseDebugging(isPackaged: boolean, hasSwitch: (name: string) => boolean): string | null {
  const found = isPackaged ? debuggingSwitches.find(hasSwitch) : undefined;
  return found === undefined ? null : `--${found} is not available in a packaged Perch`;
}

const valueFlags = ['user-data-dir', 'x-url'] as const;

/** Parses the arguments; unknown ones are for Chromium and are ignored. The error is a sentence for the user. */
export function readCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<CommandLine, string> {
  const { values } = parseArgs({
    args: args.map(joinFlagValue(args)).filter((arg) => arg !== null),
    strict: false,
    allowPositionals: true,
    options: {
      demo: { type: 'boolean' },
      'user-data-dir': { type: 'string' },
      'x-url': { type: 'string' },
      hidden: { type: 'boolean' },
      'no-sandbox': { type: 'boolean' },
    },
  });
  const withoutValue = valueFlags.find((flag) => values[flag] === '');
  if (withoutValue !== undefined) return err(`--${withoutValue} needs a value`);
  const xUrl = text(values['x-url']);
  if (xUrl !== null && !isXUrl(xUrl)) {
    return err(`--x-url must be an https address, or plain http on this machine: ${xUrl}`);
  }
  return ok({
    demo: values.demo === true,
    userData: text(values['user-data-dir']) ?? text(env.PERCH_USER_DATA),
    xUrl,
    hidden: values.hidden === true,
    noSandbox: values['no-sandbox'] === true,
  });
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * Joins `--flag value` into `--flag=value` for Perch's own flags, so that Chromium's flags cannot take one as a
 * value.
 */
function joinFlagValue(args: readonly string[]): (arg: string, index: number) => string | null {
  const takesValue = new Set(valueFlags.map((flag) => `--${flag}`));
  return (arg, index) => {
    if (takesValue.has(arg)) return `${arg}=${args[index + 1] ?? ''}`;
    const before = args[index - 1];
    return before !== undefined && takesValue.has(before) ? null : arg;
  };
}
