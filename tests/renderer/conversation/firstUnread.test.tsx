import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { openHit } from '#renderer/state/find.ts';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { Message } from '#shared/domain/message.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, aMessage, testNow } from '../support/builders.ts';
import { drawConversation } from './support/drawConversation.tsx';

const UNREAD = 3_000;
const letters = Array.from({ length: UNREAD }, (_, n) =>
  aMessage({
    id: `post-${n}`,
    xId: `${n}`,
    at: testNow - (UNREAD - n) * 60_000,
    text: `Letter ${n}`,
  }),
);
const firstUnread = 'post-0';

/** A page as the engine reads it: its cursors are positions. */
function pageOf(messages: readonly Message[], input: EngineInput<'conversations.get'>) {
  const { id, limit = 500, before, after, around } = input;
  const place = messages.findIndex((message) => message.id === around);
  const wantedEnd =
    around !== undefined
      ? place + limit / 2
      : after !== undefined
        ? Number(after) + limit
        : Number(before ?? Infinity);
  const end = Math.min(wantedEnd, messages.length);
  const start = Math.max(0, end - limit);
  return ok({
    conversation: aConversation({ id, unread: UNREAD }),
    messages: messages.slice(start, end).map((message) => ({ ...message, conversationId: id })),
    activities: [],
    gaps: [],
    unread: messages.slice(0, 1_000).map((message) => message.id),
    firstUnread,
    ...(start > 0 ? { previous: String(start) } : {}),
    ...(end < messages.length ? { next: String(end) } : {}),
  });
}

// jsdom has no layout: a timeline without a height would load everything.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(100_000);
});

const separator = () => screen.findByRole('separator', { name: 'Unread messages start here' });

it('opens around the first of 3,000 unread messages without loading the others', async () => {
  const { engine } = drawConversation([], { 'conversations.get': (input) => pageOf(letters, input) });
  await separator();
  const calls = engine.callsOf('conversations.get');
  expect(calls.filter(({ around }) => around === firstUnread)).toHaveLength(1);
  expect(calls.length).toBeLessThan(5);
});

it('draws no messages until those around the first unread one are loaded', async () => {
  let load = () => {};
  const loaded = new Promise<void>((resolve) => {
    load = resolve;
  });
  const { engine } = drawConversation([], {
    'conversations.get': async (input) => {
      if (input.around !== undefined) await loaded;
      return pageOf(letters, input);
    },
  });
  await waitFor(() =>
    expect(engine.callsOf('conversations.get').at(-1)).toMatchObject({ around: firstUnread }),
  );
  expect(await screen.findByRole('heading', { level: 1 })).toBeDefined();
  expect(screen.queryAllByRole('article')).toEqual([]);
  load();
  await separator();
  expect((await screen.findAllByRole('article')).length).toBeGreaterThan(0);
});

it('loads nothing around the first unread message where it opens at a search hit', async () => {
  const { engine, id } = drawConversation([], {
    'conversations.get': (input) => pageOf(letters, input),
  });
  act(() => openHit({ conversationId: id, text: 'parcel', messageId: 'post-2000' }));
  await screen.findAllByText(/Letter 1\d\d\d$/);
  const around = engine.callsOf('conversations.get').flatMap((input) => input.around ?? []);
  expect(around).toEqual(['post-2000']);
});

it('opens at the end if the first unread message has left the history', async () => {
  drawConversation([], {
    'conversations.get': (input) =>
      input.around === undefined
        ? pageOf(letters, input)
        : err({ code: 'notFound', what: 'message', id: input.around }),
  });
  expect(await screen.findByText(`Letter ${UNREAD - 1}`)).toBeDefined();
  expect(screen.queryByRole('separator', { name: 'Unread messages start here' })).toBeNull();
});
