import { expect, it } from 'vitest';
import { findEmoji, inTone, loadEmoji } from '#renderer/emoji/emojiData.ts';
import { stepTo, toSections } from '#renderer/emoji/toSections.ts';

it.each([
  ['en', 'waving hand', '👋'],
  ['nl', 'zwaaiende hand', '👋'],
  ['fr', 'signe main', '👋'],
  ['fr', 'a bientot', '👋'],
] as const)('finds in %s %s', async (language, text, wanted) => {
  const found = findEmoji(await loadEmoji(language), text);
  expect(found.map(({ emoji }) => emoji)).toContain(wanted);
});

it('puts those first whose name begins with the text, and finds nothing for nonsense', async () => {
  const all = await loadEmoji('en');
  expect(findEmoji(all, 'heart')[0]?.label).toMatch(/^heart/);
  expect(findEmoji(all, 'qqqq')).toEqual([]);
});

it('has no parts of emoji and none that customers cannot see yet', async () => {
  const all = (await loadEmoji('en')).map(({ emoji }) => emoji);
  expect(all.length).toBeGreaterThan(1_700);
  expect(all).not.toContain('🇦');
  expect(all).not.toContain('🏻');
  // Face with bags under eyes, of Unicode 16.
  expect(all).not.toContain('🫩');
});

it('applies the skin tone where there is one', async () => {
  const all = await loadEmoji('en');
  const named = (label: string) => all.find((each) => each.label === label) ?? expect.fail(label);
  expect(inTone(named('waving hand'), 5)).toBe('👋🏿');
  expect(inTone(named('waving hand'), 0)).toBe('👋');
  expect(inTone(named('delivery truck'), 5)).toBe('🚚');
});

it('shows those used last first, in their own tone, and leaves out unknown ones', async () => {
  const [first, second] = toSections(await loadEmoji('nl'), ' ', ['👋🏿', 'x', '🚚'], 1);
  expect(first?.name).toBe('recent');
  expect(first?.rows.flat().map(({ emoji, label }) => [emoji, label])).toEqual([
    ['👋🏿', 'zwaaiende hand'],
    ['🚚', 'bestelbus'],
  ]);
  expect(second?.name).toBe('smileys');
});

it('steps through ragged rows and stops at the ends', () => {
  const cell = { emoji: '👋', label: 'wave' };
  const rows = [[cell, cell, cell], [cell], [cell, cell]];
  expect(stepTo('ArrowDown', { row: 0, column: 2 }, rows)).toEqual({ row: 1, column: 0 });
  expect(stepTo('ArrowRight', { row: 1, column: 0 }, rows)).toEqual({ row: 2, column: 0 });
  expect(stepTo('ArrowLeft', { row: 1, column: 0 }, rows)).toEqual({ row: 0, column: 2 });
  expect(stepTo('ArrowUp', { row: 0, column: 1 }, rows)).toEqual({ row: 0, column: 1 });
  expect(stepTo('ArrowRight', { row: 2, column: 1 }, rows)).toEqual({ row: 2, column: 1 });
  expect(stepTo('a', { row: 0, column: 0 }, rows)).toBeNull();
});
