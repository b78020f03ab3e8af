import type { EngineParsed } from '#shared/contract/engine.ts';
import type { Survey } from '#shared/domain/askedSurvey.ts';
import { DM_LIMIT, dmLength } from '#shared/domain/postLength.ts';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { fillVariables, toSentText } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { priceOfReply } from '../budget/priceOfReply.ts';
import type { EngineContext } from '../context/context.ts';
import { getPersonLanguage } from '../conversations/personLanguage.ts';
import { getVariableValues } from '../library/variableValues.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { getSurveySettings } from '../store/surveySettings.ts';

type Context = Pick<EngineContext, 'db' | 'account'>;

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
  { db, account }: Context,
  { conversationId, scale, variant }: EngineParsed<'surveys.send'>,
): Result<ComposedSurvey, AppError> {
  const personId = getPersonIdOf(db, conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  const language = getPersonLanguage(db, { conversationId, personId }) ?? 'en';
  const composed = fillQuestion({ db, account }, { conversationId, personId, scale, variant, language });
  if (!composed.ok) return composed;
  const text = composed.value;
  return ok({ personId, language, variant, text, usd: priceOf(db, text) });
}

/** What a survey says that asks again, in the words of the question if the workspace has them still. Errors: those of `composeSurvey`. */
export function composeReminder(
  ctx: Context,
  survey: Omit<AskedQuestion, 'opening'>,
): Result<string, AppError> {
  const wordings = getSurveySettings(ctx.db).texts[survey.language][survey.scale];
  const variant = survey.variant < wordings.length ? survey.variant : 0;
  return fillQuestion(ctx, { ...survey, variant, opening: 'reminder' });
}

interface AskedQuestion
  extends Pick<Survey, 'conversationId' | 'personId' | 'scale' | 'language' | 'variant'> {
  readonly opening?: 'introduction' | 'reminder';
}

function fillQuestion(
  { db, account }: Context,
  { conversationId, personId, ...asked }: AskedQuestion,
): Result<string, AppError> {
  const written = writeQuestion(db, asked);
  if (!written.ok) return written;
  const values = getVariableValues(db, account(), { conversationId, personId });
  const { text: filled, missing } = fillVariables(written.value, values);
  if (missing.length > 0) {
    const variables = [...new Set(missing.map(({ variable }) => variable))];
    return err({ code: 'unfilledVariable', variables });
  }
  const text = toSentText(filled);
  const length = dmLength(text);
  return length > DM_LIMIT ? err({ code: 'dmTooLong', length, limit: DM_LIMIT }) : ok(text);
}

/** With variables, as the settings have it. */
function writeQuestion(
  db: Context['db'],
  { scale, language, variant, opening = 'introduction' }: Omit<AskedQuestion, 'conversationId' | 'personId'>,
): Result<string, AppError> {
  const { texts, privacyLink } = getSurveySettings(db);
  const wording = texts[language];
  const question = wording[scale][variant];
  if (question === undefined) {
    const reason = `there are ${wording[scale].length} wordings, counted from 0; found ${variant}`;
    return err({ code: 'invalid', path: 'variant', reason });
  }
  const privacy = privacyLink === '' ? '' : `${wording.privacy} ${privacyLink}`;
  const small = [privacy, wording.optOut].filter(Boolean).join('\n');
  return ok([wording[opening], question, small].filter(Boolean).join('\n\n'));
}

/**
 * What a survey says to nobody in particular, with its price; what depends on the person stays a variable. Error: `invalid` (there is no
 * such wording).
 */
export function previewSurvey(
  { db, account }: Context,
  asked: EngineParsed<'surveys.preview'>,
): Result<{ readonly text: string; readonly usd: number }, AppError> {
  const written = writeQuestion(db, asked);
  if (!written.ok) return written;
  const values = { company: account()?.name ?? null, agent: getCurrentAgent(db).name };
  const text = toSentText(fillVariables(written.value, values).text);
  return ok({ text, usd: priceOf(db, text) });
}

const priceOf = (db: Context['db'], text: string): number =>
  priceOfReply(getBudgetSettings(db), { channel: 'dm', text, summoned: false });
