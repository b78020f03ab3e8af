import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useCommandRegistry } from '#renderer/commands/CommandsProvider.tsx';
import type { CommandRegistry } from '#renderer/commands/registry.ts';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useJustSent } from '#renderer/state/justSent.ts';
import { setFilter } from '#renderer/state/listQuery.ts';
import { useUi } from '#renderer/state/ui.ts';
import { shortcutIds } from '#shared/domain/shortcuts.ts';
import { ok } from '#shared/result.ts';
import { aHit } from '../listening/support/drawListening.tsx';
import { aConversation, aHistoryPage, aMessage, testNow } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const conversation = aConversation({ approval: 'toApprove', unread: 1 });
const sam = { id: 'a1', name: 'Sam' };

/** A workspace in which each shortcut has something to do, on one screen or another. */
const everything: FakeHandlers = {
  'conversations.list': () => ok({ items: [conversation, aConversation({ id: 'c2' })] }),
  'conversations.get': ({ id }) => ok(aHistoryPage({ ...conversation, id }, [aMessage()])),
  'approvals.list': () =>
    ok({
      items: [
        {
          id: 'p1',
          conversationId: 'c1',
          channel: 'public',
          text: 'On its way',
          thread: false,
          askedBy: { id: 'a2', name: 'Robin' },
          approver: sam,
          note: '',
          askedAt: testNow,
          isOwn: false,
          isAsked: true,
          since: null,
        },
      ],
    }),
  'macros.list': () =>
    ok({
      items: [
        {
          id: 'm1',
          name: 'Refund',
          reply: null,
          channel: null,
          addTags: [],
          removeTags: [],
          status: 'resolved',
          snoozeMinutes: null,
          priority: null,
          assignee: null,
        },
      ],
    }),
  'crisis.get': () =>
    ok({
      running: {
        id: 'i1',
        title: 'Payments fail',
        startedAt: testNow,
        startedBy: 'Sam',
        endedAt: null,
        endedBy: null,
        statement: [{ language: null, text: 'Sorry' }],
        roles: {},
        surveysHeldBack: 0,
        sending: { waiting: 0, lastAt: null },
      },
    }),
  'views.list': () =>
    ok({ items: [{ id: 'v1', name: 'Late', view: 'queue', filter: { unread: true }, sort: null }] }),
  'replies.suggest': () =>
    ok({
      items: [
        {
          text: 'Hi Anna',
          source: { kind: 'canned', id: 'k2' },
          uses: 1,
          score: 0.5,
          outcome: null,
          missing: [],
        },
      ],
    }),
  'guards.check': () => ok({ warnings: [{ code: 'foreignLink', links: ['a.example'] }] }),
  'handover.compose': () =>
    ok({
      kind: 'handover',
      text: 'Please write here',
      link: 'https://x.com/messages/compose',
      usd: 0.2,
      plainText: 'Please write',
      plainUsd: 0.01,
      usesLink: true,
      language: 'en',
    }),
  'search.history': () => ok({ items: [{ messageId: 'm1', at: 1 }] }),
  'replies.proposals': () =>
    ok({ items: [{ id: '7', text: 'Restart it.', count: 7, lastAt: testNow, language: 'en' }] }),
  'listening.list': () => ok({ items: [aHit('h1')] }),
  'listening.markRead': () => ok({}),
  'conversations.assign': () => ok({ activityId: 'assigned' }),
  'capture.status': () =>
    ok({
      sources: [
        {
          id: 'mentions',
          kind: 'mentions',
          lastPollAt: 1,
          capturedThrough: 1,
          capturedFrom: 1,
          gaps: [{ from: 1, to: 2, reason: 'away', recoverable: true }],
          nextPollAt: 2,
        },
      ],
    }),
};

const rangeOf: Readonly<Record<string, string>> = { macro: 'macro.run', savedView: 'view.saved' };

it('has, for each shortcut that the help shows, a state in which it does something', async () => {
  let registry: CommandRegistry | undefined;
  function Frames() {
    registry = useCommandRegistry();
    return <Frame />;
  }
  const { user } = renderWithEngine(<Frames />, { handlers: everything });
  const enabled = new Set<string>();
  const look = () => {
    for (const { id, when } of registry?.list() ?? [])
      if (when?.() !== false) enabled.add(rangeOf[id.split(':')[0] ?? ''] ?? id);
  };
  const lookFor = (...ids: readonly string[]) =>
    waitFor(() => {
      look();
      expect(ids.filter((id) => !enabled.has(id)).join(' ')).toBe('');
    });

  await screen.findAllByRole('option');
  await user.keyboard('j');
  await lookFor('approval.approve', 'conversation.pending', 'list.next', 'macro.run', 'view.saved');
  await user.keyboard('a');
  await lookFor('undo.last');
  act(() => useUi.getState().setList(['c1'], ['c2']));
  await lookFor('list.showNew');
  act(() => setFilter({ unread: true }));
  await user.keyboard('{Escape}');
  await lookFor('list.removeFilter');
  await user.keyboard('jx');
  await lookFor('list.unpick');
  await user.keyboard('{Escape}r');
  await waitFor(() => expect(document.activeElement).toBeInstanceOf(HTMLTextAreaElement));
  act(() => useJustSent.getState().add({ at: 0, takeBack: async () => {} }));
  await lookFor('undo.send');
  await user.keyboard('Done.It works');
  await lookFor(
    'reply.send',
    'reply.insertSpace',
    'reply.overrule',
    'reply.sendPrivately',
    'reply.suggested',
  );
  await user.keyboard('{Control>}f{/Control}order');
  await lookFor('find.older', 'find.newer');
  await user.keyboard('{Escape}{Escape}glj');
  await lookFor('hit.take', 'hit.hide', 'hit.block', 'search.new');
  await user.keyboard('{Escape}{Escape}gb');
  await lookFor('library.proposals', 'library.new');
  await user.keyboard('gc');
  await lookFor('capture.backfill');
  expect(shortcutIds.filter((id) => !enabled.has(id))).toEqual([]);
});
