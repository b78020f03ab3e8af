import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TagColour } from '#shared/domain/tag.ts';

const css = readFileSync(join(import.meta.dirname, '../../../src-renderer/ui/tokens.css'), 'utf8');

/** Both colours of each token, given as `light-dark(#…, #…)` or as one colour. */
const colours = new Map(
  [...css.matchAll(/--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g)].map(
    ([, name = '', light, dark, both]) => [name, { light: light ?? both ?? '', dark: dark ?? both ?? '' }],
  ),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['rail', 'list', 'main', 'raised', 'sunken', 'hover', 'selected'].map(
  (name) => `surface-${name}`,
);
const texts = [
  'text',
  'text-secondary',
  'text-tertiary',
  'accent-text',
  'public',
  'private',
  'due',
  'danger',
  'done',
];
const pairs = [
  ...texts.flatMap((text) => surfaces.map((surface) => [text, surface])),
  ...['public', 'private', 'due', 'danger'].map((name) => [name, `${name}-tint`]),
  ...['public', 'private', 'due', 'danger', 'accent'].flatMap((name) => [
    ['text', `${name}-tint`],
    ['text-secondary', `${name}-tint`],
  ]),
  ['text', 'mark'],
  ...['text', 'text-secondary', 'due', 'danger', 'accent-text'].map((name) => [name, 'note-tint']),
  ['text-secondary', 'surface-pressed'],
  ['accent-text', 'accent-tint'],
  ...['accent', 'public-solid', 'private-solid', 'danger-solid'].map((name) => ['text-on-accent', name]),
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(pairs)('shows %s on %s with at least 4.5:1', (text = '', surface = '') => {
    const one = colours.get(text)?.[theme] ?? '';
    const other = colours.get(surface)?.[theme] ?? '';
    expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(TagColour.options)('shows the dot of a %s tag with at least 3:1', (name) => {
    for (const surface of ['surface-pressed', ...surfaces]) {
      const one = colours.get(`tag-${name}`)?.[theme] ?? '';
      expect(contrast(one, colours.get(surface)?.[theme] ?? '')).toBeGreaterThanOrEqual(3);
    }
  });

  it('shows the focus and the borders of fields with at least 3:1', () => {
    for (const name of ['focus', 'border-control']) {
      for (const surface of ['surface-main', 'surface-raised', 'surface-list']) {
        expect(
          contrast(colours.get(name)?.[theme] ?? '', colours.get(surface)?.[theme] ?? ''),
        ).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
