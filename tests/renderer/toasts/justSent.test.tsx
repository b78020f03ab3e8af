import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useJustSent } from '#renderer/state/justSent.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

type Taken = Result<EngineOutput<'replies.send'>, AppError>;

/** The window with “Too early” just sent to Anna; the engine has not taken it until `take` is called, and its outbox stays empty. */
async function sendSlowly(handlers: FakeHandlers = {}) {
  let take: (taken: Taken) => void = () => undefined;
  const taken = new Promise<Taken>((resolve) => {
    take = resolve;
  });
  const drawn = renderWithEngine(<Frame />, {
    handlers: {
      'replies.send': () => taken,
      'outbox.list': () => ok({ items: [] }),
      'outbox.cancel': () => ok({ text: 'Too early', channel: 'public' }),
      ...handlers,
    },
  });
  await screen.findByRole('option');
  act(() => useUi.getState().select('c1'));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Public reply/ });
  await drawn.user.keyboard('r');
  await waitFor(() => expect(document.activeElement).toBe(field));
  await drawn.user.type(field, 'Too early');
  await drawn.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(drawn.engine.callsOf('replies.send')).toHaveLength(1));
  expect(field.value).toBe('');
  return { ...drawn, field, take };
}

describe('a reply that the engine has not taken yet', () => {
  it('is taken back by Ctrl and Z as soon as it has', async () => {
    const { engine, field, take, user } = await sendSlowly();
    await user.keyboard('{Control>}zz{/Control}');
    expect(engine.callsOf('outbox.cancel')).toEqual([]);
    take(ok({ outboxId: 'o1' }));
    await waitFor(() => expect(field.value).toBe('Too early'));
    expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1' }]);
    await waitFor(() => expect(useJustSent.getState().sent).toEqual([]));
  });

  it('is what z takes back from another screen', async () => {
    const { engine, take, user } = await sendSlowly();
    await user.keyboard('{Escape}gt');
    await screen.findByRole('heading', { name: 'Costs' });
    fireEvent.keyDown(document.body, { key: 'z' });
    take(ok({ outboxId: 'o1' }));
    await waitFor(() => expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1' }]));
  });

  it('is not cancelled if it was refused: its text is back anyway', async () => {
    const { engine, field, take, user } = await sendSlowly();
    await user.keyboard('{Control>}z{/Control}');
    take(err({ code: 'bug', reference: 'x' }));
    await waitFor(() => expect(field.value).toBe('Too early'));
    expect(engine.callsOf('outbox.cancel')).toEqual([]);
    expect(useJustSent.getState().sent).toEqual([]);
  });
});
