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
      shell: { workspace, lastLogin: 'browser' },
    });
    await waitFor(() => expect(logins(shell.calls)).toHaveLength(1));
    expect(logins(shell.calls)[0]?.input).toEqual({ plainTextConsent: false, memoryOnly: false });
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });

  it('says why that failed and offers another way', async () => {
    const { shell, user } = renderWithEngine(<ConnectDialog open onClose={() => {}} />, {
      shell: { workspace, lastLogin: 'browser' },
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

  it('asks for nothing but a new token after a login with a token, and says where it is', async () => {
    const onClose = vi.fn();
    const { shell, user } = renderWithEngine(<ConnectDialog open onClose={onClose} />, {
      shell: { workspace, lastLogin: 'token' },
    });
    const field = await screen.findByLabelText('Access token');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.queryByLabelText('Client ID')).toBeNull();
    expect(screen.getByText(/Keys and tokens/).textContent).toContain('@harbourhelp');
    await user.click(screen.getByRole('button', { name: 'Open the developer portal' }));
    expect(shell.calls.at(-1)?.method).toBe('links.open');
    await user.type(field, 'a-new-token{Enter}');
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(shell.calls.find(({ method }) => method === 'workspace.connectToken')?.input).toMatchObject({
      token: 'a-new-token',
    });
  });

  it('says why a new token was refused, and leads to the login in the browser', async () => {
    const { shell, user } = renderWithEngine(<ConnectDialog open onClose={() => {}} />, {
      shell: { workspace, lastLogin: 'token' },
    });
    shell.respondWith('workspace.connectToken', { error: { code: 'unauthorised' } });
    await user.type(await screen.findByLabelText('Access token'), 'old{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Copy the token again');
    await user.click(screen.getByRole('button', { name: 'Log in another way' }));
    expect(await screen.findByLabelText('Client ID')).toBeTruthy();
  });

  it('asks for a client id where none is known', async () => {
    const { shell } = renderWithEngine(<ConnectDialog open onClose={() => {}} />, { shell: { workspace } });
    expect(await screen.findByLabelText('Client ID')).toBeTruthy();
    expect(logins(shell.calls)).toEqual([]);
  });
});
