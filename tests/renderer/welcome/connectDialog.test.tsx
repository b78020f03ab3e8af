import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ConnectDialog } from '#renderer/features/Welcome/ConnectDialog.tsx';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const workspace = { kind: 'account', id: 'w1', handle: 'harbourhelp' } as const;
const logins = (calls: readonly { readonly method: string; readonly input: unknown }[]) =>
  calls.filter(({ method }) => method === 'workspace.connectInBrowser');

describe('logging in again', () => {
  it('goes to the browser at once with the app of the last login, and closes when it is done', async () => {
    const onClose = vi.fn();
    const { shell } = renderWithEngine(<ConnectDialog open onClose={onClose} />, {
      shell: { workspace, knowsClientId: true },
    });
    await waitFor(() => expect(logins(shell.calls)).toHaveLength(1));
    expect(logins(shell.calls)[0]?.input).toEqual({ plainTextConsent: false, memoryOnly: false });
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });

  it('says why that failed and offers another way', async () => {
    const { shell, user } = renderWithEngine(<ConnectDialog open onClose={() => {}} />, {
      shell: { workspace, knowsClientId: true },
    });
    shell.respondWith('workspace.connectInBrowser', {
      error: { code: 'loginFailed', reason: 'access_denied' },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Authorize app');
    await user.click(screen.getByRole('button', { name: 'Log in with X' }));
    await waitFor(() => expect(logins(shell.calls)).toHaveLength(2));
    await user.click(await screen.findByRole('button', { name: 'Log in another way' }));
    expect(await screen.findByLabelText('Client ID')).toBeTruthy();
  });

  it('asks for a client id where none is known', async () => {
    const { shell } = renderWithEngine(<ConnectDialog open onClose={() => {}} />, { shell: { workspace } });
    expect(await screen.findByLabelText('Client ID')).toBeTruthy();
    expect(logins(shell.calls)).toEqual([]);
  });
});
