import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setVip } from '#engine/conversations/vip.ts';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import { draftHandlers } from '#engine/handlers/drafts.ts';
import { settingsHandlers } from '#engine/handlers/settings.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { Priority, View } from '#shared/domain/conversation.ts';
import type { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import { compareBy, ListSort } from '#shared/domain/viewOrder.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

const langs = ['nl', 'fr', 'und', null];

/** Twelve people who differ in all that a filter asks for; some of them were replied to, one by a refused reply. */
async function mixed() {
  const engine = testEngine();
  const { ctx, clock } = engine;
  const messages = Array.from({ length: 12 }, (_, n) =>
    someMessage({
      personId: String(n + 1),
      at: MORNING - (60 - 4 * n) * MINUTE_MS,
      kind: n % 3 === 0 ? 'dm' : 'post',
      lang: langs[n % 4] ?? null,
    }),
  );
  await engine.capture(messages);
  const ids = messages.map(({ xId }) => `c${xId}`);
  const at = (n: number) => ids[n] ?? '';
  for (const n of [1, 4, 7]) handlers['conversations.markRead'](ctx, { id: at(n) });
  for (const n of [2, 4]) handlers['conversations.assign'](ctx, { id: at(n), agent: 'Sam' });
  handlers['conversations.assign'](ctx, { id: at(5), agent: 'Agent' });
  for (const n of [3, 5]) {
    draftHandlers['drafts.save'](ctx, { conversationId: at(n), channel: 'public', text: 'Hello' });
  }
  handlers['conversations.setStatus'](ctx, { id: at(6), status: 'resolved' });
  handlers['conversations.setStatus'](ctx, { id: at(8), status: 'pending' });
  handlers['conversations.snooze'](ctx, { id: at(9), until: clock.now() + MINUTE_MS });
  for (const personId of ['2', '6', '9']) setVip(ctx, { personId, isVip: true });
  for (const n of [1, 4, 8]) handlers['conversations.setPriority'](ctx, { id: at(n), priority: 'urgent' });
  for (const n of [6, 11]) handlers['conversations.setPriority'](ctx, { id: at(n), priority: 'low' });
  putOutboxRow(ctx.db, { id: 'o1', conversationId: at(10), at: clock.now(), state: 'refused' });
  return { ...engine, ids };
}

const languageOf = (ids: readonly string[], { id }: Conversation) => {
  const lang = langs[ids.indexOf(id) % 4];
  return lang === 'und' ? null : (lang ?? null);
};

/** What a filter means, said once more. */
function isSelected(
  filter: ConversationFilter,
  row: Conversation,
  lang: string | null,
  now: number,
): boolean {
  const { unread, channel, assignee, waitingMinutes, failedReply, draft } = filter;
  const agent = assignee === 'me' ? 'Agent' : assignee === 'nobody' ? null : assignee?.agent;
  return (
    (!unread || row.unread > 0) &&
    (!channel || (row.lastMessage.kind === 'dm') === (channel === 'dm')) &&
    (agent === undefined || row.agent === agent) &&
    (!filter.lang || lang === filter.lang) &&
    (!waitingMinutes ||
      (row.waitingSince !== null && row.waitingSince <= now - waitingMinutes * MINUTE_MS)) &&
    (!failedReply || row.unfinishedReply === 'notSent') &&
    (!draft || row.hasDraft) &&
    (!filter.isVip || row.isVip) &&
    (!filter.priority || row.priority === filter.priority)
  );
}

function listAll(engine: TestEngine, view: View, filter: ConversationFilter, sort?: ListSort, limit = 50) {
  const rows: Conversation[] = [];
  for (let after: string | undefined; ; ) {
    const page = handlers['conversations.list'](engine.ctx, { view, filter, sort, limit, after });
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    rows.push(...page.value.items);
    after = page.value.next;
    if (after === undefined) return rows;
  }
}

const someFilter: fc.Arbitrary<ConversationFilter> = fc.record(
  {
    unread: fc.constant(true as const),
    channel: fc.constantFrom('public' as const, 'dm' as const),
    assignee: fc.constantFrom('me' as const, 'nobody' as const, { agent: 'Sam' }, { agent: 'Unknown' }),
    lang: fc.constantFrom('nl', 'fr', 'ja'),
    waitingMinutes: fc.constantFrom(1, 30, 40, 1_000),
    failedReply: fc.constant(true as const),
    draft: fc.constant(true as const),
    isVip: fc.constant(true as const),
    priority: fc.constantFrom(...Priority.options),
  },
  { requiredKeys: [] },
);

describe('a filtered list', () => {
  test('has what the filter selects, in every order, page by page, and is counted', async () => {
    const engine = await mixed();
    const now = engine.clock.now();
    await fc.assert(
      fc.property(
        someFilter,
        fc.constantFrom(...View.options),
        fc.constantFrom(...ListSort.options),
        (filter, view, sort) => {
          const expected = listAll(engine, view, {})
            .filter((row) => isSelected(filter, row, languageOf(engine.ids, row), now))
            .toSorted(compareBy(sort));
          expect(listAll(engine, view, filter, sort)).toEqual(expected);
          expect(listAll(engine, view, filter, sort, 2)).toEqual(expected);
          expect(handlers['conversations.count'](engine.ctx, { view, filter }).value.count).toBe(
            expected.length,
          );
          const among = { view, filter, sort, limit: 1, ids: engine.ids };
          expect(handlers['conversations.list'](engine.ctx, among)).toEqual({
            ok: true,
            value: { items: expected },
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  test('has those who wait before those who do not, and of these the newest first', async () => {
    const engine = await mixed();
    const rows = listAll(engine, 'all', {}, 'waiting');
    const waiting = rows.filter((row) => row.waitingSince !== null);
    expect(waiting.length).toBeGreaterThan(2);
    expect(rows.slice(0, waiting.length)).toEqual(waiting);
    const others = rows.slice(waiting.length).map((row) => row.lastMessage.at);
    expect(others.length).toBeGreaterThan(1);
    expect(others).toEqual(others.toSorted((a, b) => b - a));
  });

  test('names an agent by id too, also after a change of name', async () => {
    const engine = await mixed();
    const agents = settingsHandlers['agents.list'](engine.ctx).value.agents;
    const sam = agents.find(({ name }) => name === 'Sam')?.id ?? '';
    expect(listAll(engine, 'all', { assignee: { agent: sam } })).toHaveLength(2);
  });

  test('follows the time: who waits longer than that joins by waiting', async () => {
    const engine = await mixed();
    const filter = { waitingMinutes: 1_000 };
    expect(listAll(engine, 'open', filter)).toEqual([]);
    engine.clock.jump(1_000 * MINUTE_MS);
    expect(listAll(engine, 'open', filter).length).toBeGreaterThan(5);
  });
});

describe('the language of a conversation', () => {
  test('is what the person wrote last in a named one, and stays when an agent replies', async () => {
    const engine = testEngine();
    const first = someMessage({ personId: '1', lang: 'fr', at: MORNING });
    await engine.capture([first]);
    expect(handlers['conversations.languages'](engine.ctx).value).toEqual({ langs: ['fr'] });
    await engine.capture([someMessage({ personId: '1', lang: 'nl', at: MORNING + 1_000 })]);
    await engine.capture([someMessage({ personId: '1', lang: 'und', at: MORNING + 2_000 })]);
    expect(listAll(engine, 'all', { lang: 'nl' })).toMatchObject([
      { lang: 'nl', lastMessage: { lang: 'und' } },
    ]);
    expect(listAll(engine, 'all', { lang: 'fr' })).toEqual([]);
    await engine.capture([
      someMessage({ personId: '1', authorId: '99', role: 'own', lang: 'en', at: MORNING + 3_000 }),
    ]);
    expect(handlers['conversations.languages'](engine.ctx).value).toEqual({ langs: ['nl'] });
  });

  test('names those of most conversations first', async () => {
    const engine = await mixed();
    await engine.capture([someMessage({ personId: '20', lang: 'fr', at: MORNING })]);
    expect(handlers['conversations.languages'](engine.ctx).value).toEqual({ langs: ['fr', 'nl'] });
  });
});
