import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BlockedAuthors } from '#renderer/features/Listening/BlockedAuthors.tsx';
import { ok } from '#shared/result.ts';
import { aMessage, testWorkspaceId } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';
import { aHit, drawListening, pane } from './support/drawListening.tsx';

const bea = { id: 'p2', handle: 'bea', name: 'Bea' };
const hitOf = (id: string, author: typeof bea) =>
  aHit(id, { message: aMessage({ id, xId: id, text: `Said ${id}`, author }) });

describe('blocking an author', () => {
  it('with b goes on to the next post of somebody else, and z takes it back', async () => {
    const cem = { id: 'p3', handle: 'cem', name: 'Cem' };
    const { user, engine } = await drawListening([hitOf('a', bea), hitOf('b', bea), hitOf('c', cem)]);
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('jb');
    expect(await within(pane()).findByText('Said c')).toBeDefined();
    expect(await screen.findByText('@bea blocked in the Watchlist')).toBeDefined();
    await user.keyboard('z');
    expect(await screen.findByText('Undone')).toBeDefined();
    expect(engine.callsOf('listening.block')).toEqual([
      { personId: 'p2', blocked: true },
      { personId: 'p2', blocked: false },
    ]);
  });

  it('is a button of the post', async () => {
    const { user, engine } = await drawListening([hitOf('a', bea)]);
    await user.click(await screen.findByRole('option', { name: /Said a/ }));
    await user.click(within(pane()).getByRole('button', { name: /Block author/ }));
    await waitFor(() =>
      expect(engine.callsOf('listening.block')).toEqual([{ personId: 'p2', blocked: true }]),
    );
  });

  it('lists who is blocked below the saved searches, says what that means, and ends it', async () => {
    let items = [{ ...bea, since: 1 }];
    const { user, engine } = await drawListening([], {
      'listening.blocked': () => ok({ items }),
      'listening.block': () => {
        items = [];
        return ok({});
      },
    });
    const section = await within(pane()).findByRole('region', { name: 'Blocked authors' });
    expect(section.textContent).toContain('What they write to you still arrives in the queue');
    await user.click(within(section).getByRole('button', { name: 'Unblock Bea' }));
    expect(engine.callsOf('listening.block')).toEqual([{ personId: 'p2', blocked: false }]);
    act(() => engine.emit('listening.changed', {}));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Blocked authors' })).toBeNull());
  });

  it('is not offered in a copy that is only read', async () => {
    renderWithEngine(<BlockedAuthors />, {
      handlers: { 'listening.blocked': () => ok({ items: [{ ...bea, since: 1 }] }) },
      shell: { workspace: { kind: 'readOnly', id: testWorkspaceId, name: 'A copy' } },
    });
    const section = await screen.findByRole('region', { name: 'Blocked authors' });
    expect(section.textContent).toContain('Bea');
    expect(within(section).queryByRole('button')).toBeNull();
  });
});
