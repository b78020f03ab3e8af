import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, test } from 'vitest';
import { refuseDictionaries } from '#shell/security/refuseDictionaries.ts';

function languagesAfterStart(platform: NodeJS.Platform): unknown[] {
  const app = new EventEmitter();
  const languages: unknown[] = [];
  refuseDictionaries(app as unknown as Pick<App, 'on'>, platform);
  for (const _ of ['default', 'media'])
    app.emit('session-created', { setSpellCheckerLanguages: (set: unknown) => languages.push(set) });
  return languages;
}

test('no session has a language whose dictionary Chromium could download', () => {
  expect(languagesAfterStart('linux')).toEqual([[], []]);
  expect(languagesAfterStart('win32')).toEqual([[], []]);
});

test('macOS keeps its own dictionaries', () => {
  expect(languagesAfterStart('darwin')).toEqual([]);
});
