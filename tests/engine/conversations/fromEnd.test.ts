import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listConversations } from '#engine/conversations/listConversations.ts';
import { run } from '#engine/store/sql.ts';
import { View } from '#shared/domain/conversation.ts';
import type { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import { ListSort } from '#shared/domain/viewOrder.ts';
import type { TestEngine } from '../../support/testEngine.ts';
import { withPeople } from './support.ts';

const viewer = { me: 'Sam', now: 1_000 };

interface Wanted {
  readonly view: View;
  readonly sort: ListSort;
  readonly filter?: ConversationFilter;
}

/** The ids of a list, read in pages of `limit`. */
function readAll({ ctx }: TestEngine, list: Wanted, limit: number, fromEnd?: boolean): string[] {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = listConversations(ctx.db, { ...list, limit, after, fromEnd }, viewer);
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    ids.push(...page.value.items.map(({ id }) => id));
    after = page.value.next;
  } while (after !== undefined);
  return ids;
}

/** Conversations of every view, of which many have the same times and some do not wait. */
async function withTies(times: readonly (number | null)[]) {
  const engine = await withPeople(times.length);
  const views = ['open', 'open', 'pending', 'snoozed', 'resolved'];
  for (const [n, id] of engine.ids.entries()) {
    const view = views[n % views.length] ?? 'open';
    const time = times[n] ?? null;
    const text = `UPDATE conversations SET view = ?, in_queue = ?, due_at = ?, waiting_since = ?, last_at = ?, agent = ? WHERE id = ?`;
    const isQueued = view === 'open' && time !== null;
    run(engine.ctx.db, text, view, isQueued ? 1 : 0, time, time, n % 3, n % 2 === 0 ? 'Sam' : null, id);
  }
  return engine;
}

const filters: readonly ConversationFilter[] = [{}, { waitingMinutes: 0 }, { assignee: 'me' }];

describe('a list from its end', () => {
  test('has the rows of the list the other way round, in every view and order, on pages of any size', async () => {
    const times = fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 5 }), async (given, limit) => {
        const engine = await withTies(given);
        for (const view of View.options) {
          for (const sort of ListSort.options) {
            for (const filter of filters) {
              const list = { view, sort, filter };
              expect(readAll(engine, list, limit, true)).toEqual(readAll(engine, list, 50).toReversed());
            }
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  test('says whether others precede', async () => {
    const engine = await withTies([1, 2, 3]);
    const list = { view: 'all', sort: 'oldest', fromEnd: true } as const;
    const page = (limit: number) => listConversations(engine.ctx.db, { ...list, limit }, viewer);
    expect(page(2)).toMatchObject({ ok: true, value: { next: expect.any(String) } });
    expect(page(3)).toEqual({ ok: true, value: { items: expect.any(Array) } });
  });
});
