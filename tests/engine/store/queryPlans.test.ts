import { expect, test } from 'vitest';
import { countConversations } from '#engine/conversations/listConversations.ts';
import { listActivities } from '#engine/store/activities.ts';
import { listAgents } from '#engine/store/agents.ts';
import { getCommentQuestion, isFirstSince } from '#engine/store/askedComments.ts';
import { isAuthorBlocked, listBlockedAuthors } from '#engine/store/blockedAuthors.ts';
import { listEditedTexts } from '#engine/store/cannedFigures.ts';
import { listNewestCanned } from '#engine/store/cannedIndex.ts';
import { findShortcut, getCanned, listCanned, listCannedFolders } from '#engine/store/cannedResponses.ts';
import { listWaking } from '#engine/store/conversationChanges.ts';
import {
  countList,
  type ListQuery,
  listAmong,
  listLanguages,
  listPage,
} from '#engine/store/conversationLists.ts';
import { getConversation, listConversationsByIds, listConversationsOf } from '#engine/store/conversations.ts';
import { countOverdue, listDueSoon } from '#engine/store/dueWarnings.ts';
import { getLastMessage, listPeopleFoundLate } from '#engine/store/earlierHistory.ts';
import { listQueuedConversations } from '#engine/store/exchangeQueue.ts';
import { listUtterances } from '#engine/store/exchanges.ts';
import {
  countUses,
  getExchanges,
  isCommonTerm,
  listFrequent,
  listWithTerm,
} from '#engine/store/findExchanges.ts';
import { getHandover, listArrivals, listHandovers, listWaitingHandovers } from '#engine/store/handovers.ts';
import { listHistory } from '#engine/store/history.ts';
import { findInHistory, findLater } from '#engine/store/historyPlaces.ts';
import { countHits, getHitRow } from '#engine/store/hitMarks.ts';
import { getHit, listHits, listHitTexts } from '#engine/store/hits.ts';
import {
  listActivePeople,
  listNamedPeople,
  listNames,
  listPeopleWith,
  mapPeopleOf,
  toNamePart,
} from '#engine/store/namedPeople.ts';
import { listMatchingNotes } from '#engine/store/noteIndex.ts';
import { getNote, listNotes, listNotesByRow } from '#engine/store/notes.ts';
import type { Db } from '#engine/store/open.ts';
import { listFrequentAnswers } from '#engine/store/proposals.ts';
import { listQuotedMore } from '#engine/store/quoteCounts.ts';
import { getReplySources } from '#engine/store/replySources.ts';
import { getNewestPostId, getPostIdOf } from '#engine/store/replyTargets.ts';
import { loadHits, searchHistory } from '#engine/store/searchMessages.ts';
import { listSentSurveys } from '#engine/store/sentSurveys.ts';
import { getDueSettings, mapLevelFacts } from '#engine/store/serviceLevels.ts';
import { listSpoken } from '#engine/store/spokenTexts.ts';
import { all } from '#engine/store/sql.ts';
import { listSummaryFacts } from '#engine/store/summaries.ts';
import { listCandidates } from '#engine/store/surveyCandidates.ts';
import { countRefusals, listComments } from '#engine/store/surveyComments.ts';
import { getAskingFacts } from '#engine/store/surveyFacts.ts';
import { listUnreminded } from '#engine/store/surveyReminders.ts';
import {
  expireSurveys,
  getLastSurvey,
  getOpenSurvey,
  hasFollowUp,
  listOwedWords,
} from '#engine/store/surveyResponses.ts';
import {
  getHandler,
  getSurvey,
  listHandledBy,
  listQueuedSurveys,
  listSurveys,
} from '#engine/store/surveys.ts';
import { getSpanOf, mapGroupNames, tallySpans, tallySurveys } from '#engine/store/surveyTallies.ts';
import { findTagNamed, listConversationIdsWith, listTagIdsOf, listTags } from '#engine/store/tags.ts';
import { findEndingReply, listOverdue, listReplied } from '#engine/store/targetResults.ts';
import { leaveOutside, listUnthreaded } from '#engine/store/threading.ts';
import { isVip } from '#engine/store/vips.ts';
import { listWantedTexts } from '#engine/store/wantedTexts.ts';
import { View } from '#shared/domain/conversation.ts';
import type { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import { ListSort } from '#shared/domain/viewOrder.ts';
import { listIds } from '../../support/indexMatches.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { plansOf } from '../../support/plansOf.ts';

const LATE = Number.MAX_SAFE_INTEGER;
const someone = { after: '1', through: '2' };
const after = { at: 1, id: 'c1' };

const list: ListQuery = { view: 'all', filter: {}, me: 'Sam', now: 1 };
const filters: Record<string, ConversationFilter> = {
  'without a filter': {},
  'of a priority': { priority: 'urgent' },
  filtered: { unread: true, channel: 'dm', assignee: 'nobody', lang: 'nl', waitingMinutes: 5 },
};

/** Every view in every order, without a filter and with one, from the beginning and from a row on, and the same from the end. */
const lists = View.options
  .filter((view) => view !== 'drafts' && view !== 'toApprove')
  .flatMap((view) =>
    ListSort.options.flatMap((sort) =>
      Object.entries(filters).map(([name, filter]): [string, (db: Db) => unknown] => [
        `${view}, ${sort}, ${name}`,
        (db) =>
          [null, after].flatMap((from) =>
            [false, true].map((fromEnd) =>
              listPage(db, { ...list, view, filter }, sort, { limit: 50, after: from, fromEnd }),
            ),
          ),
      ]),
    ),
  );

const surveyed = { scale: 'csat', from: 1, to: 2, asKnownOn: 3 } as const;

const queries: [string, (db: Db) => unknown][] = [
  ['own posts with new quotes', (db) => listQuotedMore(db, 1, 20)],
  ...lists,
  ['some conversations of a list', (db) => listAmong(db, { ...list, view: 'queue' }, ['c1'])],
  ['who waits longer', (db) => countList(db, { ...list, filter: { waitingMinutes: 5, unread: true } })],
  ['the number of drafts', (db) => countList(db, { ...list, view: 'drafts' })],
  ['the number to approve', (db) => countList(db, { ...list, view: 'toApprove' })],
  ['the number of failed replies', (db) => countList(db, { ...list, filter: { failedReply: true } })],
  ['the number of VIPs', (db) => countList(db, { ...list, filter: { isVip: true } })],
  ['what levels ask for', (db) => [getDueSettings(db), mapLevelFacts(db, ['c1'])]],
  ['the reply that ends a wait', (db) => findEndingReply(db, 'c1', 1)],
  ['targets of replies on their way', (db) => listReplied(db)],
  ['targets that have passed', (db) => listOverdue(db, { from: 1, now: 2, limit: 10 })],
  ['what is due soon', (db) => listDueSoon(db, { agent: 'a', after: 1, until: 2 })],
  ['how many are overdue', (db) => countOverdue(db, { agent: 'a', after: 1, until: 2 })],
  ['whether somebody is a VIP', (db) => isVip(db, '1')],
  ['one conversation', (db) => getConversation(db, 'c1')],
  ['the languages', (db) => listLanguages(db)],
  ['the counts', (db) => countConversations(db, list)],
  ['a history', (db) => listHistory(db, '1', LATE, 500)],
  ['the place of a message in a history', (db) => findInHistory(db, '1', 'post-1')],
  ['a later message of a history', (db) => findLater(db, '1', 1, 50)],
  ['the newest post', (db) => getNewestPostId(db, 'c1', '1')],
  ['a post to reply to', (db) => getPostIdOf(db, 'c1', '1', '5')],
  ['a search', (db) => loadHits(db, listIds(db, '"a"*', 50))],
  ['a search in a history', (db) => searchHistory(db, '"a"*', '1', 50)],
  ['the people of hits', (db) => mapPeopleOf(db, ['c1'])],
  ['the facts of a summary', (db) => listSummaryFacts(db, ['c1'])],
  ['the hits', (db) => listHits(db, { searchId: null, withHidden: false }, LATE, 50)],
  ['the hits of a search', (db) => listHits(db, { searchId: 's1', withHidden: false }, LATE, 50)],
  ['the words of hits', (db) => listHitTexts(db, { searchId: null, withHidden: false }, LATE, 50)],
  ['the blocked authors', (db) => listBlockedAuthors(db)],
  ['whether an author is blocked', (db) => isAuthorBlocked(db, 'p1')],
  ['the counts of hits', (db) => countHits(db)],
  ['the row of a hit', (db) => getHitRow(db, 'post-1')],
  ['one hit', (db) => getHit(db, 'post-1')],
  ['unassigned messages', (db) => listUnthreaded(db)],
  ['the last message of a conversation', (db) => getLastMessage(db, 'c1')],
  ['snoozes that end', (db) => listWaking(db, 1)],
  ['people by their ids', (db) => listNamedPeople(db, ['1'])],
  ['people by their activity', (db) => listActivePeople(db, { lastAt: 1, conversationId: 'c1' }, 50)],
  ['the names of people', (db) => listNames(db, someone, 50)],
  ['a name among people', (db) => listPeopleWith(db, toNamePart('a'), someone, 50)],
  ['the agents', (db) => listAgents(db)],
  ['the tags', (db) => listTags(db)],
  ['a tag by its name', (db) => findTagNamed(db, 'a')],
  ['the tags of a conversation', (db) => listTagIdsOf(db, 'c1')],
  ['the conversations with a tag', (db) => listConversationIdsWith(db, 't1', 10)],
  ['conversations by their ids', (db) => listConversationsByIds(db, ['c1'])],
  ['notes by their words', (db) => listMatchingNotes(db, '"a"*', LATE, 20)],
  ['notes by their rows', (db) => listNotesByRow(db, [1])],
  ['one note', (db) => getNote(db, 'n1')],
  ['what was said in a conversation', (db) => listUtterances(db, 'c1')],
  ['earlier replies with a term', (db) => listWithTerm(db, 'a', 20)],
  ['canned responses with a term', (db) => listNewestCanned(db, 'a', 20)],
  ['frequent replies', (db) => listFrequentAnswers(db, 3, 20)],
  ['whether a term is common', (db) => isCommonTerm(db, 'a', 'c1')],
  ['the most frequent replies', (db) => listFrequent(db, 10)],
  ['earlier replies', (db) => getExchanges(db, [1], 'c1')],
  ['how often replies were used', (db) => countUses(db, [{ answerId: 1, address: 'a' }], 'c1')],
  ['where replies come from', (db) => getReplySources(db, [1])],
  ['what is to be derived', (db) => listQueuedConversations(db, 8)],
  ['how a canned response was edited', (db) => listEditedTexts(db, 'r1', 5)],
  ['the library', (db) => listCanned(db)],
  ['a folder of the library', (db) => listCanned(db, 'Shipping')],
  ['the folders of the library', (db) => listCannedFolders(db)],
  ['a canned response', (db) => getCanned(db, 'r1')],
  ['a shortcut', (db) => findShortcut(db, 'late')],
  ['private messages after handovers', (db) => listArrivals(db, 1)],
  ['handovers that wait', (db) => listWaitingHandovers(db)],
  ['the handover of a conversation', (db) => getHandover(db, 'c1')],
  ['the handovers of a report', (db) => listHandovers(db, 1, 2)],
  ['what speaks for asking', (db) => getAskingFacts(db, { personId: '1', surveyId: 's' })],
  ['a survey', (db) => getSurvey(db, 's')],
  ['surveys in the outbox', (db) => listQueuedSurveys(db)],
  ['surveys', (db) => listSurveys(db, { limit: 10, after: [1, 's'] })],
  ['the survey that somebody may respond to', (db) => getOpenSurvey(db, '1', 1, 1)],
  ['the last survey of somebody', (db) => getLastSurvey(db, '1', { from: 1, until: 2 })],
  ['surveys that are over', (db) => expireSurveys(db, 1)],
  ['who is owed a word', (db) => listOwedWords(db, 1)],
  ['who has not responded', (db) => listUnreminded(db, { sentUntil: 1, now: 1, limit: 1 })],
  ['which surveys are hidden', (db) => listHandledBy(db, 'a', ['s'])],
  ['what the rule may ask about', (db) => listCandidates(db, { from: 1, until: 2, tagIds: ['t'] })],
  ['whether a low score was followed up', (db) => hasFollowUp(db, { id: 's', conversationId: 'c1' })],
  ['the question for a comment', (db) => getCommentQuestion(db, 's')],
  ['whether a message is a comment', (db) => isFirstSince(db, 's', { at: 1, xId: '1' }, 2)],
  ['surveys of a state', (db) => listSurveys(db, { state: 'sent', limit: 10, after: null })],
  ['surveys of a person', (db) => listSurveys(db, { personId: '1', limit: 10, after: null })],
  ['who resolved a conversation', (db) => getHandler(db, 'c1')],
  ...(['agent', 'tag', 'channel', 'responseTime', 'canned'] as const).map(
    (kind): [string, (db: Db) => unknown] => [
      `surveys by ${kind}`,
      (db) => [tallySurveys(db, surveyed, kind), mapGroupNames(db, kind, ['a', null])],
    ],
  ),
  ['surveys by time', (db) => [getSpanOf(db, surveyed), tallySpans(db, surveyed, [[1, 2, 'a']])]],
  ['what was said beside scores', (db) => listComments(db, { from: 1, to: 2, limit: 10, after: [1, 's'] })],
  ['what a person wrote', (db) => listWantedTexts(db, 'c1')],
  ['what a person speaks', (db) => listSpoken(db, { conversationId: 'c1', personId: '1' })],
];

/** Small tables that may be scanned, and internals of the full-text index. */
const mayScan =
  /SCAN (CONSTANT ROW|facets|saved_views|drafts|note_drafts|latest|messages_fts|index_parts|unindexed|notes_fts|exchanges_fts|exchange_index|exchange_queue|dismissed_proposals|canned_fts|wanted|settings|blocked_authors|page|answered|a|tags)\b/;

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

test('what a batch of an archive leaves outside of conversations is looked up by its ids', () => {
  const plans = plansOf(openTestDb(), (db) => leaveOutside(db, [1]));
  expect(plans).toContain('SEARCH messages USING INTEGER PRIMARY KEY (rowid=?)');
});

test.each([
  ['activities', listActivities],
  ['notes', listNotes],
])("a person's %s are found by index", (_, list) => {
  const plans = plansOf(openTestDb(), (db) => list(db, '1', 0, LATE));
  expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});

test("of a person's conversations only the ids are sorted", () => {
  const plans = plansOf(openTestDb(), (db) => listConversationsOf(db, '1', 20));
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual(['USE TEMP B-TREE FOR ORDER BY']);
  expect(plans).toContain('SEARCH conversations USING INDEX conversations_person (person_id=?)');
  expect(plans).toContain('SEARCH c USING PRIMARY KEY (id=?)');
});

test('surveys are counted in indexes alone', () => {
  const plans = plansOf(openTestDb(), (db) => [
    tallySpans(db, { ...surveyed, asKnownOn: null }, [[1, 2, 'a']]),
    ...(['agent', 'tag', 'canned'] as const).map((kind) =>
      tallySurveys(db, { ...surveyed, asKnownOn: null }, kind),
    ),
  ]);
  expect(plans.filter((step) => / s /.test(step))).toEqual([
    'SEARCH s USING COVERING INDEX surveys_sent (scale=? AND sent_at>? AND sent_at<?)',
    'SEARCH s USING COVERING INDEX surveys_handled (scale=?)',
    'SEARCH s USING COVERING INDEX surveys_tags (scale=?)',
    'SEARCH s USING COVERING INDEX surveys_canned (scale=?)',
  ]);
});

test('exported surveys are read page by page from an index', () => {
  const page = { after: [1, 's'], to: 2, limit: 10 } as const;
  const plans = plansOf(openTestDb(), (db) => listSentSurveys(db, page));
  const wanted = 'SEARCH surveys USING COVERING INDEX surveys_sent (scale=? AND sent_at>? AND sent_at<?)';
  expect(plans.filter((step) => step.includes(' surveys '))).toEqual([wanted, wanted]);
  // Of all surveys only those of one moment are sorted, else the few of the page.
  expect(plans[plans.indexOf(wanted) + 1]).toBe('USE TEMP B-TREE FOR LAST TERM OF ORDER BY');
});

test('refusals are found by index', () => {
  const plans = plansOf(openTestDb(), (db) => countRefusals(db, 1, 2));
  expect(plans.filter((step) => step.includes('surveys_state (state=? AND created_at>? AND'))).toHaveLength(
    2,
  );
});

test('a statement that no index serves would be found', () => {
  const slow = 'SELECT id FROM messages WHERE text = ? ORDER BY lang';
  const plans = plansOf(openTestDb(), (db) => all(db, slow, 'hello'));
  expect(plans.some((step) => /^SCAN messages$/.test(step))).toBe(true);
  expect(plans.some((step) => step.includes('TEMP B-TREE'))).toBe(true);
});
