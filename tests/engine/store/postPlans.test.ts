import { expect, test } from 'vitest';
import { listMentionsPerHour } from '#engine/store/incidentFigures.ts';
import { getNewestDmBefore, getNewestOwnPostBefore } from '#engine/store/newestMessages.ts';
import type { Db } from '#engine/store/open.ts';
import { listPublicTextsSince } from '#engine/store/ownTexts.ts';
import { countPostsSince, getPostRate } from '#engine/store/postRate.ts';
import { listPostRows, listSpikePosts } from '#engine/store/slotCounts.ts';
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
