import { expect, test } from 'vitest';
import { createPoller } from '#engine/capture/poller.ts';
import { fixedPolicy } from '#engine/capture/pollingPolicy.ts';
import { readHistory } from '#engine/conversations/readHistory.ts';
import { listQueue } from '#engine/store/conversations.ts';
import { someDm, testAccount } from '../../support/builders.ts';
import { fakeX } from '../../support/fakeX.ts';
import { feeds } from '../../support/feeds.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';

test('a private message that X keeps encrypted stands in the history and waits for an answer', async () => {
  const x = fakeX();
  x.dms.push(someDm({ text: '', unreadable: true }));
  const { ctx } = testEngine(openTestDb(), x.client);
  const account = async () => ({ ok: true, value: testAccount }) as const;
  await createPoller(ctx, { policy: fixedPolicy(0), account, feeds }).pollNow();
  expect(readHistory(ctx.db, '1', testAccount, { limit: 10 })).toMatchObject({
    value: { messages: [{ kind: 'dm', direction: 'in', text: '', unreadable: true }] },
  });
  expect(listQueue(ctx.db, 10, null)).toMatchObject([{ person: { id: '1' }, unread: 1 }]);
});
