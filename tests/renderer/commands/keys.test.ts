import { describe, expect, it } from 'vitest';
import { createStrokeReader, ownsKeys, sequenceMs, toStroke } from '#renderer/commands/keys.ts';
import type { Command } from '#renderer/commands/registry.ts';

const press = (key: string, modifiers: KeyboardEventInit = {}) =>
  toStroke(new KeyboardEvent('keydown', { key, ...modifiers }));

const command = (id: string, keys: readonly string[], when?: () => boolean): Command => ({
  id,
  keys,
  label: id,
  group: 'app',
  run: () => {},
  ...(when ? { when } : {}),
});

describe('toStroke', () => {
  it.each([
    ['j', {}, 'j'],
    ['J', { shiftKey: true }, 'Shift+J'],
    ['J', {}, 'j'],
    ['?', { shiftKey: true }, '?'],
    ['Enter', { ctrlKey: true }, 'Mod+Enter'],
    ['k', { metaKey: true }, 'Mod+k'],
    ['Enter', { shiftKey: true }, 'Shift+Enter'],
    ['Escape', {}, 'Escape'],
    ['ArrowDown', { altKey: true }, 'Alt+ArrowDown'],
    ['[', { ctrlKey: true, altKey: true }, '['],
    ['é', {}, 'é'],
  ])('reads %s with %o as %s', (key, modifiers, stroke) => {
    expect(press(key, modifiers)).toBe(stroke);
  });

  it.each(['Shift', 'Control', 'Alt', 'Meta', 'Dead'])('ignores %s alone', (key) => {
    expect(press(key)).toBeNull();
  });
});

describe('createStrokeReader', () => {
  const go = command('go', ['g q']);
  const resolve = command('resolve', ['q']);

  it('recognises a sequence', () => {
    const reader = createStrokeReader();
    expect(reader.read('g', [go, resolve], 0)).toBe('pending');
    expect(reader.read('q', [go, resolve], 500)).toBe(go);
  });

  it('forgets the first key after a while', () => {
    const reader = createStrokeReader();
    reader.read('g', [go, resolve], 0);
    expect(reader.read('q', [go, resolve], sequenceMs + 1)).toBe(resolve);
  });

  it('runs the command of the second key if it completes no sequence', () => {
    const reader = createStrokeReader();
    const next = command('next', ['j']);
    reader.read('g', [go, next], 0);
    expect(reader.read('j', [go, next], 10)).toBe(next);
  });

  it('ignores disabled commands', () => {
    const resting = command('resting', ['x'], () => false);
    expect(createStrokeReader().read('x', [resting], 0)).toBeNull();
  });
});

describe('ownsKeys', () => {
  it.each([
    ['<input>', 'input', true],
    ['<textarea></textarea>', 'textarea', true],
    ['<select></select>', 'select', true],
    ['<div contenteditable="true"><b></b></div>', 'b', true],
    ['<div role="dialog"><button></button></div>', 'button', true],
    ['<div role="menu"><div role="menuitem"></div></div>', '[role=menuitem]', true],
    ['<div role="dialog" data-closed><input></div>', 'input', false],
    ['<input type="checkbox">', 'input', false],
    ['<button></button>', 'button', false],
    ['<div role="listbox"></div>', 'div', false],
  ])('in %s of %s says %s', (html, selector, owns) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const target = document.adoptNode(page.body).querySelector(selector);
    expect(ownsKeys(target)).toBe(owns);
  });
});
