import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraftKeeper } from '#renderer/workspace/draftKeeper.ts';

type Saved = [conversationId: string, channel: string, text: string];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(isSafe = () => true) {
  const saved: Saved[] = [];
  const keeper = createDraftKeeper(async (...draft) => {
    saved.push(draft);
    return isSafe();
  });
  return { keeper, saved };
}

it('saves within 500 ms of the last key', () => {
  const { keeper, saved } = setUp();
  keeper.set('c1', 'public', 'H');
  vi.advanceTimersByTime(100);
  keeper.set('c1', 'public', 'Hi');
  vi.advanceTimersByTime(499);
  expect(saved.at(-1)).toEqual(['c1', 'public', 'Hi']);
});

it('saves even if typing does not pause', () => {
  const { keeper, saved } = setUp();
  for (let index = 1; index <= 50; index++) {
    keeper.set('c1', 'dm', 'x'.repeat(index));
    vi.advanceTimersByTime(100);
  }
  expect(saved.length).toBeGreaterThan(8);
});

it('stores drafts by conversation and channel', () => {
  const { keeper } = setUp();
  keeper.set('c1', 'public', 'a');
  keeper.set('c1', 'dm', 'b');
  keeper.set('c2', 'public', 'c');
  expect([keeper.get('c1', 'public'), keeper.get('c1', 'dm'), keeper.get('c2', 'public')]).toEqual([
    'a',
    'b',
    'c',
  ]);
});

it('saves at once when flushed, and nothing twice', async () => {
  const { keeper, saved } = setUp();
  keeper.set('c1', 'dm', 'Hello');
  keeper.flush();
  await vi.runAllTimersAsync();
  keeper.flush();
  expect(saved).toEqual([['c1', 'dm', 'Hello']]);
});

it('saves an emptied draft', async () => {
  const { keeper, saved } = setUp();
  keeper.restore('c1', 'dm', 'Hello');
  keeper.set('c1', 'dm', '');
  await vi.runAllTimersAsync();
  expect(saved).toEqual([['c1', 'dm', '']]);
});

it('retries when a draft could not be saved', async () => {
  let alive = false;
  const { keeper, saved } = setUp(() => alive);
  keeper.set('c1', 'dm', 'Hello');
  await vi.advanceTimersByTimeAsync(500);
  alive = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saved).toEqual([
    ['c1', 'dm', 'Hello'],
    ['c1', 'dm', 'Hello'],
  ]);
});

it('restores the stored draft once, and never over newer text', async () => {
  const { keeper } = setUp();
  keeper.restore('c1', 'dm', 'From before');
  expect(keeper.get('c1', 'dm')).toBe('From before');
  keeper.set('c1', 'dm', 'Newer');
  await vi.runAllTimersAsync();
  keeper.restore('c1', 'dm', 'From before');
  expect(keeper.get('c1', 'dm')).toBe('Newer');
});

it('keeps both texts if typing starts before the stored draft arrives', () => {
  const { keeper } = setUp();
  keeper.set('c1', 'dm', 'new words');
  keeper.restore('c1', 'dm', 'Old words.');
  expect(keeper.get('c1', 'dm')).toBe('Old words.\n\nnew words');
});

const begun = { text: 'From a rule', at: 1 };

it('takes over what a rule begins, and lets it go again, unless somebody has typed', () => {
  const { keeper } = setUp();
  keeper.restore('c1', 'dm', '');
  keeper.follow('c1', 'dm', begun);
  expect(keeper.get('c1', 'dm')).toBe('From a rule');
  keeper.follow('c1', 'dm', null);
  expect(keeper.get('c1', 'dm')).toBe('');
  keeper.follow('c1', 'dm', { text: 'Once more', at: 2 });
  keeper.set('c1', 'dm', 'Once more, please');
  keeper.follow('c1', 'dm', null);
  expect(keeper.get('c1', 'dm')).toBe('Once more, please');
});

it('takes over each draft of a rule once, however late a list of drafts comes', async () => {
  const { keeper } = setUp();
  keeper.restore('c1', 'dm', begun.text);
  keeper.follow('c1', 'dm', begun);
  keeper.set('c1', 'dm', '');
  await vi.runAllTimersAsync();
  keeper.follow('c1', 'dm', begun);
  expect(keeper.get('c1', 'dm')).toBe('');
});

it('keeps what is being typed from a rule', () => {
  const { keeper } = setUp();
  keeper.restore('c1', 'dm', '');
  keeper.set('c1', 'dm', 'Mine');
  keeper.follow('c1', 'dm', begun);
  expect(keeper.get('c1', 'dm')).toBe('Mine');
});
