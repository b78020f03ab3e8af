import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openStateStore } from '#shell/preferences/stateStore.ts';
import { defaultState, type StateFile, toStateFile } from '#shell/preferences/storedState.ts';

let dir: string;
let written: StateFile[];
let logged: string[];
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'perch-settings-'));
  written = [];
  logged = [];
});
const open = (write = (file: StateFile) => void written.push(file)) =>
  openStateStore({ dir, write, log: (event) => void logged.push(event) });
const put = (text: string) => writeFileSync(path.join(dir, 'settings.json'), text);

test('starts with the defaults and writes nothing until something changes', () => {
  expect(open().get()).toEqual(defaultState);
  expect(written).toEqual([]);
  expect(logged).toEqual([]);
});

test('writes the complete state on each change', () => {
  const store = open();
  store.set({ lastOpened: 'demo' });
  expect(store.get().lastOpened).toBe('demo');
  expect(written).toEqual([{ ...toStateFile(defaultState), lastOpened: 'demo' }]);
});

test('moves a damaged file aside and keeps its valid parts', () => {
  put('{"lastOpened": "demo", "window": 7}');
  expect(open().get()).toEqual({ ...defaultState, lastOpened: 'demo' });
  expect(readFileSync(path.join(dir, 'settings.damaged.json'), 'utf8')).toContain('7');
  expect(existsSync(path.join(dir, 'settings.json'))).toBe(false);
  expect(logged).toEqual(['preferences.damagedFileMoved']);
});

test('reads a damaged file that cannot be moved, and leaves it in place', () => {
  put('{"lastOpened": "demo", "window": 7}');
  mkdirSync(path.join(dir, 'settings.damaged.json'));
  expect(open().get().lastOpened).toBe('demo');
  expect(existsSync(path.join(dir, 'settings.json'))).toBe(true);
});

test('uses the defaults if the file cannot be read', () => {
  mkdirSync(path.join(dir, 'settings.json'));
  expect(open().get()).toEqual(defaultState);
  expect(logged).toEqual(['preferences.readFailed']);
});

test('keeps changes in memory if the disk refuses them', () => {
  const store = open(() => {
    throw new Error('no space left on device');
  });
  store.set({ lastOpened: 'demo' });
  expect(store.get().lastOpened).toBe('demo');
  expect(logged).toEqual(['preferences.writeFailed']);
});
