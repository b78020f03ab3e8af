import { expect, test } from 'vitest';
import { startTestEngine } from '../../support/startTestEngine.ts';

test.each(['g1585823815904395264', '795372667:5001', '5001-6001', '5001'])(
  'a private message of the conversation %s is in no conversation, and is listed with the reason',
  async (conversationId) => {
    const engine = await startTestEngine();
    engine.control.dm({ from: 'anna', text: 'to all of you', conversationId });
    const known = engine.control.dm({ from: 'bob', text: 'to you' });
    await engine.call('capture.pollNow', {});
    await engine.call('capture.pollNow', {});
    const { items } = await engine.call('conversations.list', { view: 'all' });
    expect(items.map(({ id }) => id)).toEqual([`c${known.id}`]);
    expect(await engine.call('capture.quarantine', {})).toMatchObject({
      items: [
        {
          source: 'dms',
          text: 'to all of you',
          isUnassigned: true,
          reason: expect.stringMatching(
            /^dm_conversation_id: (fits no known pattern|the account takes no part)$/,
          ),
        },
      ],
      count: 1,
    });
  },
);

test('a group conversation is known, so that nothing of it is listed', async () => {
  const engine = await startTestEngine();
  engine.control.dm({ from: 'anna', text: 'hi all', conversationId: '1585823815904395264' });
  await engine.call('capture.pollNow', {});
  expect(await engine.call('capture.quarantine', {})).toEqual({ items: [], count: 0 });
  expect((await engine.call('conversations.list', { view: 'all' })).items).toEqual([]);
});
