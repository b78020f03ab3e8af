import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { OutboxScreen } from '#renderer/features/Outbox/OutboxScreen.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { ok } from '#shared/result.ts';
import { someStatus } from '../../support/someStatus.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const anEntry = (change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'o1',
  conversationId: 'c1',
  channel: 'public',
  text: 'On its way!',
  status: someStatus('queued'),
  // The window reads `status` only.
  state: 'queued',
  inReplyTo: '1',
  agent: 'Sam',
  createdAt: Date.now() - 60_000,
  heldUntil: null,
  ...change,
});

const stopped = anEntry({ status: someStatus('stopped') });

function draw(items: readonly OutboxEntry[]) {
  return renderWithEngine(<OutboxScreen />, {
    handlers: {
      'outbox.list': () => ok({ items: [...items] }),
      'outbox.confirm': () => ok({}),
      'outbox.cancel': () => ok({ text: 'On its way!', channel: 'public' }),
      'outbox.settle': () => ok({}),
    },
  });
}

const group = (name: string) => screen.findByRole('region', { name });

describe('the outbox', () => {
  it('shows how much of the pictures is uploaded, which can be cancelled', async () => {
    const { user, engine } = draw([anEntry()]);
    await screen.findByText('Queued');
    act(() =>
      engine.emit('outbox.uploading', { id: 'o1', conversationId: 'c1', sentBytes: 1, totalBytes: 4 }),
    );
    const bar = await screen.findByRole('progressbar', { name: 'Pictures of this reply uploaded' });
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(screen.getByText('Uploading pictures')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1' }]));
    act(() =>
      engine.emit('outbox.changed', { id: 'o1', conversationId: 'c1', kind: 'queued', state: 'queued' }),
    );
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(screen.getByRole('button', { name: 'Edit' })).toBeTruthy();
  });

  it('says how much of a reply in several posts X has, and what trying again sends', async () => {
    const part = (status: 'sent' | 'refused' | 'queued', text: string) => ({ status, text });
    const parts = [part('sent', 'A (1/3)'), part('sent', 'B (2/3)'), part('refused', 'C (3/3)')];
    const begun = [part('sent', 'A (1/2)'), part('queued', 'B (2/2)')];
    draw([
      anEntry({ id: 'a', status: someStatus('refused'), parts }),
      anEntry({ id: 'b', parts: begun }),
      anEntry({ id: 'c', parts: begun.map(({ text }) => part('queued', text)) }),
    ]);
    expect(
      await screen.findByText(
        '2 of 3 posts are on X. Trying again sends only the rest, below what is there.',
      ),
    ).toBeDefined();
    expect(screen.getByText('1 of 2 posts is on X. The rest follows below it by itself.')).toBeDefined();
    expect(screen.getAllByText(/is on X|are on X/)).toHaveLength(2);
  });

  it('parts what needs a decision from what goes by itself and what has arrived', async () => {
    draw([
      anEntry({
        id: 'a',
        text: 'Refused one',
        status: someStatus('refused'),
        error: { code: 'duplicatePost' },
      }),
      anEntry({ id: 'b', text: 'Unknown one', status: someStatus('unknown') }),
      { ...stopped, id: 'c', text: 'Stopped one' },
      anEntry({ id: 'd', text: 'Held one', status: someStatus('held', Date.now() + 9_000) }),
      anEntry({ id: 'e', text: 'Sent one', status: someStatus('sent') }),
    ]);
    expect(within(await group('Needs attention')).getAllByRole('listitem')).toHaveLength(3);
    expect(within(await group('On the way')).getByText('Held one')).toBeDefined();
    expect(within(await group('Sent')).getByText('Sent one')).toBeDefined();
    expect(screen.getByText('3 replies need attention')).toBeDefined();
  });

  it('says until when X lets an answer wait', async () => {
    draw([anEntry({ error: { code: 'rateLimited', resetAt: Date.UTC(2026, 10, 16, 10) } })]);
    const row = within(await group('On the way')).getByRole('listitem');
    expect(row.textContent).toContain('Waiting to send');
    expect(row.textContent).toContain('X asked Perch to wait until');
  });

  it('takes a waiting reply back into the composer of its conversation', async () => {
    const { user, engine } = draw([anEntry({ error: { code: 'offline' } })]);
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    await waitFor(() => expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1' }]));
    await waitFor(() => expect(useUi.getState()).toMatchObject({ selectedId: 'c1' }));
  });

  it('cancels a waiting reply without changing what is being written', async () => {
    const { user, engine } = draw([anEntry({ error: { code: 'offline' } })]);
    await user.click(await screen.findByRole('button', { name: 'Don’t send' }));
    await waitFor(() => expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1', discard: true }]));
    expect(useUi.getState().selectedId).toBeNull();
  });

  it('says why a waiting reply that may have arrived cannot be taken back', async () => {
    const status = { kind: 'queued', confirmedMissing: false, mayHaveArrived: true } as const;
    draw([anEntry({ status, error: { code: 'resendDelayed', at: Date.UTC(2026, 10, 16, 10) } })]);
    expect(await screen.findByText(/It may already be on X, so you can’t edit/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('asks before an answer goes to somebody who wrote again', async () => {
    const { user, engine } = draw([stopped]);
    expect(await screen.findByText(/Anna de Vries wrote again before this was sent/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Send anyway' }));
    await waitFor(() => expect(engine.callsOf('outbox.confirm')).toEqual([{ id: 'o1' }]));
  });

  it('takes a stopped answer back into the composer of its conversation', async () => {
    const { user, engine } = draw([stopped]);
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    await waitFor(() => expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1' }]));
    await waitFor(() =>
      expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c1' }),
    );
  });

  it('discards a stopped answer without changing what is being written', async () => {
    const { user, engine } = draw([stopped]);
    await user.click(await screen.findByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1', discard: true }]));
    expect(useUi.getState().selectedId).toBeNull();
  });

  it('settles an unknown answer', async () => {
    const { user, engine } = draw([anEntry({ status: someStatus('unknown') })]);
    await user.click(await screen.findByRole('button', { name: 'Yes, it’s on X' }));
    await waitFor(() => expect(engine.callsOf('outbox.settle')).toEqual([{ id: 'o1', outcome: 'sent' }]));
  });

  it('opens the conversation of an answer', async () => {
    const { user } = draw([anEntry()]);
    await user.click(await screen.findByRole('button', { name: 'Open conversation with Anna de Vries' }));
    expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c1' });
  });

  it('moves along the answers with j and k, and opens the conversation of one with Enter', async () => {
    const { user } = draw([
      anEntry({ id: 'sent', status: someStatus('sent'), text: 'Sent one', conversationId: 'c3' }),
      anEntry({ id: 'stopped', status: someStatus('refused'), text: 'Refused one', conversationId: 'c2' }),
    ]);
    await group('Needs attention');
    await user.keyboard('j');
    expect(document.activeElement?.textContent).toContain('Refused one');
    await user.keyboard('jj');
    expect(document.activeElement?.textContent).toContain('Sent one');
    await user.keyboard('k{Enter}');
    expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c2' });
  });

  it('leaves the focus to the neighbour of an answer that was dealt with', async () => {
    let items = ['a', 'b', 'c'].map((id) =>
      anEntry({ id, status: someStatus('unknown'), text: `Answer ${id}` }),
    );
    const { user, engine } = renderWithEngine(<OutboxScreen />, {
      handlers: {
        'outbox.list': () => ok({ items }),
        'outbox.settle': ({ id }) => {
          items = items.map((item) => (item.id === id ? { ...item, status: someStatus('sent') } : item));
          setTimeout(() =>
            engine.emit('outbox.changed', { id, conversationId: 'c1', kind: 'sent', state: 'sent' }),
          );
          return ok({});
        },
      },
    });
    const rows = within(await group('Needs attention')).getAllByRole('listitem');
    await user.click(within(rows[1] as HTMLElement).getByRole('button', { name: 'Yes, it’s on X' }));
    expect(within(await group('Sent')).getByText('Answer b')).toBeDefined();
    expect(document.activeElement?.textContent).toContain('Answer c');
  });

  it('shows long lists step by step, and goes on with what came', async () => {
    const { user } = draw(
      Array.from({ length: 30 }, (_, index) => anEntry({ id: `s${index}`, status: someStatus('sent') })),
    );
    expect(within(await group('Sent')).getAllByRole('listitem')).toHaveLength(20);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    const rows = within(await group('Sent')).getAllByRole('listitem');
    expect(rows).toHaveLength(30);
    expect(document.activeElement).toBe(rows[20]);
  });

  it('teaches the next key when nothing is on its way', async () => {
    draw([]);
    expect(await screen.findByText('Nothing on the way')).toBeDefined();
  });

  it('counts in the rail what needs a decision, and opens with g and o', async () => {
    const { user } = renderWithEngine(<Frame />, {
      handlers: { 'outbox.list': () => ok({ items: [stopped, anEntry({ id: 'o2' })] }) },
    });
    expect(await screen.findByRole('button', { name: 'Outbox 1' })).toBeDefined();
    await screen.findByRole('listbox', { name: 'Queue' });
    await user.keyboard('go');
    expect(await screen.findByRole('heading', { name: 'Outbox' })).toBeDefined();
  });
});
