import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { BudgetSettings } from '#shared/domain/cost.ts';
import { sign } from '#shared/domain/initials.ts';
import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import { MOST_PARTS, splitThread } from '#shared/domain/splitThread.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { priceOfReply } from '../budget/priceOfReply.ts';
import type { EngineContext } from '../context/context.ts';
import { compareLanguages } from '../conversations/compareLanguages.ts';
import { toKinds } from '../guards/personal/locatePersonalData.ts';
import { findPersonalData } from '../guards/personalData.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { getReplyTarget, receivesDms } from '../store/replyTargets.ts';
import { getSettings } from '../store/settings.ts';
import { findReplyTarget } from './findReplyTarget.ts';
import { getMark } from './getMark.ts';
import { listMentions } from './listMentions.ts';

type Options = EngineOutput<'replies.options'>;

/** Which channels X would take a reply on, why not, what it would cost, and in which language it is; makes no call to X. */
export function listReplyOptions(
  ctx: EngineContext,
  { conversationId, text, inReplyTo }: EngineParsed<'replies.options'>,
): Result<Options, AppError> {
  const { db } = ctx;
  const personId = getPersonIdOf(db, conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  const target = findReplyTarget(db, { conversationId, inReplyTo }, personId);
  if (!target.ok && target.error.code === 'notFound') return target;
  const author = target.ok ? getReplyTarget(db, target.value) : null;
  const settings = getBudgetSettings(db);
  const workspace = getSettings(db);
  const located = findPersonalData({ ...ctx, settings: workspace }, text);
  const summoned = author?.summoned ?? false;
  return ok({
    public: {
      ...toOption(target.ok ? findPublicError(summoned) : target.error),
      usd: priceOfPosts(settings, text, { summoned, mark: getMark(db, 'public') }),
      privateData: toKinds(located),
      ...(located.length > 0 ? { privateDataAt: located } : {}),
      openOnXUrl: target.ok ? toUrl(author?.handle ?? '', target.value) : null,
    },
    mentions: target.ok ? listMentions(ctx, target.value) : [],
    languages: compareLanguages(db, { conversationId, personId, text }, workspace.replyLanguages),
    dm: {
      ...toOption(receivesDms(db, personId) ? null : { code: 'dmNotAllowed', detail: dmRefusal }),
      usd: priceOfReply(settings, { channel: 'dm', text, summoned }),
    },
  });
}

// The parts of a thread after the first one reply to the account itself.
function priceOfPosts(
  settings: BudgetSettings,
  written: string,
  { summoned, mark }: { readonly summoned: boolean; readonly mark: string | null },
): number {
  const text = sign(written, mark);
  const price = (part: string, at: number) =>
    priceOfReply(settings, { channel: 'public', text: part, summoned: summoned && at === 0 });
  const parts = weightedLength(text) > POST_LIMIT ? splitThread(text, mark) : [];
  if (parts.length === 0 || parts.length > MOST_PARTS) return price(text, 0);
  return parts.reduce((sum, part, at) => sum + price(part.text, at), 0);
}

// X's own words for these refusals.
const replyRefusal =
  'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.';
const dmRefusal = 'You do not have permission to DM one or more participants.';

const findPublicError = (summoned: boolean): AppError | null =>
  summoned ? null : { code: 'replyNotAllowed', detail: replyRefusal };

const toOption = (error: AppError | null) =>
  error === null ? { possible: true } : { possible: false, error, hindrance: error };

// X finds a post by its id alone; the handle is only for readers.
const toUrl = (handle: string, xId: string) => `https://x.com/${handle || 'i'}/status/${xId}`;
