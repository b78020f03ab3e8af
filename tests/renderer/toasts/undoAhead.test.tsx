import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aConversation } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

it('acts on what an undo brings back with the keys that follow it, however long the undo takes', async () => {
  let finish = () => {};
  const undone = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { user, engine } = renderWithEngine(<Frame />, {
    handlers: {
      'conversations.list': () => ok({ items: [aConversation(), aConversation({ id: 'c2' })] }),
      'conversations.setStatus': () => ok({ activityId: 'a1' }),
      'activities.undo': async () => {
        await undone;
        return ok({ conversationId: 'c1', activityId: 'u1' });
      },
    },
  });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  act(() => useUi.getState().select('c1'));
  await screen.findByRole('textbox', { name: /^Public reply/ });
  act(() => useUi.getState().focusOn('list'));
  const resolved = () => engine.callsOf('conversations.setStatus').map(({ id }) => id);
  await user.keyboard('e');
  await screen.findByText(/^Resolved/);
  await user.keyboard('ze');
  await waitFor(() => expect(engine.callsOf('activities.undo')).toHaveLength(1));
  expect(useUi.getState().selectedId).toBe('c2');
  expect(resolved()).toEqual(['c1']);
  finish();
  await waitFor(() => expect(resolved()).toEqual(['c1', 'c1']));
});
