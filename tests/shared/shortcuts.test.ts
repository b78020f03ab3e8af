import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type ChosenKeys,
  chooseKeys,
  findKeysProblem,
  keysOf,
  shortcutIds,
  shortcutOf,
} from '#shared/domain/shortcuts.ts';

describe('the standard shortcuts', () => {
  it('are in nobody’s way and use no reserved keys, except where they cannot be changed', () => {
    const problems = shortcutIds
      .filter((id) => !shortcutOf(id).isFixed)
      .flatMap((id) =>
        shortcutOf(id)
          .keys.map((keys) => ({ id, keys, problem: findKeysProblem(id, keys, {}) }))
          .filter(({ problem }) => problem),
      );
    // Undoing an edit of text is undoing too, and so the field and the command share the key.
    expect(problems.map(({ keys, problem }) => [keys, problem])).toEqual(
      problems
        .filter(({ keys }) => standardOfFields.has(keys))
        .map(({ keys }) => [keys, { code: 'reserved' }]),
    );
  });
});

/** Keys of text fields and lists that Perch’s own shortcuts use as these mean them. */
const standardOfFields = new Set(['Mod+z', 'Mod+a']);

it('stand in the README, each as its key caps say', () => {
  const readme = readFileSync('README.md', 'utf8');
  const missing = shortcutIds.filter((id) => {
    const [keys = ''] = shortcutOf(id).keys;
    return !readme.includes(`\`${toReadmeKeys(keys)}\``);
  });
  expect(missing).toEqual([]);
});

const toReadmeKeys = (keys: string): string =>
  keys
    .replace('Mod+', 'Ctrl/Cmd+')
    .replace('Escape', 'Esc')
    .replace(/(?<=\+)[a-z]$/, (letter) => letter.toUpperCase());

describe('choosing keys', () => {
  it('replaces the standard keys', () => {
    expect(findKeysProblem('conversation.resolve', 'i x', {})).toBeNull();
    const chosen = chooseKeys('conversation.resolve', 'i x', {});
    expect(keysOf('conversation.resolve', chosen)).toEqual(['i x']);
    expect(keysOf('conversation.snooze', chosen)).toEqual(['h']);
  });

  it('names the command that has the keys, and takes them from it only', () => {
    expect(findKeysProblem('conversation.resolve', 'z', {})).toEqual({ code: 'taken', by: 'undo.last' });
    const chosen = chooseKeys('conversation.resolve', 'z', {});
    expect(keysOf('undo.last', chosen)).toEqual(['Mod+z']);
    expect(findKeysProblem('conversation.resolve', 'z', chosen)).toBeNull();
  });

  it('knows a key that begins a sequence, and a sequence that a key would cut off', () => {
    // Others could give theirs away, but not the saved views.
    expect(findKeysProblem('conversation.resolve', 'g', {})).toEqual({
      code: 'takenForGood',
      by: 'view.saved',
    });
    expect(findKeysProblem('conversation.resolve', 'g 4', {})).toMatchObject({ code: 'takenForGood' });
    expect(findKeysProblem('conversation.resolve', 'e e', {})).toBeNull();
    expect(findKeysProblem('conversation.snooze', 'e e', {})).toEqual({
      code: 'taken',
      by: 'conversation.resolve',
    });
  });

  it('lets different screens use the same keys, but not one screen and all', () => {
    expect(findKeysProblem('capture.backfill', 't', {})).toBeNull();
    expect(findKeysProblem('capture.backfill', 'e', {})).toEqual({
      code: 'taken',
      by: 'conversation.resolve',
    });
    expect(findKeysProblem('conversation.resolve', 't', {})).toMatchObject({ by: 'hit.take' });
  });

  it.each(['Escape', 'Enter', 'Tab', 'ArrowDown', ' ', 'Mod+c', 'Mod+q', 'Backspace'])('keeps %o', (keys) => {
    expect(findKeysProblem('conversation.resolve', keys, {})?.code).toBe('reserved');
  });

  it('lets nothing take the keys of a fixed command, nor change them', () => {
    expect(findKeysProblem('conversation.resolve', 'u', {})).toEqual({
      code: 'takenForGood',
      by: 'list.focus',
    });
    const byHand: ChosenKeys = { 'list.focus': [], 'help.open': ['x'] };
    expect(keysOf('list.focus', byHand)).toEqual(['Escape', 'u']);
    expect(keysOf('help.open', byHand)).toEqual(['?']);
  });

  it('asks for Mod where somebody types', () => {
    expect(findKeysProblem('reply.send', 'x', {})).toEqual({ code: 'needsMod' });
    expect(findKeysProblem('reply.send', 'Mod+Enter', {})).toBeNull();
  });

  it('removes a shortcut', () => {
    expect(keysOf('conversation.resolve', chooseKeys('conversation.resolve', null, {}))).toEqual([]);
  });
});
