import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useListQuery } from '#renderer/state/listQuery.ts';
import { testWorkspaceId } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

beforeEach(() => useListQuery.getState().reset());

it('in a copy that is only read, the list is filtered but no view is saved', async () => {
  const { user } = renderWithEngine(<Frame />, {
    shell: { workspace: { kind: 'readOnly', id: testWorkspaceId, name: 'A copy' } },
  });
  await screen.findByRole('listbox', { name: 'Queue' });
  await user.keyboard('f');
  await screen.findByRole('menu', { name: 'Filter and sort' });
  expect(screen.queryByRole('menuitem', { name: 'Save as view…' })).toBeNull();
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Unread' }));
  await screen.findByRole('list', { name: 'Active filters' });
  expect(screen.queryByText('Save as view…')).toBeNull();
  expect(screen.getByRole('button', { name: 'Clear' })).toBeTruthy();
});
