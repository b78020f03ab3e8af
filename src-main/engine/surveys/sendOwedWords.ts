import { toScoreBand } from '#shared/domain/survey.ts';
import { fillVariables, toSentText } from '#shared/domain/variables.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { getVariableValues } from '../library/variableValues.ts';
import { isCrisisOn } from '../store/incidents.ts';
import type { SurveyPurpose } from '../store/outboxRow.ts';
import { listOwedWords, type OwedWord } from '../store/surveyResponses.ts';
import { getSurveySettings } from '../store/surveySettings.ts';
import { enqueueSurveyMessage } from './enqueueSurveyMessage.ts';

/** Whom nobody could thank for so long is not thanked any more. */
const LATE_MS = DAY_MS;

/**
 * Thanks whoever gave a score, asks them for a comment in the same message if that is wanted, and confirms whoever wants no more
 * surveys; each once, whatever happens. In a crisis nobody is asked for a comment.
 */
export function sendOwedWords(ctx: EngineContext): void {
  for (const owed of listOwedWords(ctx.db, ctx.clock.now() - LATE_MS)) {
    const { id: surveyId, conversationId, personId } = owed;
    const { purpose, text } = toWords(ctx, owed);
    if (text !== '')
      enqueueSurveyMessage(ctx, { surveyId, conversationId, personId, purpose, text, undoMs: 0 });
  }
}

function toWords(
  { db, account }: EngineContext,
  { language, scale, score, purpose, mayBeAsked, ...to }: OwedWord,
): { readonly purpose: SurveyPurpose; readonly text: string } {
  const settings = getSurveySettings(db);
  const texts = settings.texts[language];
  const fill = (written: string) =>
    toSentText(fillVariables(written, getVariableValues(db, account(), to)).text);
  if (purpose === 'optOutConfirmation') return { purpose, text: fill(texts.optOutConfirmation) };
  const band = toScoreBand(scale, score ?? 0);
  const thanks = fill(texts.thanks[band]);
  const question =
    mayBeAsked === 1 && !isCrisisOn(db) && settings.freeTextAfter.includes(band) ? fill(texts.freeText) : '';
  if (question === '') return { purpose, text: thanks };
  return { purpose: 'freeText', text: [thanks, question].filter(Boolean).join('\n\n') };
}
