import { beforeEach, expect, test } from 'vitest';
import type { Tokens } from '#shared/contract/enginePort.ts';
import type { AppError } from '#shared/errors.ts';
import { EngineProcess } from '#shell/processes/engineProcess.ts';
import { fakeClock, settle } from '../../support/fakeClock.ts';
import { type FakeChild, fakeChild } from '../support/fakeChild.ts';

const options = { dataDir: '/data', agentName: 'Sam', tokens: null };
let clock: ReturnType<typeof fakeClock>;
let children: FakeChild[];
let happened: string[];
let save: (tokens: Tokens) => Promise<void>;
let engine: EngineProcess<string>;
const newest = () => children.at(-1) ?? fakeChild();

beforeEach(() => {
  clock = fakeClock();
  children = [];
  happened = [];
  save = async () => {};
  engine = new EngineProcess<string>({
    fork: () => {
      const child = fakeChild(children.length + 1);
      children.push(child);
      return child;
    },
    clock,
    startOptions: () => options,
    saveTokens: (tokens) => save(tokens),
    onReady: () => void happened.push('ready'),
    onEnded: ({ code, restarting }) => void happened.push(`ended ${code} ${restarting}`),
    onFailed: (error: AppError) => void happened.push(`failed ${error.code}`),
  });
});

test('is started with its options and is ready when it says so', () => {
  expect(newest().received).toEqual([{ message: { type: 'start', options }, ports: [] }]);
  expect(engine.isReady).toBe(false);
  newest().say({ type: 'ready' });
  expect(engine.isReady).toBe(true);
  expect(happened).toEqual(['ready']);
});

test('gets a port for each client', () => {
  newest().say({ type: 'ready' });
  engine.connect('port-1');
  engine.connect('port-2');
  expect(newest().received.slice(1)).toEqual([
    { message: { type: 'port' }, ports: ['port-1'] },
    { message: { type: 'port' }, ports: ['port-2'] },
  ]);
});

test('is started again after a fall, and gets its options again', async () => {
  newest().say({ type: 'ready' });
  newest().end(9);
  expect(engine.isReady).toBe(false);
  await clock.advance(249);
  expect(children).toHaveLength(1);
  await clock.advance(1);
  expect(children).toHaveLength(2);
  newest().say({ type: 'ready' });
  expect(happened).toEqual(['ready', 'ended 9 true', 'ready']);
});

test('is given up after falling too often, and comes back when asked', async () => {
  for (let fall = 0; fall < 6; fall += 1) {
    newest().end(1);
    await clock.advance(4_000);
  }
  expect(children).toHaveLength(6);
  expect(happened.at(-1)).toBe('ended 1 false');
  engine.restart();
  expect(children).toHaveLength(7);
});

test('is not started again when it says why it cannot start', async () => {
  newest().say({ type: 'failed', error: { code: 'storeCorrupt', file: 'f', detail: 'd' } });
  newest().end(1);
  await clock.advance(60_000);
  expect(children).toHaveLength(1);
  expect(happened).toEqual(['failed storeCorrupt']);
});

test('may use new tokens only once they are kept', async () => {
  let keep = () => {};
  save = () => new Promise((resolve) => (keep = resolve));
  newest().say({ type: 'saveTokens', id: '7', tokens: { accessToken: 'a' } });
  await settle();
  expect(newest().received).toHaveLength(1);
  keep();
  await settle();
  expect(newest().received.at(-1)?.message).toEqual({ type: 'tokensSaved', id: '7' });
});

test('hears when tokens could not be kept', async () => {
  save = () => Promise.reject(new Error('no room'));
  newest().say({ type: 'saveTokens', id: '7', tokens: { accessToken: 'a' } });
  await settle();
  expect(newest().received.at(-1)?.message).toMatchObject({
    type: 'tokensSaved',
    id: '7',
    error: { code: 'bug' },
  });
});

test('passes over what is not in the contract', () => {
  newest().say({ type: 'formatDisk' });
  newest().say(null);
  expect(happened).toEqual([]);
});

test('is asked to stop, and killed when it does not', async () => {
  newest().say({ type: 'ready' });
  const stopped = engine.stop();
  expect(newest().received.at(-1)?.message).toEqual({ type: 'stop' });
  await clock.advance(4_999);
  expect(newest().killed()).toBe(false);
  await clock.advance(1);
  await stopped;
  expect(newest().killed()).toBe(true);
  await clock.advance(60_000);
  expect(children).toHaveLength(1);
});

test('answers everybody who asks it to stop', async () => {
  const both = Promise.all([engine.stop(), engine.stop()]);
  newest().end(0);
  await expect(both).resolves.toHaveLength(2);
});

test('stops between two starts without starting again', async () => {
  newest().end(1);
  await engine.stop();
  await clock.advance(60_000);
  expect(children).toHaveLength(1);
});
