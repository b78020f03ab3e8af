import { expect, test } from 'vitest';
import { catalogues } from '#renderer/i18n.ts';
import type { Catalogue } from '#renderer/locales/catalogue.ts';
import { Language } from '#shared/contract/shell.ts';
import { toMenuTemplate } from '#shell/menu/menuTemplate.ts';
import { en } from '#shell/words/en.ts';
import { nl } from '#shell/words/nl.ts';
import { wordsOf } from '#shell/words/words.ts';

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

test.each(['nl', 'fr'] as const)('leaves no label of Electron in English in %s', (language) => {
  const words = wordsOf(language);
  for (const isMac of [true, false]) {
    const items = flat(toMenuTemplate({ ...facts, words, isMac }));
    const own = items.filter(({ type, role }) => type !== 'separator' && role !== 'appMenu');
    expect(own.map(({ label }) => label)).not.toContain(undefined);
    expect(Object.values(words)).toEqual(expect.arrayContaining(own.map(({ label }) => label)));
  }
});

/** The window's name for each command that the menu has too. */
const inTheWindow = ({ commands, composer, conversation, views }: Catalogue) => ({
  'settings.open': commands.settings,
  'workspace.close': commands.closeWorkspace,
  'palette.open': commands.palette,
  'search.focus': commands.search,
  'view.queue': commands.goTo.replace('{{place}}', views.queue),
  'answer.public': composer.writePublic,
  'answer.dm': composer.writeDm,
  'conversation.resolve': conversation.resolve,
  'list.next': commands.nextConversation,
  'list.previous': commands.previousConversation,
  'help.open': commands.help,
});

test.each(Language.options)('calls each command in %s as the window does', (language) => {
  const items = flat(toMenuTemplate({ ...facts, words: wordsOf(language) })).filter(({ id }) => id);
  const named = Object.fromEntries(items.map(({ id, label }) => [id, label?.replace(/…$/, '')]));
  expect(named).toEqual(inTheWindow(catalogues[language]));
});
