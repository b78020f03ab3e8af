import { beginningOf } from '#shared/beginningOf.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { toConversationId } from '#shared/domain/conversationId.ts';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import type { RuleDraft } from '#shared/domain/rule.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { inSlices } from '../context/inSlices.ts';
import { compileConditions } from '../conversations/compiledRules.ts';
import { toOpen } from '../conversations/noteForRules.ts';
import { type RuleFacts, toSpoken } from '../conversations/ruleConditions.ts';
import { mapPeopleOf } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { listConversationFacts } from '../store/ruleFacts.ts';
import { listPastMessages, listPastSteps, type PastMessage } from '../store/rulePreview.ts';
import { getSettings } from '../store/settings.ts';
import { listPastMoments, type PastMoment } from './pastMoments.ts';

/** How far back a preview looks. */
const PREVIEW_MS = 30 * DAY_MS;
/** Messages that are read at once, and at most. */
const PAGE = 100;
const MOST_MESSAGES = 100_000;
/** So many of the conversations are named. */
const SHOWN = 50;

type Preview = EngineOutput<'rules.preview'>;
type Draft = Pick<RuleDraft, 'when' | 'conditions'>;

/**
 * Counts the conversations of the last 30 days that a rule would have matched, and names the newest ones, in slices between which the
 * engine is free. Tags, assignees and people are taken as they are now.
 */
export async function previewRule({ db, clock }: EngineContext, draft: Draft): Promise<Preview> {
  const now = clock.now();
  const { officeHours } = getSettings(db);
  const since = now - PREVIEW_MS;
  const scan: Scan = { draft, officeHours, now, since, found: new Map(), read: 0, reached: now };
  await inSlices(clock, readPages(db, scan));
  const matches = [...scan.found.values()].toSorted((a, b) => b.at - a.at);
  const isComplete = scan.read < MOST_MESSAGES;
  return {
    matches: matches.length,
    conversations: toShown(db, matches.slice(0, SHOWN)),
    since: isComplete ? scan.since : scan.reached,
    isExact: isComplete && isTimeless(draft),
  };
}

interface Scan {
  readonly draft: Draft;
  readonly officeHours: OfficeHours | null;
  readonly now: number;
  readonly since: number;
  /** The newest match in each conversation. */
  readonly found: Map<string, PastMoment>;
  /** How many messages were read, and the time of the oldest one. */
  read: number;
  reached: number;
}

function* readPages(db: Db, scan: Scan): Generator<void> {
  const holds = compileConditions(scan.draft.conditions);
  const walked = new Set<string>();
  let before: number | null = null;
  while (scan.read < MOST_MESSAGES) {
    const page = listPastMessages(db, { from: toFirst(scan), before, limit: PAGE });
    const last = page.at(-1);
    if (!last) return;
    matchPage(db, scan, { page, walked, holds });
    before = last.rowId;
    scan.read += page.length;
    scan.reached = last.at;
    yield;
  }
}

/** What a trigger waits for has begun so much before the preview, in office hours at most about five times as long. */
function toFirst({ draft: { when }, since }: Scan): number {
  if (when.kind === 'silence') return since - when.days * DAY_MS;
  return when.kind === 'noReply' ? since - 5 * when.hours * HOUR_MS : since;
}

interface Page {
  readonly page: readonly PastMessage[];
  /** The conversations that earlier pages have dealt with. */
  readonly walked: Set<string>;
  readonly holds: (facts: RuleFacts) => boolean;
}

function matchPage(db: Db, scan: Scan, { page, walked, holds }: Page): void {
  const moments = listMoments(db, scan, page, walked);
  const ids = [...new Set(moments.map(({ message }) => message.conversationId))];
  const conversations = new Map(listConversationFacts(db, ids).map((one) => [one.id, one]));
  for (const moment of moments) {
    const { conversationId } = moment.message;
    const conversation = conversations.get(conversationId);
    if (!conversation || scan.found.has(conversationId) || moment.at < scan.since) continue;
    const facts = { conversation, spoken: toSpoken(moment.message), isOpen: toOpen(db, moment.at) };
    if (holds(facts)) scan.found.set(conversationId, moment);
  }
}

/** When the trigger fired that these messages lead to, the newest first. */
function listMoments(
  db: Db,
  scan: Scan,
  page: readonly PastMessage[],
  walked: Set<string>,
): readonly PastMoment[] {
  const { when } = scan.draft;
  if (when.kind === 'message') return page.map((message) => ({ at: message.at, message }));
  if (when.kind === 'newConversation') {
    const first = page.filter((message) => toConversationId(message.xId) === message.conversationId);
    return first.map((message) => ({ at: message.at, message }));
  }
  const ids = [...new Set(page.map(({ conversationId }) => conversationId))].filter((id) => !walked.has(id));
  return ids.flatMap((id) => {
    walked.add(id);
    const steps = listPastSteps(db, id, toFirst(scan));
    return listPastMoments(when, steps, scan).toReversed();
  });
}

/** Whether nothing that changes since decides, and no clock that stood still. */
function isTimeless({ when, conditions }: Draft): boolean {
  const changing: ReadonlySet<string> = new Set(['tag', 'assignee', 'vip', 'followers']);
  const isWritten = when.kind === 'message' || when.kind === 'newConversation';
  return isWritten && !conditions.some(({ kind }) => changing.has(kind));
}

function toShown(db: Db, matches: readonly PastMoment[]): Preview['conversations'] {
  const ids = matches.map(({ message }) => message.conversationId);
  const people = mapPeopleOf(db, ids);
  return matches.flatMap(({ at, message: { conversationId, text } }) => {
    const person = people.get(conversationId);
    return person ? [{ conversationId, person, at, text: beginningOf(text, 200) }] : [];
  });
}
