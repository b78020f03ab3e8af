import { expect, test } from 'vitest';
import type { Catalogue } from '#renderer/locales/catalogue.ts';
import { catalogues } from '#renderer/locales/catalogues.ts';
import { Language } from '#shared/domain/language.ts';
import { en } from '#shell/locales/en.ts';
import { textsOf } from '#shell/locales/locales.ts';
import { nl } from '#shell/locales/nl.ts';
import { toMenuTemplate } from '#shell/window/menuTemplate.ts';

type Template = ReturnType<typeof toMenuTemplate>;
const options = { texts: en, isMac: false, hasDeveloperTools: false, shortcuts: {}, onCommand: () => {} };
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

test('shows the shortcuts that were chosen, and none for a sequence or a removed one', () => {
  const chosen = { 'conversation.resolve': ['Mod+Shift+Enter'], 'reply.dm': ['g d'], 'list.next': [] };
  const items = flat(toMenuTemplate({ ...options, shortcuts: chosen }));
  const shown = Object.fromEntries(items.map(({ id, accelerator }) => [id, accelerator]));
  expect(shown).toMatchObject({
    'conversation.resolve': 'CmdOrCtrl+Shift+Enter',
    'reply.public': 'Shift+P',
    'palette.open': 'CmdOrCtrl+K',
    'help.open': '?',
  });
  expect([shown['reply.dm'], shown['list.next'], shown['view.queue']]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
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

test.each(['nl', 'fr'] as const)('leaves no label of Electron in English in %s', (language) => {
  const texts = textsOf(language);
  for (const isMac of [true, false]) {
    const items = flat(toMenuTemplate({ ...options, texts, isMac }));
    const own = items.filter(({ type, role }) => type !== 'separator' && role !== 'appMenu');
    expect(own.map(({ label }) => label)).not.toContain(undefined);
    expect(Object.values(texts)).toEqual(expect.arrayContaining(own.map(({ label }) => label)));
  }
});

/** The window's name for each command that the menu has too. */
const inTheWindow = ({
  account,
  commands,
  composer,
  conversation,
  crisis,
  network,
  review,
  views,
}: Catalogue) => ({
  'settings.open': commands.settings,
  'workspace.openToRead': review.open.replace(/…$/, ''),
  'workspace.close': commands.closeWorkspace,
  'account.logOut': account.logOut,
  'account.remove': account.remove,
  'palette.open': commands.palette,
  'search.focus': commands.search,
  'crisis.open': crisis.command.replace(/…$/, ''),
  'view.queue': commands.goTo.replace('{{place}}', views.queue),
  'reply.public': composer.writePublic,
  'reply.dm': composer.writeDm,
  'conversation.resolve': conversation.resolve,
  'list.next': commands.next,
  'list.previous': commands.previous,
  'help.open': commands.help,
  'network.open': network.title,
});

test.each(Language.options)('calls each command in %s as the window does', (language) => {
  const items = flat(toMenuTemplate({ ...options, texts: textsOf(language) })).filter(({ id }) => id);
  const named = Object.fromEntries(items.map(({ id, label }) => [id, label?.replace(/…$/, '')]));
  expect(named).toEqual(inTheWindow(catalogues[language]));
});
