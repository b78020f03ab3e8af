import { expect, it } from 'vitest';
import { undoActivity } from '#engine/conversations/undoActivity.ts';
import { libraryHandlers } from '#engine/handlers/library.ts';
import { replyHandlers } from '#engine/handlers/replies.ts';
import { deriveQueued } from '#engine/library/suggestions/deriveExchanges.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../../support/builders.ts';
import { type TestEngine, testEngine } from '../../../support/testEngine.ts';

const restart = (name: string) =>
  `Hi ${name}, please restart your router and wait five minutes, then try once more.`;
const opening = 'We are open from nine to five on every working day of the week.';

/** An engine whose account sent these replies, each to a person of their own. */
async function engineWith(replies: readonly string[]): Promise<TestEngine> {
  const engine = testEngine();
  const messages = replies.flatMap((text, n) => {
    const [personId, at] = [String(n + 1), MORNING + n * MINUTE_MS];
    const reply = someMessage({ personId, at: at + 1_000, role: 'own', reason: null, text });
    return [someMessage({ personId, at, text: `question ${n}` }), reply];
  });
  await engine.capture(messages);
  return engine;
}

async function propose({ ctx }: TestEngine) {
  deriveQueued(ctx.db, () => false);
  const proposed = await replyHandlers['replies.proposals'](ctx, { limit: 10 });
  if (!proposed.ok) throw new Error(proposed.error.code);
  return proposed.value.items;
}

it('proposes what was sent again and again, for anybody, the most frequent first', async () => {
  const names = ['Bob', 'Sue', 'Ann', 'Tim'];
  const engine = await engineWith([
    ...names.map(restart),
    opening,
    opening,
    opening,
    'Only once.',
    'Just twice.',
    'Just twice.',
  ]);
  expect(await propose(engine)).toEqual([
    {
      id: expect.any(String),
      text: 'Hi {firstName}, please restart your router and wait five minutes, then try once more.',
      count: 4,
      lastAt: MORNING + 3 * MINUTE_MS + 1_000,
      language: 'en',
    },
    expect.objectContaining({ text: opening, count: 3 }),
  ]);
});

it('proposes nothing that is a canned response already', async () => {
  const engine = await engineWith([opening, opening, opening]);
  const texts = [{ language: null, channel: null, text: `Hi {firstName}, ${opening}` }];
  libraryHandlers['library.create'](engine.ctx, {
    title: 'Hours',
    shortcut: null,
    folder: '',
    texts,
    images: [],
  });
  expect(await propose(engine)).toEqual([]);
});

it('never proposes again what was dismissed, nor what is nearly the same, until that is undone', async () => {
  const engine = await engineWith([opening, opening, opening]);
  const [proposal] = await propose(engine);
  const dismiss = (id: string) => replyHandlers['replies.dismissProposal'](engine.ctx, { id });
  const notFound = (id: string) => ({ ok: false, error: { code: 'notFound', what: 'proposal', id } });
  engine.events.length = 0;
  const dismissed = dismiss(proposal?.id ?? '');
  if (!dismissed.ok) throw new Error(dismissed.error.code);
  expect(engine.events.map(({ name }) => name)).toEqual(['library.changed']);
  expect(await propose(engine)).toEqual([]);
  expect(dismiss(proposal?.id ?? '')).toEqual(notFound(proposal?.id ?? ''));
  expect(dismiss('4711')).toEqual(notFound('4711'));
  const undo = () => undoActivity(engine.ctx, dismissed.value.activityId);
  expect(undo()).toMatchObject({ ok: true, value: { conversationId: null } });
  expect(engine.events.map(({ name }) => name)).toEqual(['library.changed', 'library.changed']);
  expect(await propose(engine)).toEqual([proposal]);
  expect(undo()).toMatchObject({ error: { code: 'notUndone', reason: 'alreadyUndone' } });
});
