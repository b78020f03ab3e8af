import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type { Conversation } from '#shared/domain/conversation.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aMessage, testNow } from '../../support/builders.ts';
import { type Rendered, renderWithEngine } from '../../support/renderWithEngine.tsx';

/** A conversation with a person named `Person` and its id. */
export const row = (id: string, change: Partial<Conversation> = {}) =>
  aConversation({ id, person: { id: `p-${id}`, handle: id, name: `Person ${id}` }, ...change });

/** A conversation that has waited longer than all others of `renderQueue`. */
export const urgent = (id: string) => row(id, { dueAt: testNow - 60_000 });

let rows: readonly Conversation[] = [];

/** Replaces the queue of the engine, without an event. */
export function setRows(change: (rows: readonly Conversation[]) => readonly Conversation[]): void {
  rows = change(rows);
}

/** Renders the frame with a queue of these conversations. */
export async function renderQueue(ids: readonly string[], shell = {}): Promise<Rendered> {
  rows = ids.map((id, index) => row(id, { dueAt: testNow + 30 * 60_000 + index }));
  const rendered = renderWithEngine(<Frame />, {
    shell,
    handlers: {
      'conversations.list': ({ limit, after, ids, fromEnd }) => {
        if (ids) return ok({ items: rows.filter(({ id }) => ids.includes(id)) });
        const from = after ? Number(after) : 0;
        const next = from + limit < rows.length ? { next: String(from + limit) } : {};
        const inOrder = fromEnd ? rows.toReversed() : rows;
        return ok({ items: inOrder.slice(from, from + limit), ...next });
      },
      'conversations.get': ({ id }) =>
        ok({
          conversation: row(
            id,
            rows.find((each) => each.id === id),
          ),
          messages: [aMessage()],
          activities: [],
          gaps: [],
        }),
      'conversations.setStatus': ({ id }) => {
        rows = rows.filter((each) => each.id !== id);
        setTimeout(() => rendered.engine.emit('conversations.changed', { ids: [id] }));
        return ok({});
      },
    },
  });
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
  return rendered;
}

/** The queue. */
export const list = () => screen.getByRole('listbox', { name: 'Queue' });
/** The ids of its rows, from top to bottom. */
export const names = () =>
  within(list())
    .getAllByRole('option')
    .map((option) => option.textContent?.match(/Person (\w+)/)?.[1]);
/** The id of the selected row. */
export const selected = () =>
  within(list())
    .queryByRole('option', { selected: true })
    ?.textContent?.match(/Person (\w+)/)?.[1];
