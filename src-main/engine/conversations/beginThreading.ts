import { toConversationId } from '#shared/domain/conversationId.ts';
import { toMessageId } from '#shared/domain/message.ts';
import { toContent } from '#shared/domain/messageContent.ts';
import type { EngineContext } from '../context/context.ts';
import { getConnectedAt } from '../store/account.ts';
import { getBegin } from '../store/begin.ts';
import { toNamedLanguage } from '../store/languages.ts';
import type { MessageFacts, NewMessages } from '../store/messages.ts';
import { hasSurvey } from '../store/surveyResponses.ts';
import { hasUnthreaded } from '../store/threading.ts';
import { type Assignable, type Batch, decideBatch, finishBatch, noteForRules } from './assignBatch.ts';
import { bothThreaded, nothingThreaded, type Threaded } from './threaded.ts';
import { threadMessages } from './threading.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

interface NewMessage extends Assignable {
  readonly facts: MessageFacts;
}

/** A threading that begins before its messages are stored. */
interface Threading {
  /** Returns the conversations of new messages, which exist already; of those that it leaves out nothing is decided yet. */
  readonly assign: (messages: NewMessages) => ReadonlyMap<MessageFacts, string>;
  /** Threads what was left out. Call it once the messages are stored. */
  readonly finish: () => Threaded;
}

/**
 * Threads the messages of a page in the transaction that stores them, with the result that `threadMessages` would have after it. A message
 * whose conversation is known is written once instead of twice. That is so for the people of whom the page has nothing but new, live
 * messages which respond to nothing; all others are left to `threadMessages`.
 */
export function beginThreading(ctx: Context, from: 'capture' | 'backfill'): Threading {
  let batch: Batch<NewMessage> = { assigned: [], over: new Map() };
  return {
    assign: (messages) => {
      if (hasUnthreaded(ctx.db)) return new Map();
      const connectedAt = getConnectedAt(ctx.db) ?? 0;
      const begunAt = getBegin(ctx.db).since ?? 0;
      const found = pickAssignable(ctx, messages, Math.max(connectedAt, begunAt));
      const times = { begunAt, connectedAt, before: Number.MAX_SAFE_INTEGER };
      batch = decideBatch(ctx, found, times, () => null);
      return new Map(
        batch.assigned.flatMap(({ message, conversationId }) =>
          conversationId === null ? [] : [[message.facts, conversationId] as const],
        ),
      );
    },
    finish: () => {
      if (from === 'capture') noteForRules(ctx, batch);
      const ahead =
        batch.assigned.length === 0 ? nothingThreaded : finishBatch(ctx, batch, isAsOpened(batch));
      return bothThreaded(ahead, hasUnthreaded(ctx.db) ? threadMessages(ctx, from) : nothingThreaded);
    },
  };
}

function pickAssignable({ db }: Context, { facts, added }: NewMessages, from: number): NewMessage[] {
  const isNew = new Set(added);
  const seen = new Set<string>();
  const others = new Set<string>();
  for (const message of facts) {
    const { kind, role, xId, at, personId } = message;
    const id = toMessageId(kind, xId);
    const isRepeated = seen.has(id);
    seen.add(id);
    if (role === 'context' && !isRepeated) continue;
    const isLive = isNew.has(message) && role === 'wanted' && at >= from;
    const mayRespond = kind === 'dm' && hasSurvey(db, personId);
    if (isRepeated || !isLive || mayRespond) others.add(personId);
  }
  return added.filter(({ role, personId }) => role === 'wanted' && !others.has(personId)).map(toAssignable);
}

const toAssignable = (facts: MessageFacts): NewMessage => ({
  ...facts,
  facts,
  reason: facts.reason ?? 'mention',
  lang: toNamedLanguage(facts.lang),
});

/** Returns whether a conversation has one message, with words of its own, in a named language or none: then its derived columns are what they were opened with. */
function isAsOpened({ assigned }: Batch<NewMessage>): (conversationId: string) => boolean {
  const counts = new Map<string, number>();
  for (const { conversationId } of assigned) {
    if (conversationId !== null) counts.set(conversationId, (counts.get(conversationId) ?? 0) + 1);
  }
  const plain = new Set(
    assigned.flatMap(({ message, conversationId }) => {
      const { facts } = message;
      const isFirst = conversationId === toConversationId(facts.xId);
      const isNamed = message.lang === facts.lang;
      const hasWords = facts.quotes.length === 0 && toContent({ ...facts, deletedAt: null }) === null;
      return isFirst && hasWords && isNamed ? [conversationId] : [];
    }),
  );
  return (id) => plain.has(id) && counts.get(id) === 1;
}
