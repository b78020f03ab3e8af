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
    onReplaced: () => void happened.push('replaced'),
    onReady: () => void happened.push('ready'),
    onCrashed: ({ code, restarting }) => void happened.push(`crashed ${code} ${restarting}`),
    onFailed: (error: AppError) => void happened.push(`failed ${error.code}`),
  });
});

test('is started with its options and is ready after `ready`', () => {
  expect(newest().received).toEqual([{ message: { type: 'start', options }, ports: [] }]);
  expect(engine.isReady).toBe(false);
  newest().send({ type: 'ready' });
  expect(engine.isReady).toBe(true);
  expect(happened).toEqual(['ready']);
});

test('says that it has replaced the store before it is ready', () => {
  newest().send({ type: 'replaced' });
  expect(engine.isReady).toBe(false);
  newest().send({ type: 'ready' });
  expect(happened).toEqual(['replaced', 'ready']);
});

test('gets a port per client', () => {
  newest().send({ type: 'ready' });
  engine.connect('port-1');
  engine.connect('port-2');
  expect(newest().received.slice(1)).toEqual([
    { message: { type: 'port' }, ports: ['port-1'] },
    { message: { type: 'port' }, ports: ['port-2'] },
  ]);
});

test('is restarted after a crash, with its options', async () => {
  newest().send({ type: 'ready' });
  newest().exit(9);
  expect(engine.isReady).toBe(false);
  await clock.advance(249);
  expect(children).toHaveLength(1);
  await clock.advance(1);
  expect(children).toHaveLength(2);
  newest().send({ type: 'ready' });
  expect(happened).toEqual(['ready', 'crashed 9 true', 'ready']);
});

test('is given up after too many crashes, and restarted on request', async () => {
  for (let crash = 0; crash < 6; crash += 1) {
    newest().exit(1);
    await clock.advance(4_000);
  }
  expect(children).toHaveLength(6);
  expect(happened.at(-1)).toBe('crashed 1 false');
  engine.restart();
  expect(children).toHaveLength(7);
});

test('is not restarted after `failed`', async () => {
  newest().send({ type: 'failed', error: { code: 'storeCorrupt', file: 'f', detail: 'd' } });
  newest().exit(1);
  await clock.advance(60_000);
  expect(children).toHaveLength(1);
  expect(happened).toEqual(['failed storeCorrupt']);
});

test('confirms new tokens once they are saved', async () => {
  let resolveSave = () => {};
  save = () => new Promise((resolve) => (resolveSave = resolve));
  newest().send({ type: 'saveTokens', id: '7', tokens: { accessToken: 'a' } });
  await settle();
  expect(newest().received).toHaveLength(1);
  resolveSave();
  await settle();
  expect(newest().received.at(-1)?.message).toEqual({ type: 'tokensSaved', id: '7' });
});

test('is informed when tokens could not be saved', async () => {
  save = () => Promise.reject(new Error('no room'));
  newest().send({ type: 'saveTokens', id: '7', tokens: { accessToken: 'a' } });
  await settle();
  expect(newest().received.at(-1)?.message).toMatchObject({
    type: 'tokensSaved',
    id: '7',
    error: { code: 'bug' },
  });
});

test('is ignored when it breaks the contract', () => {
  newest().send({ type: 'formatDisk' });
  newest().send(null);
  expect(happened).toEqual([]);
});

test('is asked to stop, and killed if it does not', async () => {
  newest().send({ type: 'ready' });
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

test('can be stopped twice', async () => {
  const both = Promise.all([engine.stop(), engine.stop()]);
  newest().exit(0);
  await expect(both).resolves.toHaveLength(2);
});

test('is not restarted when stopped between a crash and its restart', async () => {
  newest().exit(1);
  await engine.stop();
  await clock.advance(60_000);
  expect(children).toHaveLength(1);
});
