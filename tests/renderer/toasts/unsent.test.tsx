import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const toasts = () => screen.getByRole('region', { name: 'What you did' });
const shown = () => toasts().textContent;

it('says on every screen that a reply was refused, no longer what was done, and leads to it', async () => {
  const { engine, user } = renderWithEngine(<Frame />, {
    handlers: { 'conversations.setStatus': () => ok({ activityId: 'a1' }) },
  });
  await screen.findByRole('option');
  await user.keyboard('je');
  await waitFor(() => expect(shown()).toContain('Resolved'));
  act(() => useUi.getState().goTo('costs'));
  engine.emit('outbox.needsDecision', { id: 'o1', conversationId: 'c1', kind: 'refused' });
  await waitFor(() => expect(shown()).toContain('A reply was not sent'));
  expect(shown()).not.toContain('Resolved');
  await user.click(within(toasts()).getByRole('button', { name: 'Open' }));
  expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c1' });
  expect(shown()).not.toContain('A reply was not sent');
});
