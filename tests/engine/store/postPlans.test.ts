import { expect, test } from 'vitest';
import { listMentionsPerHour } from '#engine/store/incidentFigures.ts';
import { getNewestDmBefore, getNewestOwnPostBefore } from '#engine/store/newestMessages.ts';
import type { Db } from '#engine/store/open.ts';
import { listPublicTextsSince } from '#engine/store/ownTexts.ts';
import { countPostsSince, getPostRate } from '#engine/store/postRate.ts';
import { listPostRows, listSpikePosts } from '#engine/store/slotCounts.ts';
import { listUncheckedPosts } from '#engine/store/uncheckedPosts.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { plansOf } from '../../support/plansOf.ts';

const between = 'USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)';
const since = 'USING INTEGER PRIMARY KEY (rowid>?)';

// The index of X ids begins with the kind: by it, SQLite would read all posts that are stored.
test.each<[string, (db: Db) => unknown, string]>([
  ['posts that may be a spike', (db) => listPostRows(db, 'mentions', 1, 2), `SEARCH m ${between}`],
  ['what they say', (db) => listSpikePosts(db, 'mentions', 1, 2), `SEARCH m ${between}`],
  [
    'the mentions of an incident',
    (db) => listMentionsPerHour(db, { from: 1, until: 2 }),
    `SEARCH messages ${between}`,
  ],
  ['what was posted of late', (db) => listPublicTextsSince(db, 1), `SEARCH messages ${since}`],
  ['how much was posted of late', (db) => countPostsSince(db, 1), `SEARCH messages ${since}`],
  ['how often is posted', (db) => getPostRate(db, 'wanted', 1), 'SCAN messages'],
  [
    'the private message before a gap',
    (db) => getNewestDmBefore(db, 1),
    'SEARCH messages USING INTEGER PRIMARY KEY (rowid<?)',
  ],
  [
    'the own post before a gap',
    (db) => getNewestOwnPostBefore(db, 1),
    'SEARCH messages USING INTEGER PRIMARY KEY (rowid<?)',
  ],
])('%s: by row id', (_, query, step) => {
  const plans = plansOf(openTestDb(), query);
  expect(plans).toContain(step);
  expect(plans.filter((one) => one.includes('(kind=?'))).toEqual([]);
});

test('the newest posts are read from the end, without sorting all', () => {
  const plans = plansOf(openTestDb(), (db) => [getPostRate(db, 'wanted', 1), getNewestOwnPostBefore(db, 1)]);
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});

test('posts that are due for a check are found by index, page by page, without sorting', () => {
  const query = { checkedBefore: 1, recent: { posts: 1, hits: 1 }, limit: 10 };
  const plans = plansOf(openTestDb(), (db) => [...listUncheckedPosts(db, query)]);
  const place = '(view=? AND (last_at,id)>(?,?))';
  for (const step of [
    `SEARCH c USING COVERING INDEX conversations_view ${place}`,
    'SEARCH m USING COVERING INDEX messages_conversation (conversation_id=? AND id>?) LEFT-JOIN',
    `SEARCH c USING INDEX conversations_view ${place}`,
    'SEARCH x USING PRIMARY KEY (person_id=? AND message_id>?) LEFT-JOIN',
    'SEARCH m USING INDEX messages_checked (id>?)',
  ]) {
    expect(plans).toContain(step);
  }
  const ofPage = plans.filter((step) => / m USING INDEX messages_checked \(id=\?\)$/.test(step));
  expect(ofPage).toHaveLength(2 * 3 + 1);
  expect(plans.filter((step) => step.includes('(kind=?') || step.includes('AUTOMATIC'))).toEqual([]);
  expect(plans.filter((step) => /^SCAN (?!p$|page$|f VIRTUAL|\(subquery)/.test(step))).toEqual([]);
  // Only what is found at last, since the places of pages are in the order of their indexes.
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual(['USE TEMP B-TREE FOR ORDER BY']);
});
