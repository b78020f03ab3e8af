import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aMessage } from '../support/builders.ts';
import { aHit, drawListening, pane } from './support/drawListening.tsx';

describe('listening', () => {
  it('opens hits with j and k and names the search that found them', async () => {
    const { user } = await drawListening([aHit('a'), aHit('b')]);
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('jj');
    expect(within(pane()).getByText('Said b')).toBeDefined();
    expect(within(pane()).getByText('Found by Late parcels')).toBeDefined();
    await user.keyboard('k');
    expect(within(pane()).getByText('Said a')).toBeDefined();
    await user.keyboard('{Escape}');
    expect(within(pane()).getByRole('heading', { name: 'Saved searches' })).toBeDefined();
  });

  it('goes to the open post with Enter, or to its conversation if it has one', async () => {
    const { user } = await drawListening([aHit('a'), aHit('b', { takenAs: 'c9' })]);
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('j{Enter}');
    await waitFor(() => expect(pane().contains(document.activeElement)).toBe(true));
    expect(useUi.getState().screen).toBe('listening');
    await user.keyboard('j{Enter}');
    expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c9' });
  });

  it('goes to the real end of a long list with End', async () => {
    const all = Array.from({ length: 230 }, (_, index) => aHit(`h${index}`));
    const { user } = await drawListening([], {
      'listening.list': ({ limit, after }) => {
        const from = after ? Number(after) : 0;
        const next = from + limit < all.length ? { next: String(from + limit) } : {};
        return ok({ items: all.slice(from, from + limit), ...next });
      },
    });
    await screen.findByRole('option', { name: /Said h0/ });
    await user.keyboard('{End}');
    expect(await within(pane()).findByText('Said h229')).toBeDefined();
  });

  it('adds a hit to the queue with t, once', async () => {
    let hits = [aHit('a')];
    const { user, engine } = await drawListening([], {
      'listening.list': () => ok({ items: hits }),
      'listening.take': () => {
        hits = [aHit('a', { takenAs: 'c9' })];
        return ok({ conversationId: 'c9' });
      },
    });
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('jt');
    await waitFor(() => expect(engine.callsOf('listening.take')).toEqual([{ messageId: 'a' }]));
    act(() => engine.emit('listening.changed', {}));
    await user.click(await within(pane()).findByRole('button', { name: 'Open conversation' }));
    expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c9' });
  });

  it('goes on to the next hit after t, and says that the hit was added', async () => {
    const { user } = await drawListening([aHit('a'), aHit('b')]);
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('jt');
    expect(await within(pane()).findByText('Said b')).toBeDefined();
    expect(screen.getByText('Added to queue')).toBeDefined();
  });

  it('shows how many hits are unread, and reads one that is looked at for a moment', async () => {
    const { user, engine } = await drawListening([aHit('a', { unread: true }), aHit('b', { unread: true })], {
      'listening.counts': () => ok({ unread: 7, hidden: 0 }),
    });
    expect(await screen.findByRole('button', { name: 'Watchlist 7' })).toBeDefined();
    expect(await screen.findByRole('option', { name: /^unread.*Said a/ })).toBeDefined();
    await user.keyboard('jj');
    expect(engine.callsOf('listening.markRead')).toEqual([]);
    await waitFor(() => expect(engine.callsOf('listening.markRead')).toEqual([{ messageIds: ['b'] }]));
  });

  it('hides a hit with h, goes on to the next, and takes it back with z', async () => {
    const { user, engine } = await drawListening([aHit('a'), aHit('b')]);
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('jh');
    expect(await within(pane()).findByText('Said b')).toBeDefined();
    expect(await screen.findByText('Post hidden')).toBeDefined();
    await user.keyboard('z');
    expect(await screen.findByText('Undone')).toBeDefined();
    expect(engine.callsOf('listening.hide')).toEqual([
      { messageId: 'a', hidden: true },
      { messageId: 'a', hidden: false },
    ]);
  });

  it('lists hidden hits with the switch, and shows one again with h', async () => {
    const { user, engine } = await drawListening([], {
      'listening.counts': () => ok({ unread: 0, hidden: 1 }),
      'listening.list': ({ withHidden }) => ok({ items: withHidden ? [aHit('a', { hidden: true })] : [] }),
    });
    expect(await screen.findByText('Every post found here is hidden.')).toBeDefined();
    await user.click(screen.getByRole('switch', { name: 'Show hidden posts' }));
    expect((await screen.findByRole('option', { name: /Said a/ })).textContent).toContain('hidden');
    await user.keyboard('jh');
    await waitFor(() =>
      expect(engine.callsOf('listening.hide')).toEqual([{ messageId: 'a', hidden: false }]),
    );
    expect(screen.queryByText('Post hidden')).toBeNull();
  });

  it('says how a hit sounds and in which language it is, and filters by both', async () => {
    const all = [
      aHit('a', { sentiment: 'negative', language: 'nl' }),
      aHit('b', { sentiment: 'positive' }),
      aHit('c', { sentiment: 'neutral' }),
    ];
    const { user, engine } = await drawListening([], {
      'listening.list': ({ filter = {} }) => {
        const { sentiment = null } = filter;
        return ok({ items: all.filter((hit) => sentiment === null || hit.sentiment === sentiment) });
      },
    });
    expect((await screen.findByRole('option', { name: /Said a/ })).textContent).toContain('NLNegative');
    expect(screen.getByRole('option', { name: /Said b/ }).textContent).toContain('Positive');
    expect(screen.getByRole('option', { name: /Said c/ }).textContent).not.toContain('Neutral');
    await user.keyboard('j');
    expect(within(pane()).getByText('Dutch')).toBeDefined();
    expect(within(pane()).getByText('Negative')).toBeDefined();
    await user.click(screen.getByRole('combobox', { name: 'Sentiment' }));
    await user.click(await screen.findByRole('option', { name: 'Positive' }));
    await waitFor(() => expect(screen.queryByRole('option', { name: /Said a/ })).toBeNull());
    expect(screen.getByRole('option', { name: /Said b/ })).toBeDefined();
    expect(engine.callsOf('listening.list').at(-1)?.filter).toEqual({ sentiment: 'positive' });
  });

  it('reads on where a filter leaves a page empty, and says so at the end', async () => {
    const { user, engine } = await drawListening([aHit('a')], {
      'listening.list': ({ filter = {}, after }) => {
        if (!filter.language) return ok({ items: [aHit('a')] });
        return ok({ items: [], ...(after === '2' ? {} : { next: after === '1' ? '2' : '1' }) });
      },
    });
    await screen.findByRole('option', { name: /Said a/ });
    await user.click(screen.getByRole('combobox', { name: 'Language' }));
    await user.click(await screen.findByRole('option', { name: 'French' }));
    expect(await screen.findByText('No matching posts')).toBeDefined();
    expect(engine.callsOf('listening.list').map(({ after }) => after)).toEqual([
      undefined,
      undefined,
      '1',
      '2',
    ]);
  });

  it('opens a hit on X with o', async () => {
    const { user, shell } = await drawListening([aHit('a')]);
    shell.respondWith('links.open', {});
    await screen.findByRole('option', { name: /Said a/ });
    await user.keyboard('jo');
    await waitFor(() =>
      expect(shell.calls.at(-1)).toEqual({
        method: 'links.open',
        input: { url: 'https://x.com/annadv/status/a' },
      }),
    );
  });

  it('shows the hits of one search', async () => {
    const { user, engine } = await drawListening([aHit('a')]);
    await user.click(await screen.findByRole('combobox', { name: 'Saved search' }));
    await user.click(await screen.findByRole('option', { name: 'Praise' }));
    await waitFor(() => expect(engine.callsOf('listening.list').at(-1)).toMatchObject({ searchId: 's2' }));
  });

  it('marks a hit that was added to the queue', async () => {
    await drawListening([aHit('a', { takenAs: 'c9' })]);
    expect((await screen.findByRole('option', { name: /Said a/ })).textContent).toContain('added');
  });

  it('shows user text as plain text', async () => {
    const hostile = '<img src=x onerror="window.hacked=1">';
    const { user } = await drawListening([aHit('a', { message: aMessage({ id: 'a', text: hostile }) })]);
    await screen.findByRole('option');
    await user.keyboard('j');
    expect((await screen.findAllByText(hostile)).length).toBe(2);
    expect(document.querySelector('img')).toBeNull();
  });

  it('explains how to begin', async () => {
    await drawListening([], { 'savedSearches.list': () => ok({ items: [] }) });
    expect(await screen.findByText('See more than your mentions')).toBeDefined();
  });
});
