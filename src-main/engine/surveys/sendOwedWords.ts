import type { SurveyScale } from '#shared/domain/survey.ts';
import type { SurveyTexts } from '#shared/domain/surveySettings.ts';
import { fillVariables, toSentText } from '#shared/domain/variables.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { getVariableValues } from '../library/variableValues.ts';
import { listOwedWords, type OwedWord } from '../store/surveyResponses.ts';
import { getSurveySettings } from '../store/surveySettings.ts';
import { enqueueSurveyMessage } from './enqueueSurveyMessage.ts';

/** Whom nobody could thank for so long is not thanked any more. */
const LATE_MS = DAY_MS;

/** From which score on a person is thanked in which words. */
const bands = { nps: { high: 9, middle: 7 }, csat: { high: 4, middle: 3 } } as const;

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
  const written = purpose === 'thanks' ? texts.thanks[toBand(scale, score ?? 0)] : texts.optOutConfirmation;
  return toSentText(fillVariables(written, getVariableValues(db, account(), to)).text);
}

function toBand(scale: SurveyScale, score: number): keyof SurveyTexts['thanks'] {
  if (score >= bands[scale].high) return 'high';
  return score >= bands[scale].middle ? 'middle' : 'low';
}
