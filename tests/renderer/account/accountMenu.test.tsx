import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { Welcome } from '#renderer/features/Welcome/Welcome.tsx';
import { setAddingAccount, useAddingAccount } from '#renderer/state/addingAccount.ts';
import { testWorkspaceId } from '../support/builders.ts';
import { type Rendered, renderWithEngine } from '../support/renderWithEngine.tsx';

const workspace = { kind: 'account', id: testWorkspaceId, handle: 'harbourhelp' } as const;
const accounts = [
  { id: testWorkspaceId, handle: 'harbourhelp' },
  { id: 'w2', handle: 'ferryhelp' },
];

function draw(shell: Parameters<typeof renderWithEngine>[1] = { shell: { workspace, accounts } }) {
  return renderWithEngine(<Frame />, shell);
}

const button = () => screen.findByRole('button', { name: /Account menu/ });

async function openMenu({ user }: Rendered) {
  await user.click(await button());
  return screen.findByRole('menu', { name: 'Account menu' });
}

const entriesOf = (menu: HTMLElement) =>
  within(menu)
    .getAllByRole('menuitem')
    .map((item) => item.querySelector('bdi')?.textContent);

describe('the menu of the account', () => {
  it('has the commands of accounts, agents, screens and the login, with their shortcuts', async () => {
    const menu = await openMenu(draw());
    expect(entriesOf(menu)).toEqual([
      'Open @ferryhelp',
      'Open the demo',
      'Add account',
      'Open a copy to read…',
      'Switch account',
      'Switch to Robin',
      'Switch to someone new…',
      'Go to Sync',
      'Go to Costs',
      'Settings',
      'Log in again',
      'Log out',
      'Remove this account',
    ]);
    expect(within(menu).getByRole('menuitem', { name: 'Go to Costs' }).querySelector('kbd')).not.toBeNull();
  });

  it('offers the demo no login, and not itself', async () => {
    const menu = await openMenu(
      draw({ shell: { workspace: { kind: 'demo', id: testWorkspaceId }, accounts: [] } }),
    );
    const names = entriesOf(menu);
    expect(names).not.toContain('Log out');
    expect(names).not.toContain('Open the demo');
    expect(names).toContain('Add account');
  });

  it('opens by keyboard on its first entry, and gives the focus back', async () => {
    const { user } = draw();
    const head = await button();
    act(() => head.focus());
    await user.keyboard('{ArrowDown}');
    const first = await screen.findByRole('menuitem', { name: 'Open @ferryhelp' });
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(head.getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(head));
    expect(head.getAttribute('aria-expanded')).toBe('false');
  });

  it('opens another account', async () => {
    const drawn = draw();
    await openMenu(drawn);
    await drawn.user.click(screen.getByRole('menuitem', { name: 'Open @ferryhelp' }));
    expect(drawn.shell.calls).toContainEqual({ method: 'workspace.openAccount', input: { id: 'w2' } });
  });

  it('adds an account on the first screen, unless the agent stays', async () => {
    const drawn = draw();
    await openMenu(drawn);
    await drawn.user.click(screen.getByRole('menuitem', { name: 'Add account' }));
    expect(drawn.shell.calls).toContainEqual({ method: 'workspace.close', input: {} });
    // The fake shell stays in the workspace, as it does when somebody cancels the question about replies.
    await waitFor(() => expect(useAddingAccount.getState().isAdding).toBe(false));
  });

  it('shows the first screen with the ways to connect while an account is being added', async () => {
    renderWithEngine(<Welcome workspace={{ kind: 'none' }} />);
    act(() => setAddingAccount(true));
    expect(await screen.findByRole('tab', { name: 'Log in with your browser' })).toBeTruthy();
  });
});
