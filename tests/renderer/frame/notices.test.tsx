import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { AppError } from '#shared/errors.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const refused = (file: string): AppError => ({ code: 'fileNotRead', file, detail: '' });
const notify = (file: string) => act(() => useUi.getState().notify(refused(file)));

it('an error is said in the dialog that is open, where it can be seen and heard', async () => {
  const { user } = renderWithEngine(<Frame />);
  await screen.findByRole('listbox', { name: 'Queue' });
  notify('/before.zip');
  await screen.findByText(/before.zip/);
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  notify('/after.zip');
  const alert = await within(dialog).findByRole('alert');
  expect(alert.textContent).toMatch(/after.zip/);
  expect(alert.textContent).not.toMatch(/before.zip/);
  await user.click(within(alert).getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByText(/after.zip/)).toBeNull());
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();

  notify('/later.zip');
  await within(dialog).findByRole('alert');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('alert').textContent).toMatch(/later.zip/);
});
