import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { standardSurveySettings } from '#shared/domain/standardSurveySettings.ts';
import { SurveySettings, SurveyTexts } from '#shared/domain/surveySettings.ts';
import { standardSurveyTexts } from '#shared/domain/surveyTexts.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';

/** How the workspace asks; the default for each value that is missing or fails validation, text by text. */
export function getSurveySettings(db: Db): SurveySettings {
  const stored = toObject(getSetting(db, 'surveys'));
  const storedTexts = toObject(stored.texts);
  const texts = ReplyLanguage.options.map((language) => [
    language,
    { ...standardSurveyTexts[language], ...keepValid(SurveyTexts, toObject(storedTexts[language])) },
  ]);
  const { texts: _, ...rest } = stored;
  return { ...standardSurveySettings, ...keepValid(SurveySettings, rest), texts: Object.fromEntries(texts) };
}

/** Stores some of the settings and leaves the others as they are. */
export function putSurveySettings(db: Db, changed: Partial<SurveySettings>): void {
  putSetting(db, 'surveys', { ...getSurveySettings(db), ...changed });
}

const toObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const keepValid = (schema: typeof SurveyTexts | typeof SurveySettings, stored: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(stored).filter(([name, value]) => schema.partial().safeParse({ [name]: value }).success),
  );
