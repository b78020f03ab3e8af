import { expect, test } from 'vitest';
import type { Db } from '#engine/store/open.ts';
import { insertMessageEvents } from '#engine/store/ruleEvents.ts';
import { getRuleHit, listPastHits } from '#engine/store/ruleHits.ts';
import { listPastScores } from '#engine/store/rulePreview.ts';
import { listRuleRuns } from '#engine/store/ruleRuns.ts';
import { listScoredOf } from '#engine/store/surveys.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { plansOf } from '../../support/plansOf.ts';

const message = { kind: 'post', xId: '1', conversationId: 'c', isFirst: true } as const;
const past = { from: 1, before: null, limit: 10 };

test.each<[string, (db: Db) => unknown]>([
  ['what a rule did', (db) => listRuleRuns(db, 'r', 10)],
  ['a post that a saved search found', (db) => getRuleHit(db, 1)],
  ['the posts of the past that one search found', (db) => listPastHits(db, { ...past, searchId: 's' })],
  ['those that any search found', (db) => listPastHits(db, { ...past, searchId: null })],
  [
    'the rows of messages that rules are to look at',
    // Its conversation is missing, after the statement was planned.
    (db) => expect(() => insertMessageEvents(db, [message], 1)).toThrow('FOREIGN KEY'),
  ],
  ['the scores of the past', (db) => listPastScores(db, { scale: 'nps', from: 0, to: 6, since: 1 })],
  ['where scores are hidden', (db) => listScoredOf(db, 'a', ['c1'])],
])('%s: reads by an index, without sorting', (_, query) => {
  const plans = plansOf(openTestDb(), query);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  expect(plans.filter((step) => /^SCAN (?!.*USING)/.test(step) && !/wanted|CONSTANT/.test(step))).toEqual([]);
});
