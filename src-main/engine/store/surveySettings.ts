import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { standardSurveySettings } from '#shared/domain/standardSurveySettings.ts';
import type { SurveyRule } from '#shared/domain/surveyRule.ts';
import { SurveySettings, SurveyTexts } from '#shared/domain/surveySettings.ts';
import { standardSurveyTexts } from '#shared/domain/surveyTexts.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';
import { all } from './sql.ts';

const SomeSettings = SurveySettings.partial();
const SomeTexts = SurveyTexts.partial();

/** How the workspace asks; the default for each value that is missing or fails validation, text by text. */
export function getSurveySettings(db: Db): SurveySettings {
  const stored = toObject(getSetting(db, 'surveys'));
  const storedTexts = toObject(stored.texts);
  const texts = ReplyLanguage.options.map((language) => [
    language,
    { ...standardSurveyTexts[language], ...keepValid(SomeTexts, toObject(storedTexts[language])) },
  ]);
  const { texts: _, ...rest } = stored;
  const settings = { ...standardSurveySettings, ...keepValid(SomeSettings, rest) };
  return { ...settings, rule: toLiveRule(db, settings.rule), texts: Object.fromEntries(texts) };
}

/** The rule without tags that were deleted. Without any other it is off: it was never to ask about all conversations. */
function toLiveRule(db: Db, rule: SurveyRule): SurveyRule {
  if (rule.tagIds.length === 0) return rule;
  const text = 'SELECT wanted.value AS id FROM json_each(?) wanted JOIN tags ON tags.id = wanted.value';
  const tagIds = all<{ id: string }>(db, `${text} ORDER BY wanted.key`, JSON.stringify(rule.tagIds)).map(
    ({ id }) => id,
  );
  return { ...rule, tagIds, on: rule.on && tagIds.length > 0 };
}

/** Since when the rule is on, as a plain value of the table of settings, unknown to the contract. */
const RULE_SINCE = 'surveyRuleSince';

/** When the rule was switched on last; never if nobody did. */
export function getRuleSince(db: Db): number {
  const since = getSetting(db, RULE_SINCE);
  return typeof since === 'number' ? since : Number.MAX_SAFE_INTEGER;
}

/** The rule asks about resolutions from `at` on only; nothing changes where that is so already. */
export function setRuleSince(db: Db, at: number): void {
  if (getRuleSince(db) < at) putSetting(db, RULE_SINCE, at);
}

/** Stores some of the settings and leaves the others as they are. */
export function putSurveySettings(db: Db, changed: Partial<SurveySettings>, now: number): void {
  if (changed.rule?.on && !getSurveySettings(db).rule.on) putSetting(db, RULE_SINCE, now);
  putSetting(db, 'surveys', { ...getSurveySettings(db), ...changed });
}

const toObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const keepValid = (schema: typeof SomeTexts | typeof SomeSettings, stored: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(stored).filter(([name, value]) => schema.safeParse({ [name]: value }).success),
  );
