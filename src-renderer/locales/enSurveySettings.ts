/** English: how surveys ask. */
export const enSurveySettings = {
  surveySettings: {
    title: 'Surveys',
    hint: '<k>survey.ask</k> asks how a customer found your help. These settings apply to everybody.',
    days: 'days',
    scores: 'scores',
    periodDays: 'Ask nobody again within',
    expiryDays: 'A score counts for',
    minimumForFigures: 'Show figures from',
    quietFrom: 'Ask nobody from',
    quietTo: 'Ask again from',
    followUpLowScores: 'Follow up low scores',
    privacyLink: 'Link to your privacy policy',
    linkAdvice: 'An address that begins with https:// or http://',
    hints: {
      periodDays: 'Counted from the last survey',
      expiryDays: 'Counted from the question',
      minimumForFigures: 'With fewer scores, reports say “too few to say”',
      quiet: 'By the clocks where the customer lives; the same hour twice asks at any time',
      followUpLowScores:
        'Their conversation comes back to the queue, for somebody else if there is a colleague',
      privacyLink: 'X asks for one when you collect opinions; empty for none',
      texts: 'As in the library: {company}, {firstName} and others',
    },
    language: 'Texts in',
    short: { csat: 'Satisfaction {{number}}', nps: 'Recommendation {{number}}' },
    questions: { csat: 'Satisfaction question {{number}}', nps: 'Recommendation question {{number}}' },
    another: { csat: 'Another satisfaction question', nps: 'Another recommendation question' },
    texts: {
      introduction: 'Introduction',
      privacy: 'Before the link to your privacy policy',
      optOut: 'How to have no more surveys',
      optOutConfirmation: 'After they asked for no more surveys',
    },
    thanks: {
      low: 'Thanks for a low score',
      middle: 'Thanks for a middle score',
      high: 'Thanks for a high score',
    },
    textAdvice: 'Up to 500 characters; a question can’t be empty',
  },
} as const;
