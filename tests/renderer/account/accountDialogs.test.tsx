import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { LogOutDialog, RemoveAccountDialog } from '#renderer/features/Account/AccountDialogs.tsx';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const workspace = { kind: 'account', id: 'w1', handle: 'harbourhelp' } as const;

describe('removing an account', () => {
  it('says what is deleted and how much, and does it only once its handle was typed', async () => {
    const onClose = vi.fn();
    const { user, shell } = renderWithEngine(<RemoveAccountDialog open onClose={onClose} />, {
      shell: { workspace },
    });
    shell.respondWith('workspace.sizes', { workspaceBytes: 12_300_000, cacheBytes: 400_000 });
    expect(await screen.findByText(/drafts, notes and settings, with their copies/)).toBeTruthy();
    const remove = screen.getByRole('button', { name: 'Delete for good' });
    expect(remove).toHaveProperty('disabled', true);
    const field = screen.getByLabelText('Type harbourhelp to confirm:');
    await user.type(field, 'ferryhelp{Enter}');
    expect(shell.calls.filter(({ method }) => method === 'workspace.remove')).toEqual([]);
    await user.clear(field);
    await user.type(field, '@HarbourHelp');
    await user.dblClick(remove);
    const removals = shell.calls.filter(({ method }) => method === 'workspace.remove');
    expect(removals).toEqual([{ method: 'workspace.remove', input: { id: 'w1', handle: 'harbourhelp' } }]);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it('says why it failed', async () => {
    const { user, shell } = renderWithEngine(<RemoveAccountDialog open onClose={() => {}} />, {
      shell: { workspace },
    });
    shell.respondWith('workspace.sizes', { workspaceBytes: 1, cacheBytes: 1 });
    shell.respondWith('workspace.remove', {
      error: { code: 'storeUnwritable', file: '/w', detail: 'EBUSY' },
    });
    await user.type(await screen.findByLabelText('Type harbourhelp to confirm:'), 'harbourhelp{Enter}');
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('is not offered for the demo', () => {
    renderWithEngine(<RemoveAccountDialog open onClose={() => {}} />, {
      shell: { workspace: { kind: 'demo', id: 'demo' } },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('logging out', () => {
  it('says that everything stays, and forgets the login', async () => {
    const onClose = vi.fn();
    const { user, shell } = renderWithEngine(<LogOutDialog open onClose={onClose} />, {
      shell: { workspace },
    });
    expect(await screen.findByText(/Everything stored on this computer stays/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Log out' }));
    expect(shell.calls.at(-1)).toEqual({ method: 'workspace.logOut', input: {} });
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });
});
