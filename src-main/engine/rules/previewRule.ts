import { beginningOf } from '#shared/beginningOf.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { RuleDraft } from '#shared/domain/rule.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { inSlices } from '../context/inSlices.ts';
import { compileConditions } from '../conversations/compiledRules.ts';
import { withoutHiddenScored } from '../conversations/hiddenScores.ts';
import { toOpen } from '../conversations/noteForRules.ts';
import { type RuleFacts, toSpoken } from '../conversations/ruleConditions.ts';
import { mapPeopleOf } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { listConversationFacts } from '../store/ruleFacts.ts';
import { getSettings } from '../store/settings.ts';
import { type PastQuery, toMomentPages } from './momentPages.ts';
import type { PastMoment } from './pastMoments.ts';
import { areTimeless, previewHits } from './previewHits.ts';

/** How far back a preview looks. */
const PREVIEW_MS = 30 * DAY_MS;
/** So many of the conversations are named. */
const SHOWN = 50;

type Preview = EngineOutput<'rules.preview'>;
type Draft = Pick<RuleDraft, 'when' | 'conditions'>;

/**
 * Counts the conversations of the last 30 days that a rule would have matched, and names the newest ones, in slices between which the
 * engine is free. Tags, assignees and people are taken as they are now.
 */
export async function previewRule(ctx: EngineContext, draft: Draft): Promise<Preview> {
  const { db, clock } = ctx;
  const now = clock.now();
  const { when, conditions } = draft;
  if (when.kind === 'hit') {
    return previewHits(ctx, { searchId: when.search, conditions, since: now - PREVIEW_MS, shown: SHOWN });
  }
  const { officeHours } = getSettings(db);
  const scan: Scan = {
    ...{ when, officeHours, now, since: now - PREVIEW_MS },
    ...{ holds: compileConditions(conditions), found: new Map(), endsAt: null },
  };
  await inSlices(clock, matchPages(db, scan));
  const matches = [...scan.found.values()].toSorted((a, b) => b.at - a.at);
  const isComplete = scan.endsAt === null;
  return {
    matches: matches.length,
    conversations: toShown(db, draft, matches),
    since: scan.endsAt ?? scan.since,
    isExact: isComplete && isTimeless(draft),
  };
}

interface Scan extends PastQuery {
  readonly holds: (facts: RuleFacts) => boolean;
  /** The newest match in each conversation. */
  readonly found: Map<string, PastMoment>;
  /** Where it ended because there was too much to look at; null if it did not. */
  endsAt: number | null;
}

function* matchPages(db: Db, scan: Scan): Generator<void> {
  for (const { moments, endsAt } of toMomentPages(db, scan)) {
    match(db, scan, moments);
    scan.endsAt = endsAt;
    yield;
  }
}

function match(db: Db, scan: Scan, moments: readonly PastMoment[]): void {
  const ids = [...new Set(moments.map(({ message }) => message.conversationId))];
  const conversations = new Map(listConversationFacts(db, ids).map((one) => [one.id, one]));
  for (const moment of moments) {
    const { conversationId } = moment.message;
    const conversation = conversations.get(conversationId);
    if (!conversation || scan.found.has(conversationId) || moment.at < scan.since) continue;
    const facts = { conversation, spoken: toSpoken(moment.message), isOpen: toOpen(db, moment.at) };
    if (scan.holds(facts)) scan.found.set(conversationId, moment);
  }
}

/** Whether nothing that changes since decides, and no clock that stood still. */
function isTimeless({ when, conditions }: Draft): boolean {
  const isWritten = when.kind === 'message' || when.kind === 'newConversation';
  return isWritten && areTimeless(conditions);
}

function toShown(db: Db, { when }: Draft, matches: readonly PastMoment[]): Preview['conversations'] {
  const all = matches.map(({ at, message: { conversationId, text } }) => ({ conversationId, at, text }));
  const named = (when.kind === 'score' ? withoutHiddenScored(db, all) : all).slice(0, SHOWN);
  const people = mapPeopleOf(
    db,
    named.map(({ conversationId }) => conversationId),
  );
  return named.flatMap(({ conversationId, at, text }) => {
    const person = people.get(conversationId);
    return person ? [{ conversationId, person, at, text: beginningOf(text, 200) }] : [];
  });
}
