import { createHash } from 'node:crypto';
import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { Statement } from '#shared/domain/incident.ts';
import { fillVariables } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getPersonLanguage } from '../conversations/personLanguage.ts';
import { getVariableValues } from '../library/variableValues.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { requireRunning } from './requireIncident.ts';

/**
 * The holding statement of an incident for the person of a conversation: in their language if it has that, filled as far as Perch knows,
 * always the same wording for one conversation. Errors: `notFound`, `crisisEnded`, `invalid` (nobody has written a statement).
 */
export function composeStatement(
  ctx: Pick<EngineContext, 'db' | 'account'>,
  { id, conversationId }: EngineParsed<'crisis.compose'>,
): Result<EngineOutput<'crisis.compose'>, AppError> {
  const running = requireRunning(ctx.db, id);
  if (!running.ok) return running;
  const personId = getPersonIdOf(ctx.db, conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  const language = getPersonLanguage(ctx.db, { conversationId, personId });
  const wordings = listWordingsFor(running.value.statement, language);
  const wording = wordings[toNumber(conversationId) % Math.max(1, wordings.length)];
  if (!wording) return err({ code: 'invalid', path: 'statement', reason: 'has no wording yet; write one' });
  const values = getVariableValues(ctx.db, ctx.account(), { conversationId, personId });
  return ok({ ...fillVariables(wording.text, values), language: wording.language });
}

/** The wordings in a language; without any those for every language, and without these all. */
function listWordingsFor(statement: Statement, language: string | null): Statement {
  const own = statement.filter((one) => one.language !== null && one.language === language);
  if (own.length > 0) return own;
  const neutral = statement.filter((one) => one.language === null);
  return neutral.length > 0 ? neutral : statement;
}

/** A number that is the same for the same text and spread evenly over others. */
const toNumber = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);
