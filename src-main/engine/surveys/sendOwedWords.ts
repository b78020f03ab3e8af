import { toScoreBand } from '#shared/domain/survey.ts';
import { fillVariables, toSentText } from '#shared/domain/variables.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { getVariableValues } from '../library/variableValues.ts';
import { listOwedWords, type OwedWord } from '../store/surveyResponses.ts';
import { getSurveySettings } from '../store/surveySettings.ts';
import { enqueueSurveyMessage } from './enqueueSurveyMessage.ts';

/** Whom nobody could thank for so long is not thanked any more. */
const LATE_MS = DAY_MS;

/** Thanks whoever gave a score, and confirms whoever wants no more surveys; each once, whatever happens. */
export function sendOwedWords(ctx: EngineContext): void {
  for (const owed of listOwedWords(ctx.db, ctx.clock.now() - LATE_MS)) {
    const { id: surveyId, conversationId, personId, purpose } = owed;
    const text = toText(ctx, owed);
    if (text !== '')
      enqueueSurveyMessage(ctx, { surveyId, conversationId, personId, purpose, text, undoMs: 0 });
  }
}

function toText(
  { db, account }: EngineContext,
  { language, scale, score, purpose, ...to }: OwedWord,
): string {
  const texts = getSurveySettings(db).texts[language];
  const written =
    purpose === 'thanks' ? texts.thanks[toScoreBand(scale, score ?? 0)] : texts.optOutConfirmation;
  return toSentText(fillVariables(written, getVariableValues(db, account(), to)).text);
}
