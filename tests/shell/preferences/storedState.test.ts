import { expect, test } from 'vitest';
import { defaultState, fromStateFile, toStateFile } from '#shell/preferences/storedState.ts';

const preferences = { ...defaultState.preferences, theme: 'dark', listWidth: 400 } as const;
/** A file as every version has written it. */
const file = {
  settings: preferences,
  window: { x: 1, y: 2, width: 1_000, height: 700, maximised: true },
  lastOpened: 'demo',
  places: { demo: { screen: 'conversations', view: 'mine', conversationId: 'c1', front: 'list' } },
  lastLogins: { 'account-1': { by: 'browser', clientId: 'app' }, 'account-2': { by: 'token' } },
} as const;

const { settings: _settings, ...others } = file;
const state = { preferences, ...others };

test('reads a file of any version', () => {
  expect(fromStateFile(JSON.parse(JSON.stringify(file)))).toEqual({ state, damaged: false });
});

test('writes a file that every version can read', () => {
  expect(toStateFile(state)).toEqual(file);
});

test('uses the defaults for an empty file', () => {
  expect(fromStateFile({})).toEqual({ state: defaultState, damaged: false });
});

test.each([null, 'text', 7, []])('reports %j as damaged and uses the defaults', (stored) => {
  expect(fromStateFile(stored)).toEqual({ state: defaultState, damaged: true });
});

test('keeps every valid preference beside an invalid one', () => {
  const read = fromStateFile({ ...file, settings: { theme: 'dark', density: 'huge', old: 1 } });
  expect(read.damaged).toBe(true);
  expect(read.state.preferences).toEqual({ ...defaultState.preferences, theme: 'dark' });
});

test('fills in a preference that an older version did not have', () => {
  const { theme: _unknown, ...older } = preferences;
  expect(fromStateFile({ ...file, settings: older })).toEqual({
    state: { ...state, preferences: { ...preferences, theme: 'system' } },
    damaged: false,
  });
});

test.each(['places', 'lastLogins'] as const)(
  'begins without %s where an older version had none, and where they are damaged',
  (part) => {
    const { [part]: _unknown, ...older } = file;
    expect(fromStateFile(older)).toEqual({ state: { ...state, [part]: {} }, damaged: false });
    expect(fromStateFile({ ...file, [part]: { demo: 7 } })).toEqual({
      state: { ...state, [part]: {} },
      damaged: true,
    });
  },
);
