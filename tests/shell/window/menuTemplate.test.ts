import { expect, test } from 'vitest';
import { toMenuTemplate } from '#shell/window/menuTemplate.ts';
import { en } from '#shell/words/en.ts';
import { nl } from '#shell/words/nl.ts';

type Template = ReturnType<typeof toMenuTemplate>;
const facts = { words: en, isMac: false, isDeveloped: false, onCommand: () => {} };
const flat = (template: Template): Template =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

test('sends the id of what was chosen', () => {
  const chosen: string[] = [];
  const items = flat(toMenuTemplate({ ...facts, onCommand: (id) => void chosen.push(id) }));
  for (const item of items) if (item.id) (item.click as () => void)();
  expect(chosen.length).toBeGreaterThan(8);
  expect(new Set(chosen).size).toBe(chosen.length);
});

test('shows keys without taking them from the window', () => {
  const withKeys = flat(toMenuTemplate(facts)).filter((item) => item.accelerator);
  expect(withKeys.length).toBeGreaterThan(5);
  expect(withKeys.every((item) => item.registerAccelerator === false)).toBe(true);
});

test('speaks the language', () => {
  expect(toMenuTemplate({ ...facts, words: nl }).map((item) => item.label)).toContain('Gesprek');
});

test('has the application menu only on macOS, and developers’ tools only while developing', () => {
  expect(flat(toMenuTemplate(facts)).some((item) => item.role === 'appMenu')).toBe(false);
  expect(flat(toMenuTemplate({ ...facts, isMac: true })).some((item) => item.role === 'appMenu')).toBe(true);
  expect(flat(toMenuTemplate(facts)).some((item) => item.role === 'toggleDevTools')).toBe(false);
});
