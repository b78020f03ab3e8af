import { describe, expect, it } from 'vitest';
import { toListOrder } from '#renderer/features/Queue/listOrder.ts';

const order = (shown: string, incoming: string, frozen: boolean, pinned: string | null = null) => {
  const next = toListOrder({ shown: [...shown], incoming: [...incoming], frozen, pinned });
  return [next.shown.join(''), next.waiting.join('')];
};

describe('toListOrder', () => {
  it.each([
    ['takes all at first', '', 'abc', false, null, 'abc', ''],
    ['takes the new order while nobody reads', 'abc', 'cxab', false, null, 'cxab', ''],
    ['lets new rows wait while frozen', 'abc', 'xaybc', true, null, 'abc', 'xy'],
    ['does not reorder while frozen', 'abc', 'cba', true, null, 'abc', ''],
    ['lets rows leave while frozen', 'abc', 'ac', true, null, 'ac', ''],
    ['lets the next page join at the end', 'abc', 'abcde', true, null, 'abcde', ''],
    ['distinguishes new rows from the next page', 'abc', 'xabcde', true, null, 'abcde', 'x'],
    ['keeps the open row that has left', 'abc', 'ac', true, 'b', 'abc', ''],
    ['keeps it in its place also when not frozen', 'abc', 'xac', false, 'b', 'xbac', ''],
    ['keeps nothing that was never there', 'abc', 'ac', true, 'z', 'ac', ''],
    ['shows an empty list as empty', 'abc', '', true, null, '', ''],
    ['shows all when all shown rows have left', 'ab', 'xy', true, null, 'xy', ''],
  ])('%s', (_name, shown, incoming, frozen, pinned, expected, waiting) => {
    expect(order(shown, incoming, frozen, pinned)).toEqual([expected, waiting]);
  });
});
