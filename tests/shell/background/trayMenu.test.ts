import { describe, expect, it, test, vi } from 'vitest';
import { Language } from '#shared/domain/language.ts';
import { type TrayState, toTrayMenu, toTrayTitle } from '#shell/background/trayMenu.ts';
import { en } from '#shell/locales/en.ts';
import { textsOf } from '#shell/locales/locales.ts';

const now = new Date(2026, 10, 27, 14, 5).getTime();
const state: TrayState = {
  texts: en,
  language: 'en',
  waiting: 3,
  quietUntil: null,
  hasWorkspace: true,
  now,
};
const actions = { open: vi.fn(), showQueue: vi.fn(), poll: vi.fn(), beQuietFor: vi.fn(), quit: vi.fn() };

type Items = ReturnType<typeof toTrayMenu>;
const flat = (items: Items): Items =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const named = (given: TrayState, label: string) =>
  flat(toTrayMenu(given, actions)).find((item) => item.label === label);

describe('the menu of the tray', () => {
  it('does what it says', () => {
    for (const item of flat(toTrayMenu(state, actions))) (item.click as (() => void) | undefined)?.();
    expect(actions.open).toHaveBeenCalledOnce();
    expect(actions.showQueue).toHaveBeenCalledOnce();
    expect(actions.poll).toHaveBeenCalledOnce();
    expect(actions.quit).toHaveBeenCalledOnce();
    expect(actions.beQuietFor.mock.calls).toEqual([['hour'], ['untilTomorrow'], ['off']]);
  });

  it('leads to the queue only if somebody waits, and polls only an open workspace', () => {
    expect(named(state, '3 waiting')?.enabled).toBe(true);
    expect(named({ ...state, waiting: 0 }, 'No one is waiting')?.enabled).toBe(false);
    expect(named({ ...state, hasWorkspace: false }, 'Check X now')?.enabled).toBe(false);
  });

  it('says until when nothing disturbs, and offers to end that', () => {
    expect(named(state, 'Turn off')?.enabled).toBe(false);
    const quiet = { ...state, quietUntil: new Date(2026, 10, 27, 15, 5).getTime() };
    expect(named(quiet, 'Do not disturb until 15:05')).toBeDefined();
    expect(named(quiet, 'Turn off')?.enabled).toBe(true);
    const tomorrow = { ...state, quietUntil: new Date(2026, 10, 28, 9).getTime() };
    expect(named(tomorrow, 'Do not disturb until Sat 09:00')).toBeDefined();
  });

  it.each(Language.options)('has a label on every item in %s', (language) => {
    const items = flat(toTrayMenu({ ...state, texts: textsOf(language), language }, actions));
    expect(items.every(({ type, label }) => type === 'separator' || label)).toBe(true);
  });
});

test('the title says how many wait, and until when nothing disturbs', () => {
  expect(toTrayTitle(state)).toBe('Perch: 3 waiting');
  expect(toTrayTitle({ ...state, waiting: 0, quietUntil: now })).toBe(
    'Perch: No one is waiting, Do not disturb until 14:05',
  );
});
