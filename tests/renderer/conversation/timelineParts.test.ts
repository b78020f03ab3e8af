import { describe, expect, it } from 'vitest';
import { buildTimeline } from '#renderer/features/Conversation/timeline/buildTimeline.ts';
import { countNewSince } from '#renderer/features/Conversation/timeline/useTimelineScroll.ts';
import { toMediaBox } from '#renderer/messages/mediaBox.ts';
import { toFirstName, toName, toShownName } from '#renderer/ui/shownName.ts';
import { toDayName } from '#renderer/ui/time.ts';
import { aMessage, minute, morning } from './support/message.ts';

const day = 24 * 60 * minute;

describe('names in sentences', () => {
  it.each([
    ['Anna de Vries', 'annadv', 'Anna'],
    ['  ', 'annadv', '@annadv'],
    ['🎉 party', 'party', '@party'],
    ['Łukasz', 'x', 'Łukasz'],
  ])('addresses %j as %j', (name, handle, expected) => {
    expect(toFirstName({ id: '1', name, handle })).toBe(expected);
  });

  it('cannot change the direction of a sentence', () => {
    expect(toShownName('\u202Ereversed\u2069')).toBe('⟨U+202E⟩reversed⟨U+2069⟩');
  });

  it('stay on one line and short', () => {
    expect(toShownName(`a\nb ${'c'.repeat(100)}`, 10)).toBe('a b cccccc…');
  });
});

it.each([
  [{ width: 1200, height: 800 }, 360],
  [{ width: 600, height: 1200 }, 150],
  [{ width: 100, height: 9_000 }, 140],
  [{ width: null, height: null }, 360],
  [{ width: 0, height: 0 }, 360],
])('gives an image of %j a box %i pixels wide', (size, width) => {
  expect(toMediaBox(size).width).toBe(width);
});

it.each([
  [morning, 'today'],
  [morning - day, 'yesterday'],
  [morning - 2 * day, null],
])('labels today and yesterday: %i', (at, near) => {
  expect(toDayName(at, morning + 5 * 60 * minute, 'en').near).toBe(near);
});

it('includes the year if it is another one', () => {
  expect(toDayName(morning - 400 * day, morning, 'en').name).toContain('2025');
});

it('counts incoming messages since a row, and none if that row is gone', () => {
  const messages = ['a', 'b', 'c'].map((id, index) => aMessage({ id, at: morning + index * minute }));
  const own = aMessage({ id: 'd', direction: 'out', at: morning + 4 * minute });
  const rows = buildTimeline({
    messages: [...messages, own],
    activities: [],
    gaps: [],
    conversationId: 'c1',
    complete: true,
  });
  expect(countNewSince(rows, 'a')).toBe(2);
  expect(countNewSince(rows, 'gone')).toBe(0);
});

describe('toName', () => {
  it.each([
    ['Anna', 'Anna'],
    ['👩‍👧', '👩‍👧'],
    ['abc\u202Egnp.exe', 'abc⟨U+202E⟩gnp.exe'],
    ['\u200B\u2060', '@annadv'],
    ['\u3164 ', '@annadv'],
    ['', '@annadv'],
  ])('of %j is %s', (name, shown) => {
    expect(toName({ id: '5001', name, handle: 'annadv' })).toBe(shown);
  });
});
