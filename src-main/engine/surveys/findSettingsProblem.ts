import type { SurveySettings } from '#shared/domain/surveySettings.ts';
import type { AppError } from '#shared/errors.ts';
import type { Db } from '../store/open.ts';
import { getSurveySettings } from '../store/surveySettings.ts';

/** What of changed settings does not go together with the others, or null. */
export function findSettingsProblem(db: Db, changed: Partial<SurveySettings>): AppError | null {
  const { reminds, remindAfterDays, expiryDays } = { ...getSurveySettings(db), ...changed };
  if (reminds && remindAfterDays >= expiryDays) {
    const remedy = 'remind earlier, or let surveys expire later';
    const reason = `must be less than expiryDays, which is ${expiryDays}; found ${remindAfterDays}; ${remedy}`;
    return { code: 'invalid', path: 'remindAfterDays', reason };
  }
  return null;
}
