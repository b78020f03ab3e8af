import { expect, test } from 'vitest';
import { en } from '#shell/locales/en.ts';
import { nl } from '#shell/locales/nl.ts';
import { toMenuTemplate } from '#shell/window/menuTemplate.ts';

type Template = ReturnType<typeof toMenuTemplate>;
const options = { texts: en, isMac: false, hasDeveloperTools: false, onCommand: () => {} };
const flat = (template: Template): Template =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

test('reports the id of the chosen command', () => {
  const chosen: string[] = [];
  const items = flat(toMenuTemplate({ ...options, onCommand: (id) => void chosen.push(id) }));
  for (const item of items) if (item.id) (item.click as () => void)();
  expect(chosen.length).toBeGreaterThan(8);
  expect(new Set(chosen).size).toBe(chosen.length);
});

test('displays keys without registering them', () => {
  const withKeys = flat(toMenuTemplate(options)).filter((item) => item.accelerator);
  expect(withKeys.length).toBeGreaterThan(5);
  expect(withKeys.every((item) => item.registerAccelerator === false)).toBe(true);
});

test('uses the given language', () => {
  expect(toMenuTemplate({ ...options, texts: nl }).map((item) => item.label)).toContain('Gesprek');
});

test('has the application menu on macOS only, and developer tools during development only', () => {
  expect(flat(toMenuTemplate(options)).some((item) => item.role === 'appMenu')).toBe(false);
  expect(flat(toMenuTemplate({ ...options, isMac: true })).some((item) => item.role === 'appMenu')).toBe(
    true,
  );
  expect(flat(toMenuTemplate(options)).some((item) => item.role === 'toggleDevTools')).toBe(false);
});
