import type { MacroReply } from '#shared/domain/macro.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { AttachedFile } from '#shared/domain/replyFile.ts';
import { fillVariables, findVariables, toWrittenText } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { fillCanned } from '../library/fillCanned.ts';
import { getVariableValues } from '../library/variableValues.ts';

/** Where a macro writes. */
interface Place {
  readonly conversationId: string;
  readonly personId: string;
  readonly channel: Channel;
}

/** A reply with all variables filled, and the pictures of the canned response that it is. */
export interface ComposedReply {
  readonly text: string;
  readonly attachments: AttachedFile[];
}

/**
 * What a macro writes in a conversation, with all variables filled: from what Perch knows, else from `values`. Errors:
 * `unfilledVariable`, and `notFound` for a canned response that was deleted.
 */
export function composeReply(
  ctx: Pick<EngineContext, 'db' | 'account'>,
  reply: MacroReply,
  place: Place,
  values: Readonly<Record<string, string>>,
): Result<ComposedReply, AppError> {
  const known = toKnown(ctx, reply, place);
  if (!known.ok) return known;
  const text = findVariables(known.value.text).reduceRight((left, { variable, start, end }) => {
    const value = values[variable];
    return value === undefined ? left : `${left.slice(0, start)}${toWrittenText(value)}${left.slice(end)}`;
  }, known.value.text);
  const missing = [...new Set(findVariables(text).map(({ variable }) => variable))];
  return missing.length > 0
    ? err({ code: 'unfilledVariable', variables: missing })
    : ok({ ...known.value, text });
}

function toKnown(
  ctx: Pick<EngineContext, 'db' | 'account'>,
  reply: MacroReply,
  { channel, ...place }: Place,
): Result<ComposedReply, AppError> {
  if ('text' in reply) {
    const { text } = fillVariables(reply.text, getVariableValues(ctx.db, ctx.account(), place));
    return ok({ text, attachments: [] });
  }
  const { conversationId } = place;
  const filled = fillCanned(ctx, { id: reply.canned, conversationId, channel });
  if (!filled.ok) return filled;
  const { text, images } = filled.value;
  return ok({ text, attachments: images.map(({ id, altText }) => ({ id, altText })) });
}
