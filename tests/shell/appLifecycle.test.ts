import { EventEmitter, once } from 'node:events';
import { beforeEach, expect, test } from 'vitest';
import { keepRunning } from '#shell/appLifecycle.ts';

let app: EventEmitter & { quit(): void; exit(code: number): void; relaunch(): void };
let happened: string[];
let endStop: () => void;

beforeEach(() => {
  happened = [];
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
  keepRunning(app, { showWindow: () => void happened.push('show'), stop }, platform);
}
const quit = () => app.emit('will-quit', { preventDefault: () => void happened.push('wait') });

test('shows its window to whoever opens Perch again', () => {
  run();
  app.emit('second-instance');
  expect(happened).toEqual(['show']);
});

test.each<[NodeJS.Platform, string[]]>([
  ['linux', ['quit']],
  ['win32', ['quit']],
  ['darwin', []],
])('ends with its last window on %s: %j', (platform, expected) => {
  run(platform);
  app.emit('window-all-closed');
  expect(happened).toEqual(expected);
});

test('ends when everything has stopped, and stops once', async () => {
  run();
  quit();
  quit();
  expect(happened).toEqual(['wait', 'stop', 'wait']);
  const exited = once(app, 'exited');
  endStop();
  await exited;
  expect(happened.at(-1)).toBe('exit 0');
});

test('begins again for whoever opens it while it ends', () => {
  run();
  quit();
  app.emit('second-instance');
  expect(happened).toEqual(['wait', 'stop', 'relaunch']);
});
