import { expect, test } from 'vitest';
import { readCommandLine, refuseDebugging } from '#shell/commandLine.ts';

const nothing = { demo: false, userData: null, xUrl: null, hidden: false, noSandbox: false };

test.each([
  [[], {}, nothing],
  [['--demo'], {}, { ...nothing, demo: true }],
  [['--hidden'], {}, { ...nothing, hidden: true }],
  [['--inspect=0', '--no-sandbox', '/app', '--demo'], {}, { ...nothing, demo: true, noSandbox: true }],
  [['--user-data-dir=/a b'], {}, { ...nothing, userData: '/a b' }],
  [['--user-data-dir', '/a', '--demo'], {}, { ...nothing, userData: '/a', demo: true }],
  [[], { PERCH_USER_DATA: '/env' }, { ...nothing, userData: '/env' }],
  [['--user-data-dir=/flag'], { PERCH_USER_DATA: '/env' }, { ...nothing, userData: '/flag' }],
  [['--x-url', 'http://127.0.0.1:80/'], {}, { ...nothing, xUrl: 'http://127.0.0.1:80/' }],
  [['--x-url=https://x.example'], {}, { ...nothing, xUrl: 'https://x.example' }],
])('reads %j with %j', (args, env, expected) => {
  expect(readCommandLine(args, env)).toEqual({ ok: true, value: expected });
});

test.each(['http://x.example', 'ftp://127.0.0.1', 'nonsense', 'http://127.0.0.1.evil.example'])(
  'rejects %s as the address of X, and names it',
  (address) => {
    const read = readCommandLine([`--x-url=${address}`], {});
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.error).toContain(address);
  },
);

test.each([['--x-url'], ['--x-url='], ['--demo', '--user-data-dir']])(
  'reports a flag without a value: %s %s',
  (...args) => {
    const flag = args.at(-1)?.replace('=', '');
    expect(readCommandLine(args, {})).toEqual({ ok: false, error: `${flag} needs a value` });
  },
);

test.each(['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'])(
  'refuses --%s in a packaged Perch only',
  (name) => {
    const hasSwitch = (asked: string) => asked === name;
    expect(refuseDebugging(true, hasSwitch)).toContain(`--${name}`);
    expect(refuseDebugging(false, hasSwitch)).toBeNull();
    expect(refuseDebugging(true, () => false)).toBeNull();
  },
);
