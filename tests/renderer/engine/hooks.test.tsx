import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useEngineCommand, useEnginePages, useEngineQuery } from '#renderer/engine/hooks.ts';
import { isTouched } from '#renderer/engine/invalidation.ts';
import { Notices } from '#renderer/features/Frame/Notices.tsx';
import { useStoreTrouble } from '#renderer/state/storeTrouble.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { EngineMethod } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, testInfo, testSettings } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

function Name() {
  const { data } = useEngineQuery('settings.get', {});
  return <p>{data?.agentName ?? 'nobody'}</p>;
}

describe('useEngineQuery', () => {
  it('refetches when an event touches the query', async () => {
    const { engine } = renderWithEngine(<Name />);
    await screen.findByText('Sam');
    engine.handle({ 'settings.get': () => ok({ ...testSettings, agentName: 'Noor' }) });
    act(() => engine.emit('settings.changed', {}));
    expect(await screen.findByText('Noor')).toBeTruthy();
  });

  it('refetches once for a burst of events', async () => {
    const { engine } = renderWithEngine(<Name />);
    await screen.findByText('Sam');
    act(() => {
      for (let count = 0; count < 20; count++) engine.emit('settings.changed', {});
    });
    await waitFor(() => expect(engine.callsOf('settings.get').length).toBe(2));
  });

  it('refetches everything from a new engine', async () => {
    const { engine, connect } = renderWithEngine(<Name />);
    await screen.findByText('Sam');
    engine.handle({ 'settings.get': () => ok({ ...testSettings, agentName: 'Robin' }) });
    act(() => engine.die());
    act(connect);
    expect(await screen.findByText('Robin')).toBeTruthy();
  });

  it('sends a query again to the next engine if the last one did not respond', async () => {
    const { engine, connect } = renderWithEngine(<Name />, {
      handlers: { 'settings.get': () => new Promise(() => {}) },
    });
    await waitFor(() => expect(engine.callsOf('settings.get').length).toBe(1));
    act(() => engine.die());
    engine.handle({ 'settings.get': () => ok(testSettings) });
    act(connect);
    expect(await screen.findByText('Sam')).toBeTruthy();
  });

  it('waits for an engine that is not live yet', async () => {
    const { connect } = renderWithEngine(<Name />, { withoutEngine: true });
    expect(await screen.findByText('nobody')).toBeTruthy();
    act(connect);
    expect(await screen.findByText('Sam')).toBeTruthy();
  });
});

function MakeBackup({ sendsAgain }: { readonly sendsAgain: number }) {
  const make = useEngineCommand('backups.make', { sendsAgain });
  return (
    <>
      <button type="button" onClick={() => void make({})}>
        make
      </button>
      <Notices />
    </>
  );
}

describe('a command whose engine goes away', () => {
  it.each([
    [0, 1],
    [1, 2],
  ])(
    'that may be sent %i times again is sent %i times, and then said not to be done',
    async (sendsAgain, sent) => {
      const { engine, connect, user } = renderWithEngine(<MakeBackup sendsAgain={sendsAgain} />, {
        handlers: { 'backups.make': () => new Promise(() => {}) },
      });
      await user.click(await screen.findByRole('button', { name: 'make' }));
      for (let n = 1; n <= 3; n += 1) {
        await waitFor(() => expect(engine.callsOf('backups.make').length).toBe(Math.min(n, sent)));
        await act(async () => engine.die());
        if (n === sent) expect(await screen.findByText('Perch’s engine is not running.')).toBeTruthy();
        await act(async () => connect());
      }
      expect(await screen.findByText('Perch’s engine had to restart.')).toBeTruthy();
      expect(screen.queryByText('Perch’s engine is not running.')).toBeNull();
      expect(screen.getAllByText(/do it again if it wasn’t/)).toHaveLength(1);
    },
  );
});

function ChosenAndListed() {
  const chosen = useEngineQuery('conversations.list', { view: 'all', ids: ['c1'] }).data?.items;
  const listed = useEnginePages('conversations.list', { view: 'queue', limit: 100 }).data?.pages[0]?.items;
  return <p>{[chosen, listed].map((items) => items?.[0]?.status).join(' and ')}</p>;
}

describe('lists of conversations', () => {
  it('follow an event, those in pages and those of chosen conversations', async () => {
    const { engine } = renderWithEngine(<ChosenAndListed />);
    await screen.findByText('open and open');
    for (const status of ['pending', 'resolved'] as const) {
      engine.handle({ 'conversations.list': () => ok({ items: [aConversation({ status })] }) });
      act(() => engine.emit('conversations.changed', { ids: ['c1'] }));
      expect(await screen.findByText(`${status} and ${status}`)).toBeTruthy();
    }
  });
});

function Use() {
  const respond = useEngineCommand('library.use');
  const save = useEngineCommand('drafts.save');
  return (
    <>
      <button
        type="button"
        onClick={() => void respond({ id: 'r1', conversationId: 'c1', channel: 'public' })}
      >
        Use
      </button>
      <button
        type="button"
        onClick={() => void save({ conversationId: 'c1', channel: 'public', text: 'Hello' })}
      >
        Save
      </button>
    </>
  );
}

