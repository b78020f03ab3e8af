import { expect, test } from 'vitest';
import { listActivities } from '#engine/store/activities.ts';
import { listAgents } from '#engine/store/agents.ts';
import { listWaking } from '#engine/store/conversationChanges.ts';
import {
  countViews,
  getConversation,
  listAmong,
  listConversationsByIds,
  listConversationsOf,
  listQueue,
  listView,
} from '#engine/store/conversations.ts';
import { getLastWord, listPeopleFoundLate } from '#engine/store/earlierHistory.ts';
import { listHistory } from '#engine/store/history.ts';
import { getHit, listHits } from '#engine/store/hits.ts';
import { listPeopleUpdatedSince, mapPeopleOf } from '#engine/store/namedPeople.ts';
import { listMatchingNotes } from '#engine/store/noteIndex.ts';
import { getNote, listNotes, listNotesByRow } from '#engine/store/notes.ts';
import type { Db } from '#engine/store/open.ts';
import { listQuotedMore } from '#engine/store/quoteCounts.ts';
import { getNewestPostId, getPostIdOf } from '#engine/store/replyTargets.ts';
import { searchHistory, searchMessages } from '#engine/store/searchMessages.ts';
import { all } from '#engine/store/sql.ts';
import { listSummaryFacts } from '#engine/store/summaries.ts';
import { findTagNamed, listConversationIdsWith, listTagIdsOf, listTags } from '#engine/store/tags.ts';
import { listUnthreaded } from '#engine/store/threading.ts';
import { openTestDb } from '../../support/openTestDb.ts';

/** The query plans of all statements that `work` runs. */
function plansOf(db: Db, work: (spy: Db) => unknown): string[] {
  const plans: string[] = [];
  const spy = new Proxy(db, {
    get: (target, property) => {
      if (property !== 'prepare') return Reflect.get(target, property);
      return (text: string) => {
        const steps = target.prepare(`EXPLAIN QUERY PLAN ${text}`);
        const statement = target.prepare(text);
        return new Proxy(statement, {
          get: (inner, name) =>
            name === 'all' || name === 'get'
              ? (...values: unknown[]) => {
                  plans.push(...(steps.all(...values) as { detail: string }[]).map((step) => step.detail));
                  return inner[name](...values);
                }
              : Reflect.get(inner, name),
        });
      };
    },
  });
  work(spy);
  return plans;
}

const LATE = Number.MAX_SAFE_INTEGER;
const after = { at: 1, id: 'c1' };

const queries: [string, (db: Db) => unknown][] = [
  ['the queue', (db) => listQueue(db, 50, null)],
  ['own posts with new quotes', (db) => listQuotedMore(db, 1, 20)],
  ['the next page of the queue', (db) => listQueue(db, 50, after)],
  ['a view', (db) => listView(db, 'open', 'Sam', 50, after)],
  ['my conversations', (db) => listView(db, 'mine', 'Sam', 50, after)],
  ['some conversations of a view', (db) => listAmong(db, 'queue', 'Sam', ['c1'])],
  ['all conversations', (db) => listView(db, 'all', 'Sam', 50, after)],
  ["a person's conversations", (db) => listConversationsOf(db, '1', 20)],
  ['one conversation', (db) => getConversation(db, 'c1')],
  ['the counts', (db) => countViews(db, 'Sam')],
  ['a history', (db) => listHistory(db, '1', LATE, 500)],
  ['the newest post', (db) => getNewestPostId(db, 'c1', '1')],
  ['a post to reply to', (db) => getPostIdOf(db, 'c1', '1', '5')],
  ['a search', (db) => searchMessages(db, '"a"*', LATE, 50)],
  ['a search in a history', (db) => searchHistory(db, '"a"*', '1', 50)],
  ['the people of hits', (db) => mapPeopleOf(db, ['c1'])],
  ['the facts of a summary', (db) => listSummaryFacts(db, ['c1'])],
  ['the hits', (db) => listHits(db, null, LATE, 50)],
  ['the hits of a search', (db) => listHits(db, 's1', LATE, 50)],
  ['one hit', (db) => getHit(db, 'post-1')],
  ['unassigned messages', (db) => listUnthreaded(db)],
  ['the last message of a conversation', (db) => getLastWord(db, 'c1')],
  ['snoozes that end', (db) => listWaking(db, 1)],
  ['updated people', (db) => listPeopleUpdatedSince(db, 1)],
  ['the agents', (db) => listAgents(db)],
  ['the tags', (db) => listTags(db)],
  ['a tag by its name', (db) => findTagNamed(db, 'a')],
  ['the tags of a conversation', (db) => listTagIdsOf(db, 'c1')],
  ['the conversations with a tag', (db) => listConversationIdsWith(db, 't1', 10)],
  ['conversations by their ids', (db) => listConversationsByIds(db, ['c1'])],
  ['notes by their words', (db) => listMatchingNotes(db, '"a"*', LATE, 20)],
  ['notes by their rows', (db) => listNotesByRow(db, [1])],
  ['one note', (db) => getNote(db, 'n1')],
];

/** Small tables that may be scanned, and internals of the full-text index. */
const mayScan = /SCAN (counts|messages_fts|notes_fts|wanted|settings|page|answered|a|tags)\b/;

test.each(queries)('%s: reads by an index, without sorting', (_, query) => {
  const plans = plansOf(openTestDb(), query);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  expect(plans.filter((step) => /^SCAN (?!.*USING)/.test(step) && !mayScan.test(step))).toEqual([]);
});

test('history that was captured late is searched among the unassigned messages only', () => {
  const plans = plansOf(openTestDb(), (db) => listPeopleFoundLate(db, LATE));
  expect(plans).toContain('SCAN u USING INDEX messages_unthreaded');
});

test.each([
  ['activities', listActivities],
  ['notes', listNotes],
])("a person's %s are found by index", (_, list) => {
  const plans = plansOf(openTestDb(), (db) => list(db, '1', 0, LATE));
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});

test('a statement that no index serves would be found', () => {
  const slow = 'SELECT id FROM messages WHERE text = ? ORDER BY lang';
  const plans = plansOf(openTestDb(), (db) => all(db, slow, 'hello'));
  expect(plans.some((step) => /^SCAN messages$/.test(step))).toBe(true);
  expect(plans.some((step) => step.includes('TEMP B-TREE'))).toBe(true);
});
