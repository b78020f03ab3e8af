import { expect, test } from 'vitest';
import { toImageType } from '#shared/mediaType.ts';
import { toPictureSize } from '#shared/pictureSize.ts';
import { drawPortrait, idOfPortrait, portraitNameOf } from '#simulator/render/portrait.ts';

const ids = Array.from({ length: 60 }, (_, n) => String(1_000 + n));

test('a portrait is a picture that Perch shows, the same every time and another for others', () => {
  const [first = '', second = ''] = ids.filter((id) => portraitNameOf(id).startsWith('portrait-'));
  const drawn = drawPortrait(first);
  expect(toImageType(drawn)).toBe('image/png');
  expect(toPictureSize(drawn)).not.toBeNull();
  expect(drawPortrait(first).equals(drawn)).toBe(true);
  expect(drawPortrait(second).equals(drawn)).toBe(false);
});

test('some people have no picture, as on X', () => {
  const names = ids.map(portraitNameOf);
  const without = names.filter((name) => name === 'default_profile_normal.png');
  expect(without.length).toBeGreaterThan(2);
  expect(without.length).toBeLessThan(30);
});

test.each([
  ['portrait-12.png', '12'],
  ['portrait-../12.png', null],
  ['portrait-.png', null],
  ['parcel.png', null],
])('the name %s belongs to %s', (name, id) => {
  expect(idOfPortrait(name)).toBe(id);
});
