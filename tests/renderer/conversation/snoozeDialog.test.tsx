import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aMessage } from '../support/builders.ts';
import { drawConversation } from './support/drawConversation.tsx';

async function openDialog() {
  const rendered = drawConversation([aMessage()]);
  await screen.findByRole('button', { name: /^Resolve/ });
  await rendered.user.keyboard('h');
  await rendered.user.click(await screen.findByRole('menuitemradio', { name: 'Another time…' }));
  return { ...rendered, field: await screen.findByRole('textbox', { name: 'When' }) };
}

describe('a snooze until another time', () => {
  it('says how the words are understood, and ends then', async () => {
    const { user, engine, id, field } = await openDialog();
    await user.type(field, 'tomorrow 9');
    expect(screen.getAllByText(/9:00/).length).toBeGreaterThan(0);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(engine.callsOf('conversations.snooze')).toHaveLength(1));
    const [{ until } = { until: 0 }] = engine.callsOf('conversations.snooze');
    const tomorrow = new Date();
    tomorrow.setDate(tomorrow.getDate() + 1);
    expect(until).toBe(tomorrow.setHours(9, 0, 0, 0));
    expect(engine.callsOf('conversations.snooze')[0]).toMatchObject({ id });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is not set by words that are not understood', async () => {
    const { user, engine, field } = await openDialog();
    await user.type(field, 'tomorrow maybe{Enter}');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getAllByText('Not understood yet, or already past.').length).toBeGreaterThan(0);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(engine.callsOf('conversations.snooze')).toEqual([]);
  });
});

it('until they reply, without end, is a status, and moves on', async () => {
  const { user, engine, id } = drawConversation([aMessage()]);
  await screen.findByRole('button', { name: /^Resolve/ });
  await user.keyboard('h');
  await screen.findByRole('menuitemradio', { name: /Until they reply/ });
  await user.keyboard('u{Enter}');
  await waitFor(() =>
    expect(engine.callsOf('conversations.setStatus')).toMatchObject([{ id, status: 'pending' }]),
  );
  expect(engine.callsOf('conversations.snooze')).toEqual([]);
});
