import { FEWEST_RESPONSES } from './surveyFigures.ts';
import type { SurveySettings } from './surveySettings.ts';
import { standardSurveyTexts } from './surveyTexts.ts';

/** How a workspace asks until somebody changes that. */
export const standardSurveySettings: SurveySettings = {
  texts: standardSurveyTexts,
  privacyLink: '',
  periodDays: 30,
  expiryDays: 28,
  minimumForFigures: FEWEST_RESPONSES,
  quietFrom: 21,
  quietTo: 9,
  rule: {
    on: false,
    delayMinutes: 30,
    officeHoursOnly: true,
    tagIds: [],
    samplePercent: 100,
    scale: 'csat',
    variant: 0,
  },
  reminds: false,
  remindAfterDays: 7,
  freeTextAfter: ['low', 'middle'],
  hideFromHandler: false,
  followUpLowScores: true,
};