function Poll() {
  const pollNow = useEngineCommand('capture.pollNow');
  return (
    <button type="button" onClick={() => void pollNow({})}>
      Poll
    </button>
  );
}

describe('useEngineCommand', () => {
  it('shows a failed command as a notice', async () => {
    const { user } = renderWithEngine(<Poll />, {
      handlers: { 'capture.pollNow': () => err({ code: 'offline' }) },
    });
    await user.click(await screen.findByRole('button'));
    await waitFor(() => expect(useUi.getState().notices.map(({ error }) => error.code)).toEqual(['offline']));
  });

  it('takes only what writes as a sign that a full disk has room again', async () => {
    const { engine, user } = renderWithEngine(<Use />, {
      handlers: {
        'library.use': () => ok({ text: 'Hello', missing: [], images: [], language: null }),
        'drafts.save': () => ok({}),
      },
    });
    const full: AppError = { code: 'storeUnwritable', file: '/d/perch.sqlite', detail: 'SQLITE_FULL: full' };
    const { see } = useStoreTrouble.getState();
    act(() => see(err(full)));
    await user.click(await screen.findByRole('button', { name: 'Use' }));
    await waitFor(() => expect(engine.callsOf('library.use')).toHaveLength(1));
    await act(async () => {});
    expect(useStoreTrouble.getState().error).toEqual(full);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(useStoreTrouble.getState().error).toBeNull());
  });
});

describe('isTouched', () => {
  const changed: EngineEvent = { name: 'conversations.changed', params: { ids: ['c1'] } };
  it.each<[EngineEvent, EngineMethod, object, boolean]>([
    [changed, 'conversations.list', { view: 'queue' }, true],
    [changed, 'conversations.get', { id: 'c1' }, true],
    [changed, 'conversations.get', { id: 'c2' }, false],
    [changed, 'drafts.list', { conversationId: 'c1' }, true],
    [changed, 'outbox.list', {}, true],
    [changed, 'settings.get', {}, false],
    [changed, 'listening.list', {}, true],
    [{ name: 'capture.polled', params: { at: 0, newMessages: 0 } }, 'conversations.get', { id: 'c1' }, true],
    [{ name: 'capture.polled', params: { at: 0, newMessages: 0 } }, 'reports.costs', {}, true],
    [{ name: 'capture.polled', params: { at: 0, newMessages: 0 } }, 'reports.work', {}, true],
    [changed, 'reports.work', {}, true],
    [changed, 'reports.workConversations', {}, true],
    [{ name: 'conversations.opened', params: { ids: ['c1'] } }, 'reports.work', {}, true],
    [{ name: 'settings.changed', params: {} }, 'reports.workGroups', {}, true],
    [{ name: 'tags.changed', params: {} }, 'reports.workGroups', {}, true],
    [{ name: 'tags.changed', params: {} }, 'reports.work', {}, false],
    [{ name: 'listening.changed', params: {} }, 'savedSearches.list', {}, true],
    [{ name: 'listening.changed', params: {} }, 'conversations.list', {}, false],
    [{ name: 'budget.changed', params: {} }, 'replies.options', { conversationId: 'c1' }, true],
    [{ name: 'budget.stopped', params: { spentUsd: 50 } }, 'reports.costs', {}, true],
    [
      { name: 'outbox.changed', params: { id: 'o', conversationId: 'c1', kind: 'sent', state: 'sent' } },
      'conversations.get',
      { id: 'c1' },
      true,
    ],
    [
      { name: 'account.connected', params: testInfo.account ?? { id: '', handle: '' } },
      'system.info',
      {},
      true,
    ],
    [{ name: 'account.renamed', params: { id: '', handle: '' } }, 'system.info', {}, true],
    [{ name: 'capture.polled', params: { at: 1, newMessages: 0 } }, 'capture.status', {}, true],
    [{ name: 'settings.changed', params: {} }, 'agents.list', {}, true],
    [{ name: 'settings.changed', params: {} }, 'conversations.list', { view: 'mine' }, true],
    [{ name: 'settings.changed', params: {} }, 'conversations.counts', {}, true],
    [{ name: 'settings.changed', params: {} }, 'conversations.get', { id: 'c1' }, true],
    [{ name: 'settings.changed', params: {} }, 'outbox.list', {}, true],
    [{ name: 'settings.changed', params: {} }, 'search.messages', { text: 'a' }, true],
    [{ name: 'settings.changed', params: {} }, 'drafts.list', { conversationId: 'c1' }, false],
    [{ name: 'search.indexing', params: { indexed: 1, total: 2 } }, 'search.status', {}, true],
    [{ name: 'search.indexing', params: { indexed: 1, total: 2 } }, 'search.messages', {}, false],
    [{ name: 'search.indexing', params: { indexed: 2, total: 2 } }, 'search.messages', {}, true],
    [{ name: 'capture.polled', params: { at: 1, newMessages: 0 } }, 'conversations.list', {}, false],
  ])('%o touches %s %o: %s', (event, method, input, touched) => {
    expect(isTouched(event, method, input)).toBe(touched);
  });
});
