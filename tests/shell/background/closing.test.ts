import { expect, test, vi } from 'vitest';
import { type ClosingChoice, createCloseHandler } from '#shell/background/closing.ts';

interface Case {
  readonly platform?: NodeJS.Platform;
  readonly isQuitting?: boolean;
  readonly hasWork?: boolean;
  readonly hasTray?: boolean;
  readonly keepsRunning?: boolean | null;
  readonly choice?: ClosingChoice;
  readonly quitsWithoutTray?: boolean;
}

/** Closes the window. Returns what happened, and whether the window may close. */
async function close({
  platform = 'linux',
  isQuitting = false,
  hasWork = true,
  hasTray = true,
  keepsRunning = null,
  choice = 'stay',
  quitsWithoutTray = false,
}: Case) {
  const happened: string[] = [];
  const onClose = createCloseHandler({
    platform,
    isQuitting: () => isQuitting,
    hasWork: () => hasWork,
    hasTray: async () => hasTray,
    keepsRunning: () => keepsRunning,
    remember: (keeps) => void happened.push(`remember ${keeps}`),
    ask: async () => {
      happened.push('ask');
      return choice;
    },
    sayNoTray: async () => {
      happened.push('say that there is no tray');
      return quitsWithoutTray;
    },
    hide: () => void happened.push('hide'),
    quit: () => void happened.push('quit'),
  });
  const event = { preventDefault: vi.fn() };
  onClose(event);
  onClose(event);
  await new Promise((resolve) => void setImmediate(resolve));
  return { happened, mayClose: event.preventDefault.mock.calls.length === 0 };
}

test.each<[string, Case, string[]]>([
  ['nothing to go on with', { hasWork: false, keepsRunning: true }, ['quit']],
  ['no tray, not asked', { hasTray: false }, ['quit']],
  ['no tray, chosen to quit', { hasTray: false, keepsRunning: false }, ['quit']],
  ['no tray, chosen to go on', { hasTray: false, keepsRunning: true }, ['say that there is no tray']],
  [
    'no tray, chosen to go on, then to quit',
    { hasTray: false, keepsRunning: true, quitsWithoutTray: true },
    ['say that there is no tray', 'quit'],
  ],
  ['the first time: go on', { choice: 'keepRunning' }, ['ask', 'remember true', 'hide']],
  ['the first time: quit', { choice: 'quit' }, ['ask', 'remember false', 'quit']],
  ['the first time: neither', { choice: 'stay' }, ['ask']],
  ['chosen to go on', { keepsRunning: true }, ['hide']],
  ['chosen to quit', { keepsRunning: false }, ['quit']],
])('%s', async (_name, given, expected) => {
  expect(await close(given)).toEqual({ happened: expected, mayClose: false });
});

test.each<[string, Case]>([
  ['macOS', { platform: 'darwin' }],
  ['a Perch that quits', { isQuitting: true }],
])('the window of %s closes', async (_name, given) => {
  expect(await close(given)).toEqual({ happened: [], mayClose: true });
});

test('quits where the question fails', async () => {
  const quit = vi.fn();
  createCloseHandler({
    platform: 'linux',
    isQuitting: () => false,
    hasWork: () => true,
    hasTray: () => Promise.reject(new Error('bug')),
    keepsRunning: () => null,
    remember: () => {},
    ask: () => Promise.resolve('stay'),
    sayNoTray: () => Promise.resolve(false),
    hide: () => expect.unreachable(),
    quit,
  })({ preventDefault: () => {} });
  await new Promise((resolve) => void setImmediate(resolve));
  expect(quit).toHaveBeenCalledOnce();
});
