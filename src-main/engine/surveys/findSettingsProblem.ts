import type { SurveySettings } from '#shared/domain/surveySettings.ts';
import type { AppError } from '#shared/errors.ts';
import type { Db } from '../store/open.ts';
import { getSurveySettings } from '../store/surveySettings.ts';
import { getTag } from '../store/tags.ts';

/** What of changed settings does not go together with the others, or names what does not exist; null if nothing does. */
export function findSettingsProblem(db: Db, changed: Partial<SurveySettings>): AppError | null {
  const settings = { ...getSurveySettings(db), ...changed };
  return (
    findReminderProblem(settings) ??
    findWordingProblem(settings) ??
    findTagProblem(db, changed.rule?.tagIds ?? [])
  );
}

function findReminderProblem({ reminds, remindAfterDays, expiryDays }: SurveySettings): AppError | null {
  if (!reminds || remindAfterDays < expiryDays) return null;
  const remedy = 'remind earlier, or let surveys expire later';
  const reason = `must be less than expiryDays, which is ${expiryDays}; found ${remindAfterDays}; ${remedy}`;
  return { code: 'invalid', path: 'remindAfterDays', reason };
}

function findWordingProblem({ rule: { on, scale, variant }, texts }: SurveySettings): AppError | null {
  if (!on) return null;
  for (const [language, { [scale]: wordings }] of Object.entries(texts)) {
    if (variant < wordings.length) continue;
    const remedy = 'choose another one, or add it to the texts';
    const count = `there are ${wordings.length} wordings of ${scale} in ${language}, counted from 0`;
    return { code: 'invalid', path: 'rule.variant', reason: `${count}; found ${variant}; ${remedy}` };
  }
  return null;
}

function findTagProblem(db: Db, tagIds: readonly string[]): AppError | null {
  const at = tagIds.findIndex((id) => getTag(db, id) === null);
  if (at === -1) return null;
  const reason = `no tag has the id ${tagIds[at]}; choose tags that exist, or none for all conversations`;
  return { code: 'invalid', path: `rule.tagIds.${at}`, reason };
}
