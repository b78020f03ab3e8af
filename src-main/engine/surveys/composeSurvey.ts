import type { EngineParsed } from '#shared/contract/engine.ts';
import { DM_LIMIT, dmLength } from '#shared/domain/postLength.ts';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { fillVariables, toSentText } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { priceOfReply } from '../budget/priceOfReply.ts';
import type { EngineContext } from '../context/context.ts';
import { getPersonLanguage } from '../conversations/personLanguage.ts';
import { getVariableValues } from '../library/variableValues.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { getSurveySettings } from '../store/surveySettings.ts';

interface ComposedSurvey {
  readonly personId: string;
  readonly language: ReplyLanguage;
  readonly variant: number;
  /** As X gets it. */
  readonly text: string;
  readonly usd: number;
}

/**
 * What a survey says to the person of a conversation, in their language, or in English where that is not known. Errors: `notFound`
 * (conversation), `invalid` (there is no such wording), `unfilledVariable`, `dmTooLong`.
 */
export function composeSurvey(
  { db, account }: Pick<EngineContext, 'db' | 'account'>,
  { conversationId, scale, variant }: EngineParsed<'surveys.send'>,
): Result<ComposedSurvey, AppError> {
  const personId = getPersonIdOf(db, conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  const { texts, privacyLink } = getSurveySettings(db);
  const language = getPersonLanguage(db, { conversationId, personId }) ?? 'en';
  const wording = texts[language];
  const question = wording[scale][variant];
  if (question === undefined) {
    const reason = `there are ${wording[scale].length} wordings, counted from 0; found ${variant}`;
    return err({ code: 'invalid', path: 'variant', reason });
  }
  const privacy = privacyLink === '' ? '' : `${wording.privacy} ${privacyLink}`;
  const small = [privacy, wording.optOut].filter(Boolean).join('\n');
  const written = [wording.introduction, question, small].filter(Boolean).join('\n\n');
  const { text: filled, missing } = fillVariables(
    written,
    getVariableValues(db, account(), { conversationId, personId }),
  );
  if (missing.length > 0) {
    return err({
      code: 'unfilledVariable',
      variables: [...new Set(missing.map(({ variable }) => variable))],
    });
  }
  const text = toSentText(filled);
  const length = dmLength(text);
  if (length > DM_LIMIT) return err({ code: 'dmTooLong', length, limit: DM_LIMIT });
  const usd = priceOfReply(getBudgetSettings(db), { channel: 'dm', text, summoned: false });
  return ok({ personId, language, variant, text, usd });
}
