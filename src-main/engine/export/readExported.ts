import type { Gap, SourceKind } from '#shared/domain/capture.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Message } from '#shared/domain/message.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { listGapsAmong } from '../capture/sourceStatus.ts';
import type { EngineContext } from '../context/context.ts';
import { asSeen } from '../conversations/hiddenScores.ts';
import { readHistory } from '../conversations/readHistory.ts';
import { getConversation } from '../store/conversations.ts';
import type { Db } from '../store/open.ts';
import { listSurveys } from '../store/surveys.ts';
import { listTags } from '../store/tags.ts';
import { toReplyTimes } from './replyTimes.ts';

export type ExportContext = Pick<EngineContext, 'db' | 'dataDir' | 'clock' | 'xClock' | 'account'>;

/** A conversation with what the cover says about it. */
export interface ExportedConversation {
  readonly conversation: Conversation;
  /** The names of its tags. */
  readonly tags: readonly string[];
  /** The agents who replied, in the order of their first reply. */
  readonly agents: readonly string[];
  /** How long the person waited for the first reply, in milliseconds; null if there was none. */
  readonly firstReplyMs: number | null;
  /** How long they waited for each later one. */
  readonly nextReplyMs: readonly number[];
  /** What they gave in its newest survey, unless that is hidden from the current agent. */
  readonly score: { readonly scale: SurveyScale; readonly score: number } | null;
  /** Stretches of time in which messages may be missing. */
  readonly gaps: readonly (Gap & { readonly kind: SourceKind })[];
  /** Oldest first. */
  readonly messages: readonly Message[];
}

/** Messages of one page of a history, which takes some ten milliseconds. */
const PAGE = 250;

/** Reads a conversation with all of its messages, unless `signal` is aborted meanwhile; null if there is none with this id. */
export async function readExported(
  ctx: ExportContext,
  id: string,
  signal?: AbortSignal,
): Promise<ExportedConversation | null> {
  const { db, clock } = ctx;
  const conversation = getConversation(db, id);
  if (!conversation) return null;
  const messages = await readMessages(ctx, conversation, signal);
  const names = new Map(listTags(db).map((tag) => [tag.id, tag.name]));
  return {
    conversation,
    tags: conversation.tags.flatMap((tag) => names.get(tag) ?? []),
    agents: [...new Set(messages.flatMap(({ agent }) => agent ?? []))],
    ...toReplyTimes(messages),
    score: getScore(db, conversation),
    gaps: messages.length === 0 ? [] : listGapsAmong(db, messages, false, clock.now()),
    messages,
  };
}

/** The messages of the conversation among those of its person, page by page, with turns for others between. */
async function readMessages(
  ctx: ExportContext,
  { id, person }: Conversation,
  signal: AbortSignal | undefined,
): Promise<Message[]> {
  const author = ctx.account() ?? { id: '', handle: '', name: '' };
  const pages: Message[][] = [];
  let before: string | undefined;
  do {
    const page = readHistory(ctx, person.id, author, { limit: PAGE, before });
    // Its cursor is the engine's own.
    if (!page.ok) throw new Error(page.error.code);
    pages.unshift(page.value.messages.filter(({ conversationId }) => conversationId === id));
    before = page.value.previous;
    await new Promise(setImmediate);
  } while (before !== undefined && !signal?.aborted);
  return pages.flat();
}

const SURVEYS = 100;

function getScore(db: Db, { id, person }: Conversation): ExportedConversation['score'] {
  const surveys = listSurveys(db, { personId: person.id, limit: SURVEYS, after: null });
  const scored = surveys
    .filter(({ conversationId }) => conversationId === id)
    .map((survey) => asSeen(db, survey))
    .find(({ score }) => score !== null);
  return scored && scored.score !== null ? { scale: scored.scale, score: scored.score } : null;
}
