import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { toMessageId } from '#shared/domain/message.ts';
import { toReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { fillVariables, type VariableValues } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../../context/context.ts';
import { getCanned } from '../../store/cannedResponses.ts';
import { getPersonIdOf } from '../../store/conversations.ts';
import type { Db } from '../../store/open.ts';
import { getReplySources, type ReplySource } from '../../store/replySources.ts';
import type { Occasion } from '../chooseText.ts';
import { getVariableValues } from '../variableValues.ts';
import { createAdapter } from './adaptStored.ts';
import { catchUp } from './catchUp.ts';
import { type Question, readQuestion } from './deriveExchanges.ts';
import { type Ranked, rankReplies } from './rank.ts';
import { type RankedCanned, rankCanned, toWording } from './rankCanned.ts';

type Ctx = Pick<EngineContext, 'db' | 'account'>;
type Suggestion = EngineOutput<'replies.suggest'>['items'][number];

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
  const values = getVariableValues(ctx.db, ctx.account(), asker);
  const occasion: Occasion = {
    channel: question.isPrivate ? 'dm' : 'public',
    language: toReplyLanguage(question.lang),
    usual: 'en',
  };
  const replies = toSuggestions(ctx, rankReplies(ctx.db, question, asker.conversationId), {
    values,
    occasion,
    limit,
  });
  const canned = rankCanned(ctx.db, question, occasion).map((one) => toCannedSuggestion(one, values));
  return mergeByScore(replies, canned).slice(0, limit);
}

/** Both lists in one: each keeps its order, and a canned response stands once. */
function mergeByScore(replies: readonly Suggestion[], canned: readonly Suggestion[]): Suggestion[] {
  const known = new Set(replies.map(({ source, text }) => (source.kind === 'canned' ? source.id : text)));
  const merged = [...replies];
  for (const one of canned) {
    if (known.has(one.source.id) || known.has(one.text)) continue;
    const at = merged.findIndex(({ score }) => score < one.score);
    merged.splice(at < 0 ? merged.length : at, 0, one);
  }
  return merged;
}

function toCannedSuggestion({ canned, text, score }: RankedCanned, values: VariableValues): Suggestion {
  const source = { kind: 'canned' as const, id: canned.id };
  return { ...fillVariables(text, values), source, uses: canned.uses, score };
}

interface Wanted {
  readonly values: VariableValues;
  readonly occasion: Occasion;
  readonly limit: number;
}

function toSuggestions(
  { db, account }: Ctx,
  ranked: readonly Ranked[],
  { values, occasion, limit }: Wanted,
): Suggestion[] {
  // Twice as many, since what is left of two may be the same.
  const first = ranked.slice(0, 2 * limit);
  const sources = getReplySources(
    db,
    first.map(({ exchange }) => exchange.id),
  );
  const adapt = createAdapter({ db, account });
  const suggestions = new Map<string, Suggestion>();
  for (const { exchange, uses, score } of first) {
    const source = sources.get(exchange.id);
    if (!source || suggestions.size >= limit) continue;
    const sent = toSentCanned(db, source, occasion);
    if (sent) {
      const suggestion = toCannedSuggestion({ ...sent, score }, values);
      if (!suggestions.has(sent.canned.id)) suggestions.set(sent.canned.id, suggestion);
      continue;
    }
    const { text, missing } = fillVariables(adapt(source), values);
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

/** The canned response that a reply is, in the wording for this occasion; null if it is none any more. */
function toSentCanned(
  db: Db,
  { cannedId }: ReplySource,
  occasion: Occasion,
): Omit<RankedCanned, 'score'> | null {
  const canned = cannedId === null ? null : getCanned(db, cannedId);
  if (!canned || canned.deletedAt !== null) return null;
  const text = toWording(db, canned, occasion);
  return text === null ? null : { canned, text };
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
