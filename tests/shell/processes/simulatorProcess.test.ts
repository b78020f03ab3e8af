import { expect, test } from 'vitest';
import { startSimulator } from '#shell/processes/simulatorProcess.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { type FakeChild, fakeChild } from '../support/fakeChild.ts';

test('comes back on the port that it had', async () => {
  const clock = fakeClock();
  const ports: number[] = [];
  const children: FakeChild[] = [];
  const urls: string[] = [];
  const simulator = startSimulator<string>({
    fork: (port) => {
      ports.push(port);
      const child = fakeChild();
      children.push(child);
      return child;
    },
    clock,
    onListening: (url) => void urls.push(url),
    onGone: () => {},
  });
  children[0]?.say({ type: 'listening', url: 'http://127.0.0.1:4567' });
  children[0]?.end(1);
  await clock.advance(250);
  expect(ports).toEqual([0, 4_567]);
  expect(urls).toEqual(['http://127.0.0.1:4567']);
  await simulator.stop();
  expect(children[1]?.killed()).toBe(true);
});
