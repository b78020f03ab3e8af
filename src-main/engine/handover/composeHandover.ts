import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { Account } from '#shared/domain/account.ts';
import { type HandoverWording, toHandoverLink } from '#shared/domain/handover.ts';
import { fillVariables, toSentText } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { priceOfReply } from '../budget/priceOfReply.ts';
import type { EngineContext } from '../context/context.ts';
import { getPersonLanguage } from '../conversations/personLanguage.ts';
import { getVariableValues } from '../library/variableValues.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { getConversation } from '../store/conversations.ts';
import { getHandoverSettings } from '../store/handoverSettings.ts';
import { awaitsReminder, getHandover, hasRepliedInPublicSince } from '../store/handovers.ts';
import { listModerated } from '../store/moderation.ts';
import type { Db } from '../store/open.ts';
import { getNewestPostId, getReplyTarget } from '../store/replyTargets.ts';

type Composed = EngineOutput<'handover.compose'>;

/**
 * The words that the handover of a conversation calls for now, with and without the link, and their prices. Errors: `notFound`
 * (conversation), `noPublicPost`, `notConnected`.
 */
export function composeHandover(
  ctx: Pick<EngineContext, 'db' | 'account'>,
  { conversationId }: EngineParsed<'handover.compose'>,
): Result<Composed, AppError> {
  const { db } = ctx;
  const conversation = getConversation(db, conversationId);
  if (!conversation) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  const { person } = conversation;
  const post = getNewestPostId(db, conversationId, person.id);
  if (post === null) return err({ code: 'noPublicPost', conversationId });
  const account = ctx.account();
  if (!account) return err({ code: 'notConnected' });
  const { usesLink, wordings, closing } = getHandoverSettings(db);
  const language = getPersonLanguage(db, { conversationId, personId: person.id }) ?? 'en';
  const kind = toKind(db, conversationId, closing);
  const values = getVariableValues(db, account, { conversationId, personId: person.id });
  const toText = (wording: string) =>
    fillVariables(wording.replaceAll('{account}', `@${account.handle}`), values).text;
  const words = toWords(wordings[language], kind, toText, account);
  const budget = getBudgetSettings(db);
  const summoned = getReplyTarget(db, post)?.summoned ?? false;
  const price = (text: string) => priceOfReply(budget, { channel: 'public', text, summoned });
  const isBlocked = listModerated(db, 'dmsBlocked', [person.id]).size > 0;
  return ok({
    kind,
    ...words,
    usd: price(words.text),
    plainUsd: price(words.plainText),
    usesLink,
    language,
    ...(isBlocked ? { blocked: true as const } : {}),
  });
}

function toKind(db: Db, conversationId: string, closing: boolean): Composed['kind'] {
  if (awaitsReminder(db, conversationId)) return 'reminder';
  const arrivedAt = getHandover(db, conversationId)?.arrivedAt;
  const isClosing = closing && arrivedAt !== undefined;
  return isClosing && !hasRepliedInPublicSince(db, conversationId, arrivedAt) ? 'closing' : 'handover';
}

function toWords(
  wording: HandoverWording,
  kind: Composed['kind'],
  toText: (wording: string) => string,
  account: Account,
): Pick<Composed, 'text' | 'link' | 'plainText'> {
  if (kind === 'closing') {
    const text = toText(wording.closing);
    return { text, link: '', plainText: text };
  }
  const link = toHandoverLink(account.id, toSentText(toText(wording.prefill)));
  const [before, plain] =
    kind === 'reminder' ? [wording.reminder, wording.reminder] : [wording.link, wording.words];
  return { text: `${toText(before)} ${link}`, link, plainText: toText(plain) };
}
