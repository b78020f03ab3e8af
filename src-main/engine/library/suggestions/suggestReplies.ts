import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { toMessageId } from '#shared/domain/message.ts';
import { fillVariables, type VariableValues } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../../context/context.ts';
import { toLocateFacts } from '../../guards/personalData.ts';
import { listAgents } from '../../store/agents.ts';
import { getPersonIdOf } from '../../store/conversations.ts';
import { isCommonTerm } from '../../store/findExchanges.ts';
import type { Db } from '../../store/open.ts';
import { getReplySources, type ReplySource } from '../../store/replySources.ts';
import { getSettings } from '../../store/settings.ts';
import { getStoreError } from '../../store/storeHealth.ts';
import { listWantedTexts } from '../../store/wantedTexts.ts';
import { getVariableValues } from '../variableValues.ts';
import { adaptReply } from './adaptReply.ts';
import { deriveQueued, type Question, readQuestion } from './deriveExchanges.ts';
import { type Ranked, rankReplies } from './rank.ts';
import { toTerm } from './toWords.ts';

type Ctx = Pick<EngineContext, 'db' | 'account'>;
type Suggestion = EngineOutput<'replies.suggest'>['items'][number];

/** So long at most a call waits for what was captured just before it, and so long at once the engine is busy with that. */
const CATCH_UP_MS = 150;
const SLICE_MS = 4;

/** The earlier replies that fit a conversation best, adapted to its person. Fails with `notFound`. */
export async function suggestReplies(
  ctx: Ctx,
  { conversationId, limit }: EngineParsed<'replies.suggest'>,
): Promise<Result<EngineOutput<'replies.suggest'>, AppError>> {
  const { db } = ctx;
  const personId = getPersonIdOf(db, conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  await catchUp(db);
  return ok({
    items: suggestFor(ctx, readQuestion(db, conversationId), { conversationId, personId }, limit),
  });
}

/** The earlier replies that fit a question in this conversation best, adapted to its person. */
export function suggestFor(
  ctx: Ctx,
  question: Question,
  asker: { readonly conversationId: string; readonly personId: string },
  limit: number,
): Suggestion[] {
  const ranked = rankReplies(ctx.db, question, asker.conversationId);
  return toSuggestions(ctx, ranked, getVariableValues(ctx.db, ctx.account(), asker), limit);
}

async function catchUp(db: Db): Promise<void> {
  const until = performance.now() + CATCH_UP_MS;
  while (!getStoreError(db) && performance.now() < until) {
    const start = performance.now();
    if (deriveQueued(db, () => performance.now() - start >= SLICE_MS)) return;
    await new Promise(setImmediate);
  }
}

function toSuggestions(
  { db, account }: Ctx,
  ranked: readonly Ranked[],
  values: VariableValues,
  limit: number,
): Suggestion[] {
  // Twice as many, since what is left of two may be the same.
  const first = ranked.slice(0, 2 * limit);
  const sources = getReplySources(
    db,
    first.map(({ exchange }) => exchange.id),
  );
  const agents = listAgents(db).map(({ name }) => name);
  const own = account()?.handle ?? '';
  const facts = toLocateFacts(getSettings(db));
  const suggestions = new Map<string, Suggestion>();
  for (const { exchange, uses, score } of first) {
    const source = sources.get(exchange.id);
    if (!source || suggestions.size >= limit) continue;
    const asked = listWantedTexts(db, source.conversationId);
    const isCommon = (word: string) => isCommonTerm(db, toTerm(word), source.conversationId);
    const adapted = adaptReply(source, { asked, agents, own, facts, isCommon });
    const { text, missing } = fillVariables(adapted, values);
    if (text === '' || suggestions.has(text)) continue;
    suggestions.set(text, {
      text,
      source: toSource(source),
      uses,
      score,
      outcome: toOutcome(source),
      missing,
    });
  }
  return [...suggestions.values()];
}

const toSource = ({ kind, xId, at, agent, conversationId, handle }: ReplySource): Suggestion['source'] => ({
  kind: 'reply',
  id: toMessageId(kind, xId),
  at,
  agent,
  conversationId,
  handle,
});

function toOutcome({ isAskedAgain, isResolved }: ReplySource): Suggestion['outcome'] {
  if (isAskedAgain) return 'askedAgain';
  return isResolved ? 'resolved' : null;
}
