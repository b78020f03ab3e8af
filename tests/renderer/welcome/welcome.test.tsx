import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Welcome } from '#renderer/features/Welcome/Welcome.tsx';
import { setLoginConsent } from '#renderer/state/loginConsent.ts';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { aShellState } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

beforeEach(() => setLoginConsent(null));

describe('the welcome screen', () => {
  it('opens the demo with one click', async () => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    await user.click(await screen.findByRole('button', { name: /Try the demo/ }));
    expect(shell.calls).toContainEqual({ method: 'workspace.openDemo', input: {} });
  });

  it('shows the redirect addresses and logs in with the browser', async () => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    shell.respondWith('workspace.connectInBrowser', new Promise(() => {}));
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    expect(screen.getByText(/http:\/\/127.0.0.1:47811\/callback/)).toBeTruthy();
    await user.type(screen.getByLabelText('Client ID'), 'abc{Enter}');
    expect(await screen.findByText('Waiting for your browser')).toBeTruthy();
    expect(shell.calls.at(-1)).toMatchObject({
      method: 'workspace.connectInBrowser',
      input: { clientId: 'abc' },
    });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(shell.calls.at(-1)?.method).toBe('workspace.cancelConnect');
  });

  it('opens the developer portal', async () => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    await user.click(screen.getByRole('button', { name: 'Open the developer portal' }));
    expect(shell.calls.at(-1)).toEqual({
      method: 'links.open',
      input: { url: 'https://developer.x.com/en/portal/dashboard' },
    });
  });

  it('copies all redirect addresses with one button, and says where that fails', async () => {
    const { user } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    const copy = screen.getByRole('button', { name: 'Copy all three' });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(
      new DOMException('no', 'NotAllowedError'),
    );
    await user.click(copy);
    expect((await screen.findByRole('alert')).textContent).toBe('Couldn’t copy. Select the text instead.');
    await user.click(copy);
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await navigator.clipboard.readText()).toBe(aShellState().redirectUris.join('\n'));
  });

  it('opens the login again, copies its address and says what to check', async () => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    shell.respondWith('workspace.connectInBrowser', new Promise(() => {}));
    shell.respondWith('workspace.loginLink', { url: 'https://x.com/i/oauth2/authorize?state=s' });
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    await user.type(screen.getByLabelText('Client ID'), 'abc{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Open again' }));
    expect(shell.calls.at(-1)).toEqual({ method: 'workspace.loginLink', input: { open: true } });
    await user.click(screen.getByRole('button', { name: 'Copy the link' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('https://x.com/i/oauth2/authorize?state=s');
    await user.click(screen.getByText('X shows an error?'));
    expect(screen.getByText(/registered in the app, letter by letter/)).toBeTruthy();
  });

  it('ends a login that runs on the way back', async () => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    shell.respondWith('workspace.connectInBrowser', new Promise(() => {}));
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    await user.type(screen.getByLabelText('Client ID'), 'abc{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Back' }));
    expect(shell.calls.at(-1)?.method).toBe('workspace.cancelConnect');
  });

  it('lets a slow check of a token be cancelled, and keeps the token', async () => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    let end: (output: ShellOutput<'workspace.connectToken'>) => void = () => {};
    shell.respondWith('workspace.connectToken', new Promise((resolve) => (end = resolve)));
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    await user.click(screen.getByRole('tab', { name: 'Paste a token' }));
    await user.type(screen.getByLabelText('Access token'), 'secret{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(shell.calls.at(-1)?.method).toBe('workspace.cancelConnect');
    act(() => end({ error: { code: 'loginFailed', reason: 'cancelled' } }));
    expect(await screen.findByRole('button', { name: 'Connect' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByLabelText('Access token')).toHaveProperty('value', 'secret');
  });

  it.each([
    [{ code: 'offline' }, 'X can’t be reached from this computer.', 'Check the internet connection'],
    [{ code: 'timedOut' }, 'X didn’t respond in time.', 'Press the button again'],
    [
      { code: 'loginFailed', reason: 'unauthorized_client' },
      'X doesn’t know this client ID',
      'Copy the Client ID',
    ],
    [{ code: 'loginFailed', reason: 'invalid_request' }, 'callback address', 'registered in your app'],
    [{ code: 'loginFailed', reason: 'access_denied' }, 'didn’t approve', 'Authorize app'],
    [{ code: 'loginFailed', reason: 'brand_new_code' }, 'brand_new_code', 'Check the Client ID'],
  ] as const)('says what went wrong at the first login and what helps: %o', async (error, what, todo) => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    shell.respondWith('workspace.connectInBrowser', { error });
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    await user.type(screen.getByLabelText('Client ID'), 'abc{Enter}');
    const words = (await screen.findByRole('alert')).textContent;
    expect(words).toContain(what);
    expect(words).toContain('Nothing was connected.');
    expect(words).toContain(todo);
    expect(words).not.toMatch(/no longer|waiting replies|again by itself/);
  });

  it('asks for the language', async () => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    await user.click(await screen.findByRole('radio', { name: 'Français' }));
    expect(shell.calls).toContainEqual({ method: 'preferences.set', input: { language: 'fr' } });
  });

  it('says why a login failed', async () => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    shell.respondWith('workspace.connectToken', { error: { code: 'unauthorised' } });
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    await user.click(screen.getByRole('tab', { name: 'Paste a token' }));
    await user.type(screen.getByLabelText('Access token'), 'secret{Enter}');
    expect(await screen.findByText('X doesn’t accept this login.')).toBeTruthy();
  });

  it.each([
    [{ code: 'storeMissing', file: '/w', copyAt: 1 }, ['Open again', 'Restore the backup', 'Start anew']],
    [{ code: 'storeMissing', file: '/w', copyAt: null }, ['Open again', 'Start anew']],
    [
      { code: 'storeCorrupt', file: '/w', detail: '', copyAt: 1 },
      ['Save what is readable', 'Restore the backup', 'Start anew'],
    ],
    [{ code: 'storeCorrupt', file: '/w', detail: '', isForeign: true }, ['Open again']],
    [{ code: 'storeUnwritable', file: '/w', detail: '' }, ['Open again']],
    [{ code: 'workspaceInUse', dir: '/w', pid: 1 }, []],
  ] as const)('offers what can be done about %o', async (error, choices) => {
    renderWithEngine(<Welcome workspace={{ kind: 'failed', error }} />);
    await screen.findByRole('alert');
    const known = ['Open again', 'Save what is readable', 'Restore the backup', 'Start anew'];
    const shown = screen.getAllByRole('button').map(({ textContent }) => textContent ?? '');
    expect(shown.filter((name) => known.includes(name))).toEqual(choices);
  });

  it('restores the copy on a click', async () => {
    const { user, shell } = renderWithEngine(
      <Welcome workspace={{ kind: 'failed', error: { code: 'storeMissing', file: '/w', copyAt: 1 } }} />,
    );
    await user.click(await screen.findByRole('button', { name: 'Restore the backup' }));
    expect(shell.calls).toContainEqual({ method: 'workspace.reopen', input: { recover: 'copy' } });
  });

  it('hides the token', async () => {
    const { user } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    await user.click(screen.getByRole('tab', { name: 'Paste a token' }));
    expect(screen.getByLabelText('Access token').getAttribute('type')).toBe('password');
  });

  it.each([
    ['Save it in a file', { plainTextConsent: true, memoryOnly: false }],
    ['Forget it when I quit', { plainTextConsent: false, memoryOnly: true }],
  ])('asks before a login is stored without a keyring: %s', async (choice, input) => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />, {
      shell: { secretStorage: 'plainText' },
    });
    shell.respondWith('workspace.connectToken', { error: { code: 'plainTextConsentNeeded' } });
    await user.click(await screen.findByRole('button', { name: /Connect your X account/ }));
    await user.click(screen.getByRole('tab', { name: 'Paste a token' }));
    await user.type(screen.getByLabelText('Access token'), 'secret{Enter}');
    const question = await screen.findByRole('dialog', {
      name: 'Save your login without a password store?',
    });
    shell.respondWith('workspace.connectToken', {});
    await user.click(within(question).getByRole('button', { name: choice }));
    await waitFor(() =>
      expect(shell.calls.at(-1)).toEqual({
        method: 'workspace.connectToken',
        input: { token: 'secret', ...input },
      }),
    );
    // The next attempt does not ask again.
    await user.type(screen.getByLabelText('Access token'), '2{Enter}');
    await waitFor(() =>
      expect(shell.calls.at(-1)).toEqual({
        method: 'workspace.connectToken',
        input: { token: 'secret2', ...input },
      }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens a known account without a login', async () => {
    const { user, shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />, {
      shell: { accounts: [{ id: 'account-1', handle: 'harbourhelp' }] },
    });
    await user.click(await screen.findByRole('button', { name: /Open @harbourhelp/ }));
    expect(shell.calls).toContainEqual({ method: 'workspace.openAccount', input: { id: 'account-1' } });
  });

  it('lists an account that was connected after the window opened', async () => {
    const { shell } = renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    await screen.findByRole('button', { name: /Try the demo/ });
    const state = aShellState({ accounts: [{ id: 'account-1', handle: 'harbourhelp' }] });
    shell.respondWith('shell.state', state);
    act(() => shell.emit('workspace.changed', { workspace: { kind: 'none' } }));
    expect(await screen.findByRole('button', { name: /Open @harbourhelp/ })).toBeTruthy();
  });

  it('says why a workspace could not be opened', async () => {
    renderWithEngine(
      <Welcome workspace={{ kind: 'failed', error: { code: 'workspaceInUse', dir: '/data', pid: 1 } }} />,
    );
    expect(await screen.findByText('This workspace is already open in another Perch.')).toBeTruthy();
    await act(async () => {});
  });
});
