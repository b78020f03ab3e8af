import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { fillVariables } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getPersonLanguage } from '../conversations/personLanguage.ts';
import { getCanned } from '../store/cannedResponses.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { isCrisisOn } from '../store/incidents.ts';
import { chooseText } from './chooseText.ts';
import { listImages } from './toCannedResponse.ts';
import { getVariableValues } from './variableValues.ts';

type Ctx = Pick<EngineContext, 'db' | 'account'>;

/** The wording of a canned response for a conversation, filled as far as Perch knows. Errors: `notFound`, `promiseFrozen`. */
export function fillCanned(
  ctx: Ctx,
  { id, conversationId, channel, language }: EngineParsed<'library.use'>,
): Result<EngineOutput<'library.use'>, AppError> {
  const personId = getPersonIdOf(ctx.db, conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  const canned = getCanned(ctx.db, id);
  const notFound = err<AppError>({ code: 'notFound', what: 'cannedResponse', id });
  if (!canned || canned.deletedAt !== null) return notFound;
  if (canned.isPromise && isCrisisOn(ctx.db)) return err({ code: 'promiseFrozen', title: canned.title });
  const wanted = language ?? getPersonLanguage(ctx.db, { conversationId, personId });
  const chosen = chooseText(canned.texts, { channel, language: wanted, usual: 'en' });
  if (!chosen) return notFound;
  const filled = fillVariables(
    chosen.text,
    getVariableValues(ctx.db, ctx.account(), { conversationId, personId }),
  );
  return ok({ ...filled, images: listImages(ctx.db, canned.images), language: chosen.language });
}
