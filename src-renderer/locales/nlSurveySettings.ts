import type { Words } from './catalogue.ts';
import type { enSurveySettings } from './enSurveySettings.ts';

/** Dutch: how surveys ask. */
export const nlSurveySettings: Words<typeof enSurveySettings> = {
  surveySettings: {
    title: 'Enquêtes',
    hint: '<k>survey.ask</k> vraagt een klant wat die van je hulp vond. Deze instellingen gelden voor iedereen.',
    days: 'dagen',
    scores: 'scores',
    periodDays: 'Niemand opnieuw vragen binnen',
    expiryDays: 'Een score telt gedurende',
    minimumForFigures: 'Cijfers tonen vanaf',
    quietFrom: 'Niemand vragen vanaf',
    quietTo: 'Weer vragen vanaf',
    reminds: 'Eén keer herinneren',
    remindAfterDays: 'Herinneren na',
    followUpLowScores: 'Lage scores opvolgen',
    commentAfter: {
      low: 'Om een reactie vragen na een lage score',
      middle: 'Om een reactie vragen na een gemiddelde score',
      high: 'Om een reactie vragen na een hoge score',
    },
    bands: {
      low: 'NPS 0 tot 6, CSAT 1 of 2',
      middle: 'NPS 7 of 8, CSAT 3',
      high: 'NPS 9 of 10, CSAT 4 of 5',
    },
    privacyLink: 'Link naar je privacybeleid',
    linkAdvice: 'Een adres dat met https:// of http:// begint',
    hints: {
      periodDays: 'Vanaf de vorige enquête',
      expiryDays: 'Vanaf de vraag',
      minimumForFigures: 'Bij minder scores staat er “te weinig om iets te zeggen”',
      quiet: 'Volgens de klok waar de klant woont; twee keer hetzelfde uur vraagt op elk moment',
      reminds: 'Als er geen antwoord kwam; nooit na een antwoord',
      remindAfterDays: 'Vanaf de vraag; korter dan een score telt',
      followUpLowScores: 'Het gesprek komt terug in de wachtrij, voor iemand anders als er een collega is',
      privacyLink: 'X vraagt erom als je meningen verzamelt; leeg voor geen',
      texts: 'Zoals in de bibliotheek: {company}, {firstName} en andere',
    },
    language: 'Teksten in het',
    short: { csat: 'Tevredenheid {{number}}', nps: 'Aanbeveling {{number}}' },
    questions: { csat: 'Tevredenheidsvraag {{number}}', nps: 'Aanbevelingsvraag {{number}}' },
    another: { csat: 'Nog een tevredenheidsvraag', nps: 'Nog een aanbevelingsvraag' },
    texts: {
      introduction: 'Inleiding',
      reminder: 'Inleiding van de herinnering',
      privacy: 'Vóór de link naar je privacybeleid',
      optOut: 'Hoe je geen enquêtes meer krijgt',
      freeText: 'Vraag om een reactie, onder de dank',
      optOutConfirmation: 'Na de vraag om geen enquêtes meer',
    },
    thanks: {
      low: 'Dank voor een lage score',
      middle: 'Dank voor een gemiddelde score',
      high: 'Dank voor een hoge score',
    },
    textAdvice: 'Hoogstens 500 tekens; een vraag mag niet leeg zijn',
  },
};
