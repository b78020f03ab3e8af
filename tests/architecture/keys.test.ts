import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot, readModules } from './sourceTree.ts';

/** The one place that reads the key of an event. */
const reader = 'src-renderer/ui/pressedKey.ts';

/** Reading a key from an event, or asking for a composing input method, as `event.key`, `e.nativeEvent.isComposing`. */
const reading =
  /\b(?:e|ev|evt|event|nativeEvent|press)\??\.(?:key|keyCode|which|isComposing)\b|\bisComposing\b|\{[^}]*\bkey\b[^}]*\}\s*:\s*(?:React)?KeyboardEvent/;

it('reads keys through `pressedKey` only, so that no field takes the Enter of an input method', () => {
  const files = readModules(['src-renderer']).map(({ file }) => file);
  expect(files).toContain(reader);
  const found = files
    .filter((file) => file !== reader)
    .filter((file) => reading.test(readFileSync(path.join(projectRoot, file), 'utf8')));
  expect(found).toEqual([]);
});

it('finds each way of reading a key', () => {
  const ways = [
    "if (event.key === 'Enter')",
    'event.nativeEvent.isComposing',
    'toStep(e.key)',
    'onKeyDown={({ key }: KeyboardEvent) => run(key)}',
  ];
  expect(ways.filter((way) => !reading.test(way))).toEqual([]);
});

it('lets the undo key wait for each action that can be undone', () => {
  const undoing = 'src-renderer/features/Toasts/useUndo.ts';
  const acting = readModules(['src-renderer'])
    .map(({ file }) => ({ file, source: readFileSync(path.join(projectRoot, file), 'utf8') }))
    .filter(({ file, source }) => file !== undoing && source.includes('.did({'));
  expect(acting.length).toBeGreaterThan(5);
  expect(acting.filter(({ source }) => !source.includes('underWay(')).map(({ file }) => file)).toEqual([]);
});
