import { expect, test } from 'vitest';
import { defaultState, toStoredState } from '#shell/preferences/storedState.ts';

const kept = {
  settings: { ...defaultState.settings, theme: 'dark', listWidth: 400 },
  window: { x: 1, y: 2, width: 1_000, height: 700, maximised: true },
  lastOpened: 'demo',
};

test('reads back what was kept', () => {
  expect(toStoredState(JSON.parse(JSON.stringify(kept)))).toEqual({ state: kept, damaged: false });
});

test('begins with the defaults where nothing was kept', () => {
  expect(toStoredState({})).toEqual({ state: defaultState, damaged: false });
});

test.each([null, 'text', 7, []])('says that %j is damaged and begins anew', (stored) => {
  expect(toStoredState(stored)).toEqual({ state: defaultState, damaged: true });
});

test('keeps every good setting beside a bad one', () => {
  const { state, damaged } = toStoredState({ ...kept, settings: { theme: 'dark', density: 'huge', old: 1 } });
  expect(damaged).toBe(true);
  expect(state.settings).toEqual({ ...defaultState.settings, theme: 'dark' });
});

test('fills in a setting that an older version did not know', () => {
  const { theme: _unknown, ...older } = kept.settings;
  expect(toStoredState({ ...kept, settings: older })).toEqual({
    state: { ...kept, settings: { ...kept.settings, theme: 'system' } },
    damaged: false,
  });
});
