import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { type Rendered, renderWithEngine } from '../support/renderWithEngine.tsx';

async function openSettings(): Promise<Rendered & { readonly dialog: ReturnType<typeof within> }> {
  const rendered = renderWithEngine(<Frame />);
  await screen.findByText('Live');
  await rendered.user.keyboard('{Control>},{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
  await dialog.findByLabelText('Your name');
  return { ...rendered, dialog };
}

describe('the settings', () => {
  it('are reached by the list of their groups, with the arrow keys and Enter', async () => {
    const { user, dialog } = await openSettings();
    const groups = within(dialog.getByRole('navigation', { name: 'Groups of settings' }));
    const nameOfCurrent = () => groups.getByRole('button', { current: true }).textContent;
    expect(nameOfCurrent()).toBe('Appearance');
    await user.tab();
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Appearance');
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Office hours');
    expect(nameOfCurrent()).toBe('Office hours');
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(dialog.getByRole('region', { name: 'Office hours' }));
    await user.tab();
    expect(document.activeElement).toBe(dialog.getByRole('switch', { name: 'Count office hours only' }));
    await user.click(groups.getByRole('button', { name: 'Backups' }));
    await user.tab({ shift: true });
    expect(nameOfCurrent()).toBe('Backups');
    groups.getByRole('button', { name: 'Backups' }).focus();
    await user.keyboard('{End}');
    expect(nameOfCurrent()).toBe('This computer');
  });

  it('change the theme at once', async () => {
    const { user, shell, dialog } = await openSettings();
    await user.click(dialog.getByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(shell.calls).toContainEqual({ method: 'preferences.set', input: { theme: 'dark' } });
  });

  it('switch notifications and images', async () => {
    const { user, shell, dialog } = await openSettings();
    await user.click(dialog.getByRole('switch', { name: 'Load images' }));
    expect(shell.calls).toContainEqual({ method: 'preferences.set', input: { loadMedia: false } });
  });

  it('save the agent name on Enter', async () => {
    const { user, engine, dialog } = await openSettings();
    const field = dialog.getByLabelText('Your name');
    await user.clear(field);
    await user.type(field, 'Noor{Enter}');
    await waitFor(() => expect(engine.callsOf('settings.set')).toEqual([{ agentName: 'Noor' }]));
  });

  it('show the allowed range, and save nothing outside it', async () => {
    const { user, engine, dialog } = await openSettings();
    const field = dialog.getByLabelText('Undo send');
    await user.clear(field);
    await user.type(field, '500');
    expect(dialog.getByText('0 to 120')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.tab();
    expect(engine.callsOf('settings.set')).toEqual([]);
    expect(field).toHaveProperty('value', '500');
    expect(dialog.getByText('0 to 120')).toBeTruthy();
  });

  it('save initials, typed with or without the sign, and where replies end with them', async () => {
    const { user, engine, dialog } = await openSettings();
    const field = dialog.getByLabelText('Your initials');
    await user.clear(field);
    await user.type(field, 'A B');
    expect(dialog.getByText('up to 12 letters or digits, no spaces')).toBeTruthy();
    await user.clear(field);
    await user.type(field, '^AB{Enter}');
    await user.click(dialog.getByRole('switch', { name: 'Initials in public replies' }));
    await waitFor(() =>
      expect(engine.callsOf('settings.set')).toEqual([{ initials: 'AB' }, { signedChannels: ['public'] }]),
    );
  });

  it('save the languages of replies, of which one stays', async () => {
    const { user, engine, dialog } = await openSettings();
    await user.click(dialog.getByRole('checkbox', { name: 'English' }));
    await user.click(dialog.getByRole('checkbox', { name: 'French' }));
    await waitFor(() => expect(engine.callsOf('settings.set').at(-1)).toEqual({ replyLanguages: ['nl'] }));
    expect(dialog.getByRole('checkbox', { name: 'Dutch' })).toHaveProperty('disabled', true);
  });
});
