import { toConversationId } from '#shared/domain/conversationId.ts';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import type { RuleTrigger } from '#shared/domain/rule.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import type { Db } from '../store/open.ts';
import { listPastMessages, listPastScores, listPastSteps, type PastMessage } from '../store/rulePreview.ts';
import { listPastMoments, type PastMoment } from './pastMoments.ts';

/** Messages that are read at once, and at most. */
const PAGE = 100;
const MOST_MESSAGES = 100_000;

/** What a preview looks for, and from when on. */
export interface PastQuery {
  readonly when: Exclude<RuleTrigger, { kind: 'hit' }>;
  readonly officeHours: OfficeHours | null;
  readonly now: number;
  readonly since: number;
}

/** Some moments, the newest first, and back to when all were found by now; null before there was too much to look at. */
export interface MomentPage {
  readonly moments: readonly PastMoment[];
  readonly endsAt: number | null;
}

/** Yields when a trigger would have fired, page by page; some of it may be from before `since`. */
export function toMomentPages(db: Db, query: PastQuery): Generator<MomentPage> {
  const { when } = query;
  if (when.kind === 'score') return toScorePages(db, query, when);
  if (when.kind === 'message') return toMessagePages(db, query, (page) => page.map(toMoment));
  if (when.kind === 'newConversation') {
    const isFirst = ({ xId, conversationId }: PastMessage) => toConversationId(xId) === conversationId;
    return toMessagePages(db, query, (page) => page.filter(isFirst).map(toMoment));
  }
  const walked = new Set<string>();
  return toMessagePages(db, query, (page) => {
    const ids = new Set(page.map(({ conversationId }) => conversationId));
    return [...ids].flatMap((id) => {
      if (walked.has(id)) return [];
      walked.add(id);
      return listPastMoments(when, listPastSteps(db, id, toFirst(query)), query).toReversed();
    });
  });
}

const toMoment = (message: PastMessage): PastMoment => ({ at: message.at, message });

function* toMessagePages(
  db: Db,
  query: PastQuery,
  toMoments: (page: readonly PastMessage[]) => readonly PastMoment[],
): Generator<MomentPage> {
  let before: number | null = null;
  for (let read = 0; read < MOST_MESSAGES; ) {
    const page = listPastMessages(db, { from: toFirst(query), before, limit: PAGE });
    const last = page.at(-1);
    if (!last) return;
    before = last.rowId;
    read += page.length;
    yield { moments: toMoments(page), endsAt: read < MOST_MESSAGES ? null : last.at };
  }
}

function* toScorePages(
  db: Db,
  { since }: PastQuery,
  { scale, from, to }: Extract<RuleTrigger, { kind: 'score' }>,
): Generator<MomentPage> {
  const moments = listPastScores(db, { scale, from, to, since });
  for (let at = 0; at < moments.length; at += PAGE) {
    yield { moments: moments.slice(at, at + PAGE), endsAt: null };
  }
}

/** What a trigger waits for has begun so much before the preview, in office hours at most about five times as long. */
function toFirst({ when, since }: PastQuery): number {
  if (when.kind === 'silence') return since - when.days * DAY_MS;
  return when.kind === 'noReply' ? since - 5 * when.hours * HOUR_MS : since;
}
