import { expect, test } from 'vitest';
import { splitThread } from '#shared/domain/splitThread.ts';
import { AFTER_WAIT_MS, openWorld } from '../../support/mortalEngines.ts';
import { until } from '../../support/startTestEngine.ts';

const long = Array.from(
  { length: 6 },
  (_, n) => `This is sentence ${n} of what happened to your parcel on its way to you. `,
)
  .join('')
  .trim();
const texts = splitThread(long).map(({ text }) => text);

/** The engine is killed while X has the request of one part, before or after X has carried it out. */
const deaths = texts.flatMap((_, part) => (['before', 'after'] as const).map((when) => ({ part, when })));

test.each(deaths)(
  'a thread is complete, in order and once if the engine is killed in part $part, $when X did it',
  async ({ part, when }) => {
    const { start, advance, control } = await openWorld();
    const first = await start();
    const { id: postId } = control.mention({ from: 'anna', text: 'Where is it?' });
    await first.call('capture.pollNow', {});
    const conversationId = `c${postId}`;
    await first.call('drafts.save', { conversationId, channel: 'dm', text: 'Begun in private' });
    const match = { method: 'POST', path: 'tweets$' };
    for (let n = 0; n < part; n += 1) control.addFault({ kind: 'slow', delayMs: 0, match });
    control.addFault({ kind: 'timeout', when, match });
    const requests = () => control.state().requests['POST /2/tweets'] ?? 0;
    await first.call('replies.send', {
      conversationId,
      channel: 'public',
      text: long,
      thread: true,
      undoMs: 0,
    });
    await until(`X has the request of part ${part}`, () => requests() > part);
    await first.kill();
    control.clearFaults();
    const second = await start();
    await second.call('capture.status', {});
    await until('the rest is sent', async () => {
      advance(second, AFTER_WAIT_MS / 20);
      const { items: [entry] = [] } = (await second.call('outbox.list', {})) ?? {};
      // What X does not have Perch never sends again by itself: an agent decides.
      if (when === 'before' && entry?.state === 'unknown')
        await second.call('outbox.retry', { id: entry.id });
      return entry?.state === 'sent';
    });
    advance(second, AFTER_WAIT_MS);
    await second.call('capture.pollNow', {});
    const posts = control.state().sentPosts;
    expect(posts.map(({ text }) => text.replace(/^@anna /, ''))).toEqual(texts);
    expect(posts.map(({ inReplyToId }) => inReplyToId)).toEqual([
      postId,
      ...posts.slice(0, -1).map(({ id }) => id),
    ]);
    const { items: drafts } = (await second.call('drafts.list', { conversationId })) ?? {};
    expect(drafts).toMatchObject([{ channel: 'dm', text: 'Begun in private' }]);
    expect(await second.stop()).toBe(true);
  },
);
