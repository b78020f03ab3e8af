import { expect, test } from 'vitest';
import { listRuleEvents } from '#engine/store/ruleEvents.ts';
import { putRules } from '#engine/store/rules.ts';
import { noSteps } from '#shared/domain/rule.ts';
import { behind, countStored } from '../capture/support.ts';

test('rules look at what a poll brings, not at what a backfill brings', async () => {
  const { x, poller, db } = await behind(250);
  const rule = { name: 'Every public message', mode: 'on', when: { kind: 'message' }, stops: false } as const;
  const conditions = [{ kind: 'channel' as const, channel: 'public' as const }];
  putRules(db, [{ ...rule, id: 'r', conditions, steps: { ...noSteps, status: 'open' } }]);
  x.spoil = (name, nth) => (name === 'listMentions' && nth >= 2 ? { code: 'offline' } : null);
  await poller.pollNow();
  expect(listRuleEvents(db, 1_000)).toHaveLength(100);
  x.spoil = () => null;
  await poller.pollNow();
  expect(countStored(db)).toBe(502);
  // Of the 150 that were missing, one a second, a poll reads the newest three minutes again.
  expect(listRuleEvents(db, 1_000)).toHaveLength(181);
});
