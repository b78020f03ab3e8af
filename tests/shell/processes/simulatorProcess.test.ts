import { expect, test } from 'vitest';
import { startSimulator } from '#shell/processes/simulatorProcess.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { type FakeChild, fakeChild } from '../support/fakeChild.ts';

test('restarts on the same port', async () => {
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
    onGivenUp: () => {},
  });
  children[0]?.send({ type: 'listening', url: 'http://127.0.0.1:4567' });
  children[0]?.exit(1);
  await clock.advance(250);
  expect(ports).toEqual([0, 4_567]);
  expect(urls).toEqual(['http://127.0.0.1:4567']);
  await simulator.stop();
  expect(children[1]?.killed()).toBe(true);
});
