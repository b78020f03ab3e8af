import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { defaultPreferences, type Preferences } from '#shared/contract/shell.ts';
import type { Language } from '#shared/domain/language.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

async function openSettings(
  change: Partial<Preferences> = {},
  unreadable: Language[] = [],
  platform = 'linux',
) {
  const rendered = renderWithEngine(<Frame />, {
    shell: { preferences: { ...defaultPreferences, spellCheck: true, ...change }, platform },
  });
  rendered.shell.respondWith('spelling.state', { unreadable });
  await screen.findByText('Live');
  await rendered.user.keyboard('{Control>},{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
  return { ...rendered, dialog, check: await dialog.findByRole('switch', { name: 'Check spelling' }) };
}

it('spelling is switched off and on', async () => {
  const { user, shell, check, dialog } = await openSettings();
  expect(check.getAttribute('aria-checked')).toBe('true');
  await user.click(check);
  expect(check.getAttribute('aria-checked')).toBe('false');
  expect(shell.calls).toContainEqual({ method: 'preferences.set', input: { spellCheck: false } });
  expect([dialog.queryByRole('alert'), dialog.queryByText('Your words')]).toEqual([null, null]);
});

it('a dictionary that could not be read is named, while spelling is on', async () => {
  const { user, dialog, check } = await openSettings({}, ['nl', 'fr']);
  expect((await dialog.findByRole('alert')).textContent).toContain('Off for Nederlands, Français');
  await user.click(check);
  expect(dialog.queryByRole('alert')).toBeNull();
});

it('own words stand in order, and are removed by keyboard one after the other', async () => {
  const { user, shell, dialog } = await openSettings({ ownWords: ['zeta', 'Élan', 'alpha'] });
  const words = () => within(dialog.getByRole('list', { name: 'Your words' }));
  expect(
    words()
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['alpha', 'Élan', 'zeta']);
  words().getByRole('button', { name: 'Remove “Élan”' }).focus();
  await user.keyboard('{Enter}');
  expect(shell.calls).toContainEqual({ method: 'preferences.set', input: { ownWords: ['zeta', 'alpha'] } });
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove “zeta”'));
});

it('macOS checks by itself and keeps its own words', async () => {
  const { dialog } = await openSettings({ ownWords: ['alpha'] }, [], 'darwin');
  expect(dialog.getByText(/^macOS underlines/)).toBeTruthy();
  expect(dialog.queryByText('Your words')).toBeNull();
});
