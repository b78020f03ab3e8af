import { describe, expect, it } from 'vitest';
import { toKeyPlace } from '#renderer/commands/keyPlaces.ts';
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
    ['Enter', { ctrlKey: true, altKey: true }, 'Mod+Alt+Enter'],
    ['Enter', { metaKey: true, shiftKey: true }, 'Mod+Shift+Enter'],
    ['[', { ctrlKey: true, altKey: true }, '['],
    ['é', {}, 'é'],
  ])('reads %s with %o as %s', (key, modifiers, stroke) => {
    expect(press(key, modifiers)).toBe(stroke);
  });

  it.each([
    ['Russian', { key: 'о', code: 'KeyJ' }, 'j'],
    ['Russian', { key: 'О', code: 'KeyJ', shiftKey: true }, 'Shift+J'],
    ['Russian', { key: 'К', code: 'KeyR', shiftKey: true }, 'Shift+R'],
    ['Russian', { key: 'л', code: 'KeyK', ctrlKey: true }, 'Mod+k'],
    ['Russian', { key: 'л', code: 'KeyK', metaKey: true }, 'Mod+k'],
    ['Russian', { key: 'б', code: 'Comma', ctrlKey: true }, 'Mod+,'],
    ['Russian', { key: 'х', code: 'BracketLeft' }, '['],
    ['Russian', { key: '?', code: 'Digit7', shiftKey: true }, '?'],
    ['Russian', { key: '.', code: 'Slash' }, '.'],
    ['Greek', { key: 'ξ', code: 'KeyJ' }, 'j'],
    ['Greek', { key: 'κ', code: 'KeyK', ctrlKey: true }, 'Mod+k'],
    ['Greek', { key: 'φ', code: 'KeyF', ctrlKey: true }, 'Mod+f'],
    ['Hebrew', { key: 'ח', code: 'KeyJ' }, 'j'],
    ['Hebrew', { key: 'ל', code: 'KeyK', ctrlKey: true }, 'Mod+k'],
    ['Hebrew', { key: 'ת', code: 'Comma', ctrlKey: true }, 'Mod+,'],
    ['Hebrew', { key: 'R', code: 'KeyR', shiftKey: true }, 'Shift+R'],
    ['Arabic', { key: 'ت', code: 'KeyJ' }, 'j'],
    ['Arabic', { key: 'ن', code: 'KeyK', ctrlKey: true }, 'Mod+k'],
    ['Arabic', { key: 'لا', code: 'KeyB' }, 'b'],
    ['Arabic', { key: 'ٌ', code: 'KeyR', shiftKey: true }, 'Shift+R'],
    ['Thai', { key: '่', code: 'KeyJ' }, 'j'],
    ['AZERTY', { key: 'a', code: 'KeyQ' }, 'a'],
    ['AZERTY', { key: 'k', code: 'KeyK', ctrlKey: true }, 'Mod+k'],
    ['AZERTY', { key: ',', code: 'KeyM', ctrlKey: true }, 'Mod+,'],
    ['AZERTY', { key: '?', code: 'KeyM', shiftKey: true }, '?'],
    ['AZERTY', { key: '/', code: 'Period', shiftKey: true }, '/'],
    ['AZERTY', { key: '1', code: 'Digit1', shiftKey: true }, '1'],
    ['AZERTY', { key: 'é', code: 'Digit2' }, 'é'],
    ['QWERTZ', { key: 'z', code: 'KeyY' }, 'z'],
    ['QWERTZ', { key: 'ö', code: 'Semicolon' }, 'ö'],
    ['Dvorak', { key: 'j', code: 'KeyC' }, 'j'],
    ['Dvorak', { key: 'k', code: 'KeyV', ctrlKey: true }, 'Mod+k'],
    ['Turkish', { key: 'ı', code: 'KeyI' }, 'ı'],
  ])('reads a %s keyboard: %o is %s', (_, init, stroke) => {
    expect(toStroke(new KeyboardEvent('keydown', init))).toBe(stroke);
  });

  it.each([
    ['Ctrl+Alt with a letter', { key: 'k', code: 'KeyK', ctrlKey: true, altKey: true }],
    ['AltGr as Ctrl+Alt on a Polish keyboard', { key: 'ę', code: 'KeyE', ctrlKey: true, altKey: true }],
    ['AltGr on a Russian keyboard', { key: 'о', code: 'KeyJ', ctrlKey: true, altKey: true }],
    ['AltGr of Linux', { key: 'e', code: 'KeyE', modifierAltGraph: true }],
    ['Enter of an input method', { key: 'Enter', isComposing: true }],
    ['a press that an input method takes', { key: 'j', code: 'KeyJ', keyCode: 229 }],
  ])('ignores %s', (_, init) => {
    expect(toStroke(new KeyboardEvent('keydown', init))).toBeNull();
  });

  it('does not read Cmd+Alt as a single key', () => {
    expect(press('k', { metaKey: true, altKey: true })).toBe('Alt+k');
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

describe('a sequence by place', () => {
  const commands = [command('queue', ['g q']), command('search', ['/']), command('pending', ['g w'])];
  const run = (...inits: KeyboardEventInit[]) => {
    const reader = createStrokeReader();
    return inits.map((init, at) => {
      const event = new KeyboardEvent('keydown', init);
      return reader.read(toStroke(event) ?? '', commands, at, toKeyPlace(event));
    });
  };

  it.each([
    ['Russian', { key: 'п', code: 'KeyG' }, { key: 'й', code: 'KeyQ' }, 'queue'],
    ['Greek', { key: 'γ', code: 'KeyG' }, { key: ';', code: 'KeyQ' }, 'queue'],
    ['Hebrew', { key: 'ע', code: 'KeyG' }, { key: '/', code: 'KeyQ' }, 'queue'],
    ['Hebrew', { key: 'ע', code: 'KeyG' }, { key: "'", code: 'KeyW' }, 'pending'],
    ['AZERTY', { key: 'g', code: 'KeyG' }, { key: 'q', code: 'KeyA' }, 'queue'],
  ])('works on a %s keyboard', (_, first, second, id) => {
    expect(run(first, second)).toEqual(['pending', expect.objectContaining({ id })]);
  });

  it('leaves a sign alone that follows a Latin letter, or nothing', () => {
    expect(run({ key: 'g', code: 'KeyG' }, { key: "'", code: 'KeyQ' })).toEqual(['pending', null]);
    expect(run({ key: '/', code: 'KeyQ' })).toEqual([expect.objectContaining({ id: 'search' })]);
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
