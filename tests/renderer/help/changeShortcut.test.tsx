import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { toCommandWords } from '#renderer/commands/commandWords.ts';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { createI18n } from '#renderer/i18n/i18n.ts';
import { useUi } from '#renderer/state/ui.ts';
import { shortcutIds } from '#shared/domain/shortcuts.ts';
import { aShellState } from '../support/builders.ts';
import { type RenderOptions, renderWithEngine } from '../support/renderWithEngine.tsx';

describe('the shortcuts dialog', () => {
  it('lists every shortcut, also those that do nothing at the moment', async () => {
    const { help } = await openHelp();
    const words = toCommandWords(createI18n('en').t);
    for (const id of shortcutIds) expect(within(help).getAllByText(words[id].label)).not.toEqual([]);
  });

  it('shows the keys of the saved views as a range, which cannot be changed', async () => {
    const { help } = await openHelp();
    const line = within(help).getByText('Go to saved view 1 to 9').parentElement;
    expect(line?.querySelector('dd')?.textContent).toBe('Gthen1toGthen9');
    expect(line?.querySelector('button')).toBeNull();
  });

  it('gives a command the keys that are pressed, which work at once', async () => {
    const { user, shell, change } = await openHelp();
    await change('Go to Resolved', 'i');
    await waitFor(() => expect(lastSaved(shell)).toEqual({ 'view.resolved': ['i'] }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('i');
    expect(useUi.getState().view).toBe('resolved');
  });

  it('takes keys from another command only after a second word', async () => {
    const { user, shell, help, change } = await openHelp();
    await change('Snooze', 'e');
    expect(await within(help).findByText(/Already used for “Resolve”/)).toBeTruthy();
    expect(lastSaved(shell)).toBeUndefined();
    await user.keyboard('{Enter}');
    expect(lastSaved(shell)).toEqual({ 'conversation.resolve': [], 'conversation.snooze': ['e'] });
  });

  it('closes nothing but the change on Escape', async () => {
    const { user, shell, help, change } = await openHelp();
    await change('Snooze', '{Escape}');
    expect(within(help).getByRole('button', { name: /^Change the shortcut of Snooze/ }).ariaPressed).toBe(
      'false',
    );
    expect(lastSaved(shell)).toBeUndefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('goes back to the standard keys, of one command and of all', async () => {
    const preferences = {
      ...aShellState().preferences,
      shortcuts: { 'conversation.snooze': ['x'], 'view.all': [] },
    };
    const { user, shell, help } = await openHelp({ shell: { preferences } });
    await user.click(within(help).getByRole('button', { name: 'Reset the shortcut of Snooze' }));
    expect(lastSaved(shell)).toEqual({ 'view.all': [] });
    await user.click(within(help).getByRole('button', { name: 'Reset all shortcuts' }));
    expect(lastSaved(shell)).toEqual({});
  });

  it('follows shortcuts that another window changed', async () => {
    const { user, shell } = await openHelp();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const preferences = { ...aShellState().preferences, shortcuts: { 'view.all': ['i'] } };
    act(() => shell.emit('preferences.changed', { preferences, language: 'en' }));
    await user.keyboard('i');
    expect(useUi.getState().view).toBe('all');
  });
});

async function openHelp(options: RenderOptions = {}) {
  const { user, shell } = renderWithEngine(<Frame />, options);
  await screen.findByText('Live');
  await user.keyboard('?');
  const help = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  const change = async (label: string, keys: string) => {
    await user.click(
      within(help).getByRole('button', { name: new RegExp(`^Change the shortcut of ${label} ?`) }),
    );
    await user.keyboard(keys);
  };
  return { user, shell, help, change };
}

function lastSaved({ calls }: ReturnType<typeof renderWithEngine>['shell']): unknown {
  const saved = calls.findLast(({ method }) => method === 'preferences.set')?.input;
  return (saved as { readonly shortcuts?: unknown } | undefined)?.shortcuts;
}
