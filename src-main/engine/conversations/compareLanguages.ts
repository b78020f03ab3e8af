import type { EngineOutput } from '#shared/contract/engine.ts';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { Db } from '../store/open.ts';
import { detectLanguage } from './detectLanguage.ts';
import { listPersonLanguages } from './personLanguage.ts';

/** A reply of fewer letters, such as a greeting, says little about its language. */
export const LEAST_REPLY_LETTERS = 20;

/**
 * The language of a conversation's customer and that of a reply, of those in which the team replies. They differ only if the customer
 * has not lately written in the language of the reply: whoever writes Dutch and French may get either.
 */
export function compareLanguages(
  db: Db,
  reply: { readonly conversationId: string; readonly personId: string; readonly text: string },
  known: readonly ReplyLanguage[],
): EngineOutput<'replies.options'>['languages'] {
  const isKnown = (language: ReplyLanguage | null) => language !== null && known.includes(language);
  const spoken = listPersonLanguages(db, reply).filter(isKnown);
  const customer = spoken[0] ?? null;
  const detected = detectLanguage(reply.text, LEAST_REPLY_LETTERS);
  const written = isKnown(detected) ? detected : null;
  return {
    customer,
    reply: written,
    differ: customer !== null && written !== null && !spoken.includes(written),
  };
}
