import type { OfficeHours } from '#shared/domain/officeHours.ts';
import { noSteps, type RuleDraft } from '#shared/domain/rule.ts';
import type { SurveyRule } from '#shared/domain/surveyRule.ts';
import type { ScenarioInput } from '#simulator/scenario/scenario.ts';

/** The shop whose year it is: the account of the demo. */
export const account: ScenarioInput['account'] = {
  handle: 'harbourhelp',
  name: 'Harbour Help',
  description: 'Music, files and the odd parcel.',
};

/** The customer whom the team makes a VIP. */
export const vipHandle = 'harriet_holm';

/** The two agents by the keys of the plan; the second one changes names midway. */
export const agents = { mia: 'Mia', jonas: 'Jonas' } as const;
export const newNameOfJonas = 'Jonas Peeters';
export type AgentKey = keyof typeof agents;

const holidays = [
  '2026-12-25',
  '2026-12-26',
  '2026-01-01',
  '2026-05-01',
  '2026-07-21',
  '2026-08-15',
  '2026-11-01',
];

export const officeHours: OfficeHours = {
  timeZone: 'Europe/Brussels',
  ranges: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
    { days: [6], from: '10:00', to: '14:00' },
  ],
  holidays: holidays.map((date) => ({ date, yearly: true })),
};

/** Targets in minutes of office time: until and from the day on which the team promises more. */
export const targets = {
  vip: { firstReplyMinutes: 60, nextReplyMinutes: 45 },
  before: { firstReplyMinutes: 180, nextReplyMinutes: 120 },
  after: { firstReplyMinutes: 120, nextReplyMinutes: 90 },
} as const;

/** Words of the rules that tag what is new; of refunds also after the rule was changed. */
export const ruleWords = {
  delivery: ['parcel', 'delivery', 'pakje', 'colis'],
  refund: ['refund', 'money back'],
  refundLater: ['refund', 'money back', 'charged twice', 'terugbetaling', 'remboursement'],
} as const;

/** A rule that tags new conversations by their words. */
export const tagByWords = (name: string, words: readonly string[], tagId: string): RuleDraft => ({
  name,
  mode: 'on',
  when: { kind: 'newConversation' },
  conditions: [{ kind: 'words', words: [...words], not: false }],
  steps: { ...noSteps, addTags: [tagId] },
  stops: false,
});

/** A rule that tags who has waited for a working day. */
export const tagByWait = (tagId: string): RuleDraft => ({
  name: 'Waited for a day',
  mode: 'on',
  when: { kind: 'noReply', hours: 8, inOfficeHours: true },
  conditions: [],
  steps: { ...noSteps, addTags: [tagId] },
  stops: false,
});

/** How the shop asks: everybody, an hour after the resolution. */
export const surveyRule: SurveyRule = {
  on: true,
  delayMinutes: 60,
  officeHoursOnly: true,
  tagIds: [],
  samplePercent: 40,
  scale: 'csat',
  variant: 0,
};
