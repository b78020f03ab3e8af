import { EventEmitter, once } from 'node:events';
import { beforeEach, expect, test } from 'vitest';
import { manageLifecycle } from '#shell/appLifecycle.ts';

let app: EventEmitter & { quit(): void; exit(code: number): void; relaunch(): void };
let happened: string[];
let endStop: () => void;
let signals: EventEmitter;

beforeEach(() => {
  happened = [];
  signals = new EventEmitter();
  app = Object.assign(new EventEmitter(), {
    quit: () => void happened.push('quit'),
    exit: (code: number) => {
      happened.push(`exit ${code}`);
      app.emit('exited');
    },
    relaunch: () => void happened.push('relaunch'),
  });
});

function run(platform: NodeJS.Platform = 'linux'): void {
  const stop = () => {
    happened.push('stop');
    return new Promise<void>((resolve) => {
      endStop = resolve;
    });
  };
  const perch = {
    showWindow: () => void happened.push('show'),
    quitAtOnce: () => void happened.push('quit at once'),
    stop,
  };
  manageLifecycle(app, perch, platform, signals);
}
const quit = () => app.emit('will-quit', { preventDefault: () => void happened.push('wait') });

test('shows its window when Perch is opened again', () => {
  run();
  app.emit('second-instance');
  expect(happened).toEqual(['show']);
});

test.each<[NodeJS.Platform, string[]]>([
  ['linux', ['quit']],
  ['win32', ['quit']],
  ['darwin', []],
])('quits with the last window on %s: %j', (platform, expected) => {
  run(platform);
  app.emit('window-all-closed');
  expect(happened).toEqual(expected);
});

test('exits when everything has stopped, and stops once', async () => {
  run();
  quit();
  quit();
  expect(happened).toEqual(['wait', 'stop', 'wait']);
  const exited = once(app, 'exited');
  endStop();
  await exited;
  expect(happened.at(-1)).toBe('exit 0');
});

test('relaunches when Perch is opened while it quits', () => {
  run();
  quit();
  app.emit('second-instance');
  expect(happened).toEqual(['wait', 'stop', 'relaunch']);
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('%s quits without a question', (signal) => {
  signals.on(signal, () => expect.unreachable());
  run();
  signals.emit(signal);
  expect(happened).toEqual(['quit at once']);
});
