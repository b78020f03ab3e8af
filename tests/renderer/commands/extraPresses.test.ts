import { describe, expect, it } from 'vitest';
import { createExtraPresses, extraPressMs } from '#renderer/commands/extraPresses.ts';
import type { Command } from '#renderer/commands/registry.ts';

const undo: Command = { id: 'undo.last', label: 'Undo', group: 'app', isRepeated: true, run: () => {} };
const press = (timeStamp: number) => ({ repeat: false, timeStamp });

describe('one press too many', () => {
  it('still counts when the field got the focus late', () => {
    const presses = createExtraPresses();
    presses.ran('z', undo, 0);
    presses.focused(5_000);
    expect(presses.isExtra('z', press(5_000 + extraPressMs))).toBe(true);
  });

  it('is typing when the field has had the focus for a while', () => {
    const presses = createExtraPresses();
    presses.ran('z', undo, 0);
    presses.focused(5_000);
    expect(presses.isExtra('z', press(5_001 + extraPressMs))).toBe(false);
  });

  it('is typing after a click, however soon', () => {
    const presses = createExtraPresses();
    presses.ran('z', undo, 0);
    presses.forget();
    presses.focused(10);
    expect(presses.isExtra('z', press(20))).toBe(false);
  });
});
