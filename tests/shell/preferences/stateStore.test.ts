import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openStateStore } from '#shell/preferences/stateStore.ts';
import { defaultState, type StoredState } from '#shell/preferences/storedState.ts';

let dir: string;
let written: StoredState[];
let reports: string[];
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'perch-settings-'));
  written = [];
  reports = [];
});
const open = (write = (state: StoredState) => void written.push(state)) =>
  openStateStore({ dir, write, report: (happening) => void reports.push(happening) });
const put = (text: string) => writeFileSync(path.join(dir, 'settings.json'), text);

test('begins with the defaults, and writes nothing before something changes', () => {
  expect(open().get()).toEqual(defaultState);
  expect(written).toEqual([]);
  expect(reports).toEqual([]);
});

test('writes the whole at each change', () => {
  const store = open();
  store.set({ lastOpened: 'demo' });
  expect(store.get().lastOpened).toBe('demo');
  expect(written).toEqual([{ ...defaultState, lastOpened: 'demo' }]);
});

test('keeps a damaged file beside and reads it as far as it goes', () => {
  put('{"lastOpened": "demo", "window": 7}');
  expect(open().get()).toEqual({ ...defaultState, lastOpened: 'demo' });
  expect(readFileSync(path.join(dir, 'settings.damaged.json'), 'utf8')).toContain('7');
  expect(existsSync(path.join(dir, 'settings.json'))).toBe(false);
  expect(reports).toHaveLength(1);
});

test('reads a damaged file also where it cannot be set aside, and leaves it there', () => {
  put('{"lastOpened": "demo", "window": 7}');
  mkdirSync(path.join(dir, 'settings.damaged.json'));
  expect(open().get().lastOpened).toBe('demo');
  expect(existsSync(path.join(dir, 'settings.json'))).toBe(true);
});

test('begins with the defaults where the file cannot be read', () => {
  mkdirSync(path.join(dir, 'settings.json'));
  expect(open().get()).toEqual(defaultState);
  expect(reports).toEqual(['the settings could not be read']);
});

test('goes on with what was set where the disk takes nothing', () => {
  const store = open(() => {
    throw new Error('no space left on device');
  });
  store.set({ lastOpened: 'demo' });
  expect(store.get().lastOpened).toBe('demo');
  expect(reports).toEqual(['the settings could not be kept']);
});
