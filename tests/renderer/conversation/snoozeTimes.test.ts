import { expect, it } from 'vitest';
import { toSnoozeTimes } from '#renderer/features/Conversation/SnoozeChoices.tsx';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

it.each([
  ['Monday morning', at(16, 9), [at(16, 12), at(17, 9), at(23, 9)]],
  ['Saturday morning', at(21, 9), [at(21, 12), at(22, 9), at(23, 9)]],
  ['Sunday evening', at(22, 22), [at(23, 9)]],
])('offers times on %s', (_name, now, expected) => {
  expect(toSnoozeTimes(now).map(({ until }) => until)).toEqual(expected);
});
