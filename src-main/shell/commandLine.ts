import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/result.ts';
import { isXUrl } from '#shared/xUrl.ts';

/** How Perch was started. */
export interface CommandLine {
  /** Opens the demo workspace at once. */
  readonly demo: boolean;
  /** Where everything of this person lies; the system's usual place when null. */
  readonly userData: string | null;
  /** Stands in for X when accounts are connected; null for X itself. */
  readonly xUrl: string | null;
  /** Chromium's own switch, needed by root on Linux. */
  readonly noSandbox: boolean;
}

const valueFlags = ['user-data-dir', 'x-url'] as const;

/** Reads the arguments; unknown ones belong to Chromium and are left alone. The error is a sentence. */
export function readCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<CommandLine, string> {
  const { values } = parseArgs({
    args: args.map(asOneWord(args)).filter((arg) => arg !== null),
    strict: false,
    allowPositionals: true,
    options: {
      demo: { type: 'boolean' },
      'user-data-dir': { type: 'string' },
      'x-url': { type: 'string' },
      'no-sandbox': { type: 'boolean' },
    },
  });
  const bare = valueFlags.find((flag) => values[flag] === '');
  if (bare !== undefined) return err(`--${bare} needs a value`);
  const xUrl = text(values['x-url']);
  if (xUrl !== null && !isXUrl(xUrl)) {
    return err(`--x-url must be an https address, or plain http on this machine: ${xUrl}`);
  }
  return ok({
    demo: values.demo === true,
    userData: text(values['user-data-dir']) ?? text(env.PERCH_USER_DATA),
    xUrl,
    noSandbox: values['no-sandbox'] === true,
  });
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Joins `--flag value` into `--flag=value` for the flags that take a value, so that Chromium's flags cannot swallow one. */
function asOneWord(args: readonly string[]): (arg: string, index: number) => string | null {
  const takesValue = new Set(valueFlags.map((flag) => `--${flag}`));
  return (arg, index) => {
    if (takesValue.has(arg)) return `${arg}=${args[index + 1] ?? ''}`;
    const before = args[index - 1];
    return before !== undefined && takesValue.has(before) ? null : arg;
  };
}
