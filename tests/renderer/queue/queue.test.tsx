import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { ok } from '#shared/result.ts';
import { aShellState } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';
import { list, names, renderQueue, row, selected, setRows, urgent } from './support/renderQueue.tsx';

describe('the queue', () => {
  it('exposes the position of each row', async () => {
    await renderQueue(['a', 'b', 'c']);
    const second = screen.getAllByRole('option')[1];
    expect(second?.getAttribute('aria-posinset')).toBe('2');
    expect(second?.getAttribute('aria-setsize')).toBe('3');
  });

  it('holds new rows behind a button while a conversation is open', async () => {
    const { engine, user } = await renderQueue(['a', 'b']);
    await user.keyboard('j');
    setRows((rows) => [urgent('x'), urgent('y'), ...rows]);
    act(() => engine.emit('conversations.opened', { ids: ['x', 'y'] }));
    const button = await screen.findByRole('button', { name: '2 new' });
    expect(names()).toEqual(['a', 'b']);
    await user.click(button);
    expect(names()).toEqual(['x', 'y', 'a', 'b']);
    expect(selected()).toBe('a');
    expect(screen.queryByRole('button', { name: '2 new' })).toBeNull();
  });

  it('shows new rows with the full stop', async () => {
    const { engine, user } = await renderQueue(['a', 'b']);
    await user.keyboard('j');
    setRows((rows) => [urgent('x'), ...rows]);
    act(() => engine.emit('conversations.opened', { ids: ['x'] }));
    await screen.findByRole('button', { name: '1 new' });
    await user.keyboard('.');
    expect(names()).toEqual(['x', 'a', 'b']);
  });

  it('shows new rows at once while nobody is reading the list', async () => {
    const { engine } = await renderQueue(['a', 'b']);
    setRows((rows) => [urgent('x'), ...rows]);
    act(() => engine.emit('conversations.opened', { ids: ['x'] }));
    await waitFor(() => expect(names()).toEqual(['x', 'a', 'b']));
  });

  it('updates rows in place', async () => {
    const { engine, user } = await renderQueue(['a', 'b']);
    await user.keyboard('j');
    const before = row('b');
    setRows(() => [{ ...before, lastMessage: { ...before.lastMessage, text: 'Still waiting' } }, row('a')]);
    act(() => engine.emit('conversations.changed', { ids: ['b'] }));
    expect(await screen.findByText('Still waiting')).toBeTruthy();
    expect(names()).toEqual(['a', 'b']);
  });

  it('keeps the open conversation in the list after it has left the view', async () => {
    const { user, engine } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('jj');
    setRows((rows) => rows.filter(({ id }) => id !== 'b'));
    act(() => engine.emit('conversations.changed', { ids: ['b'] }));
    await waitFor(() => expect(engine.callsOf('conversations.list').length).toBeGreaterThan(1));
    expect(names()).toEqual(['a', 'b', 'c']);
    await user.keyboard('j');
    await waitFor(() => expect(names()).toEqual(['a', 'c']));
  });

  it('renders only the visible rows of three thousand', async () => {
    const { engine, user } = await renderQueue(Array.from({ length: 3_000 }, (_, index) => `r${index}`));
    expect(screen.getAllByRole('option').length).toBeLessThan(60);
    act(() => list().focus());
    await user.keyboard('{End}');
    await waitFor(() => expect(engine.callsOf('conversations.list').length).toBeGreaterThan(1));
  });

  it('fetches only the rows that changed', async () => {
    const { engine, user } = await renderQueue(Array.from({ length: 250 }, (_, index) => `r${index}`));
    await user.keyboard('j');
    const before = engine.callsOf('conversations.list').length;
    setRows((rows) => rows.map((each) => (each.id === 'r3' ? { ...each, hasDraft: true } : each)));
    act(() => engine.emit('conversations.changed', { ids: ['r3'] }));
    await within(list()).findByTitle('Draft');
    const inputs = engine.callsOf('conversations.list').slice(before);
    expect(inputs).toEqual([{ view: 'queue', limit: 50, ids: ['r3'] }]);
  });

  it('marks every priority but the usual one, by name', async () => {
    const { engine } = await renderQueue(['a', 'b']);
    setRows(([a, b]) => (a && b ? [{ ...a, priority: 'urgent' }, b] : []));
    act(() => engine.emit('conversations.changed', { ids: ['a'] }));
    await within(list()).findByTitle('Priority: Urgent');
    expect(within(list()).getByRole('option', { name: /Person a.*Priority: Urgent/s })).toBeTruthy();
    expect(within(list()).queryByTitle('Priority: Normal')).toBeNull();
  });

  it('shows user text as plain text', async () => {
    const hostile = '<img src=x onerror="window.hacked=1">';
    const { engine } = await renderQueue(['a']);
    setRows(() => [
      row('a', {
        person: { id: 'p', handle: 'a', name: hostile },
        lastMessage: { ...row('a').lastMessage, text: hostile },
      }),
    ]);
    act(() => engine.emit('conversations.changed', { ids: ['a'] }));
    expect((await screen.findAllByText(hostile)).length).toBe(2);
    expect(document.querySelector('img')).toBeNull();
  });

  it.each([
    ['iw', 'he'],
    ['und', null],
  ])('marks a text in the language %s as %s', async (lang, tag) => {
    const { engine } = await renderQueue(['a']);
    setRows(() => [row('a', { lastMessage: { ...row('a').lastMessage, text: 'Words', lang } })]);
    act(() => engine.emit('conversations.changed', { ids: ['a'] }));
    expect((await screen.findByText('Words')).getAttribute('lang')).toBe(tag);
  });

  it('explains the next step when the queue is empty', async () => {
    renderWithEngine(<Frame />, { handlers: { 'conversations.list': () => ok({ items: [] }) } });
    expect(await screen.findByText('All caught up')).toBeTruthy();
  });

  it('does not say that all is done where there has never been anything', async () => {
    const none = {
      queue: 0,
      mine: 0,
      toApprove: 0,
      drafts: 0,
      open: 0,
      pending: 0,
      snoozed: 0,
      resolved: 0,
      all: 0,
    };
    renderWithEngine(<Frame />, {
      handlers: {
        'conversations.list': () => ok({ items: [] }),
        'conversations.counts': () => ok({ counts: none, saved: {} }),
      },
    });
    expect(await screen.findByText('Nothing yet')).toBeTruthy();
  });

  it.each([
    ['Not checked yet', null, { code: 'outOfCredits' }],
    ['Not checked yet', null, { code: 'xFailed', status: 503, detail: '' }],
    [/Nothing waiting up to/, Date.now() - 60_000, { code: 'refusedByX', status: 403, detail: '' }],
  ] as const)('says %s where X could not be read', async (title, capturedThrough, error) => {
    renderWithEngine(<Frame />, {
      handlers: {
        'conversations.list': () => ok({ items: [] }),
        'capture.status': () =>
          ok({
            sources: [
              {
                id: 'mentions',
                kind: 'mentions',
                lastPollAt: Date.now(),
                capturedThrough,
                capturedFrom: null,
                gaps: [],
                nextPollAt: null,
                error,
              },
            ],
          }),
      },
    });
    expect(await screen.findByText(title)).toBeTruthy();
    expect(screen.queryByText('All caught up')).toBeNull();
  });

  it('shows compact rows if that density is set', async () => {
    await renderQueue(['a'], { preferences: { ...aShellState().preferences, density: 'compact' } });
    expect(screen.getAllByRole('option')[0]?.style.height).toBe('48px');
  });
});
