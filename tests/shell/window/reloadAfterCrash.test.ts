import { beforeEach, expect, test } from 'vitest';
import { createCrashHandler } from '#shell/window/reloadAfterCrash.ts';
import { fakeClock } from '../../support/fakeClock.ts';

let clock: ReturnType<typeof fakeClock>;
let reloads: number;
let questions: number;
let answer: boolean;
let crash: () => Promise<void>;

beforeEach(() => {
  clock = fakeClock();
  reloads = 0;
  questions = 0;
  answer = false;
  crash = createCrashHandler({
    clock,
    reload: () => {
      reloads += 1;
    },
    confirmReload: async () => {
      questions += 1;
      return answer;
    },
  });
});

async function crashTooOften(): Promise<void> {
  for (let crashes = 0; crashes < 6; crashes += 1) {
    await crash();
    await clock.advance(4_000);
  }
}

test('reloads a crashed page after a delay', async () => {
  await crash();
  expect(reloads).toBe(0);
  await clock.advance(250);
  expect(reloads).toBe(1);
  expect(questions).toBe(0);
});

test('asks when the page keeps crashing, and does not reload if the person declines', async () => {
  await crashTooOften();
  expect(questions).toBe(1);
  expect(reloads).toBe(5);
});

test('starts over if the person agrees', async () => {
  answer = true;
  await crashTooOften();
  expect(reloads).toBe(6);
  await crash();
  await clock.advance(250);
  expect(reloads).toBe(7);
  expect(questions).toBe(1);
});
