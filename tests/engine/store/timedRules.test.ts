import { expect, test } from 'vitest';
import { listQuiet } from '#engine/store/timedRules.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { plansOf } from '../../support/plansOf.ts';

test.each(['noReply', 'silence'] as const)('%s is found by an index, without sorting', (kind) => {
  const range = { ruleId: 'r', from: 1, through: 2, limit: 10 };
  const plans = plansOf(openTestDb(), (db) => listQuiet(db, kind, range));
  expect(plans[0]).toMatch(/^SEARCH c USING .*INDEX/);
  expect(plans.filter((step) => /TEMP B-TREE|^SCAN/.test(step))).toEqual([]);
});
