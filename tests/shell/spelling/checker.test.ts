import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { SpellChecker, type SpellingThread } from '#shell/spelling/checker.ts';
import type { SpellingRequest, SpellingResponse } from '#shell/spelling/protocol.ts';
import { packages } from './support.ts';

const script = path.resolve(import.meta.dirname, '../../../src-main/shell/spelling/worker.ts');

/** A checker with a real thread. */
function startChecker(folder = packages) {
  const logged: unknown[] = [];
  const threads: Worker[] = [];
  const checker = new SpellChecker({
    start: () => {
      const thread = new Worker(script, { workerData: folder });
      threads.push(thread);
      return thread;
    },
    log: (event, facts) => void logged.push([event, facts]),
  });
  onTestFinished(async () => {
    await Promise.all(threads.map((thread) => thread.terminate()));
  });
  return { checker, logged, threads };
}

/** A checker whose thread is in the test's hands. */
function fakeChecker(limitMs = 1_000) {
  const logged: string[] = [];
  const requests: SpellingRequest[] = [];
  const listeners = new Map<string, (event: never) => void>();
  let isTerminated = false;
  const thread: SpellingThread = {
    postMessage: (request) => void requests.push(request),
    on: (event: string, listener: (event: never) => void) => listeners.set(event, listener),
    terminate: () => {
      isTerminated = true;
      listeners.get('exit')?.(1 as never);
    },
  };
  const checker = new SpellChecker({ start: () => thread, log: (event) => void logged.push(event), limitMs });
  return {
    checker,
    logged,
    requests,
    respond: (response: SpellingResponse) => listeners.get('message')?.(response as never),
    fail: (event: 'error' | 'exit') => listeners.get(event)?.('gone' as never),
    isTerminated: () => isTerminated,
  };
}

test('a thread checks and suggests in each language', async () => {
  const { checker, logged, threads } = startChecker();
  expect(threads).toHaveLength(0);
  expect(await checker.findWrong('nl', ['Hallo', 'bestelingen', 'colis'])).toEqual(['bestelingen', 'colis']);
  expect(await checker.findWrong('fr', ['bonjour', 'bestelingen', 'colis'])).toEqual(['bestelingen']);
  expect(await checker.suggest('en', 'recieve')).toContain('receive');
  expect(threads).toHaveLength(1);
  expect([checker.unreadable, logged]).toEqual([[], []]);
});

test('nothing is asked about no words', async () => {
  const { checker, threads } = startChecker();
  expect(await checker.findWrong('nl', [])).toEqual([]);
  expect(threads).toHaveLength(0);
});

test('a language without a readable dictionary has no errors, which is logged once', async () => {
  const { checker, logged } = startChecker('/nowhere');
  const both = [checker.findWrong('nl', ['bestelingen']), checker.findWrong('nl', ['bedangt'])];
  expect(await Promise.all(both)).toEqual([[], []]);
  expect(await checker.suggest('nl', 'bedangt')).toEqual([]);
  expect(checker.unreadable).toEqual(['nl']);
  expect(logged).toEqual([
    ['spelling.unreadable', { language: 'nl', reason: expect.stringContaining('ENOENT') }],
  ]);
});

test('responses belong to their requests, in any order', async () => {
  const { checker, requests, respond } = fakeChecker();
  const first = checker.findWrong('en', ['a']);
  const second = checker.findWrong('nl', ['b']);
  respond({ id: 99, found: ['nobody asked'] });
  respond({ id: requests[1]?.id ?? 0, found: ['b'] });
  respond({ id: requests[0]?.id ?? 0, failed: 'damaged' });
  expect(await Promise.all([first, second])).toEqual([[], ['b']]);
  expect(checker.unreadable).toEqual(['en']);
});

test.each(['error', 'exit'] as const)(
  'on an %s of the thread nothing is misspelled any more',
  async (event) => {
    const { checker, logged, requests, fail } = fakeChecker();
    const asked = checker.findWrong('en', ['teh']);
    fail(event);
    expect(await asked).toEqual([]);
    expect(await checker.findWrong('fr', ['comande'])).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(checker.unreadable).toEqual(['en', 'nl', 'fr']);
    expect(logged).toEqual(['spelling.stopped']);
  },
);

test('a thread that does not respond is ended', async () => {
  const { checker, logged, isTerminated } = fakeChecker(10);
  expect(await checker.findWrong('en', ['teh'])).toEqual([]);
  expect([isTerminated(), checker.unreadable.length, logged]).toEqual([true, 3, ['spelling.stopped']]);
});

test('a thread that cannot start is logged and not tried again', async () => {
  let starts = 0;
  const logged: string[] = [];
  const checker = new SpellChecker({
    start: () => {
      starts += 1;
      throw new Error('no threads');
    },
    log: (event) => void logged.push(event),
  });
  expect(await checker.findWrong('en', ['teh'])).toEqual([]);
  expect(await checker.findWrong('nl', ['teh'])).toEqual([]);
  expect([starts, logged]).toEqual([1, ['spelling.stopped']]);
});
