import { beforeEach, expect, test } from 'vitest';
import { reloadAfterFall } from '#shell/window/reloadAfterCrash.ts';
import { fakeClock } from '../../support/fakeClock.ts';

let clock: ReturnType<typeof fakeClock>;
let reloads: number;
let questions: number;
let answer: boolean;
let fall: () => Promise<void>;

beforeEach(() => {
  clock = fakeClock();
  reloads = 0;
  questions = 0;
  answer = false;
  fall = reloadAfterFall({
    clock,
    reload: () => {
      reloads += 1;
    },
    ask: async () => {
      questions += 1;
      return answer;
    },
  });
});

async function fallTooOften(): Promise<void> {
  for (let falls = 0; falls < 6; falls += 1) {
    await fall();
    await clock.advance(4_000);
  }
}

test('draws a fallen page anew after a moment', async () => {
  await fall();
  expect(reloads).toBe(0);
  await clock.advance(250);
  expect(reloads).toBe(1);
  expect(questions).toBe(0);
});

test('asks when the page keeps falling, and leaves it when nobody wants it', async () => {
  await fallTooOften();
  expect(questions).toBe(1);
  expect(reloads).toBe(5);
});

test('begins again when the person wants it', async () => {
  answer = true;
  await fallTooOften();
  expect(reloads).toBe(6);
  await fall();
  await clock.advance(250);
  expect(reloads).toBe(7);
  expect(questions).toBe(1);
});
