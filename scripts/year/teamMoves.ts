import type { RuleDraft } from '#shared/domain/rule.ts';
import type { Shop } from './openShop.ts';
import type { TeamMove } from './plan.ts';
import type { Year } from './playYear.ts';
import {
  type AgentKey,
  agents,
  newNameOfJonas,
  officeHours,
  ruleWords,
  surveyRule,
  tagByWait,
  tagByWords,
  targets,
  vipHandle,
} from './shop.ts';

/** Who and what the shop works with, by id. */
export interface Team {
  readonly agentIds: Readonly<Record<AgentKey, string>>;
  readonly tagIds: Readonly<Record<'delivery' | 'refund' | 'waited', string>>;
  readonly refundRuleId: string;
  /** Makes an agent the current one. */
  readonly switchTo: (agent: AgentKey) => Promise<void>;
}

/** Sets a new workspace up: office hours, agents, tags, rules, targets and surveys. */
export async function setUp({ call }: Shop): Promise<Team> {
  await call('settings.set', { officeHours });
  await call('budget.set', { monthlyCapUsd: null });
  await call('serviceLevels.set', toLevels(targets.before));
  const mia = (await call('agents.list', {})).agents[0]?.id ?? '';
  const { id: jonas } = await call('agents.add', { name: agents.jonas });
  const agentIds = { mia, jonas };
  const [delivery, refund, waited] = [
    await call('tags.create', { name: 'Delivery', colour: 'teal' }),
    await call('tags.create', { name: 'Refund', colour: 'orange' }),
    await call('tags.create', { name: 'Waited', colour: 'red' }),
  ];
  const create = (draft: RuleDraft) => call('rules.create', draft);
  await create(tagByWords('Delivery', ruleWords.delivery, delivery.id));
  const refunds = await create(tagByWords('Refunds', ruleWords.refund, refund.id));
  await create(tagByWait(waited.id));
  await call('surveys.updateSettings', { rule: surveyRule, followUpLowScores: false });
  let current: AgentKey = 'jonas';
  return {
    agentIds,
    tagIds: { delivery: delivery.id, refund: refund.id, waited: waited.id },
    refundRuleId: refunds.id,
    switchTo: async (agent) => {
      if (agent !== current) await call('agents.switch', { id: agentIds[agent] });
      current = agent;
    },
  };
}

const toLevels = (standard: typeof targets.before | typeof targets.after) => ({
  levels: [{ name: 'VIP', conditions: { isVip: true as const }, targets: targets.vip }],
  standard,
});

export async function playTeamMove({ shop, plan, team }: Year, move: TeamMove): Promise<void> {
  const { call, control } = shop;
  switch (move) {
    case 'makeVip': {
      const personId = control.person({ handle: vipHandle }).id;
      await call('people.setVip', { personId, isVip: true });
      return;
    }
    case 'renameJonas':
      await team.switchTo('jonas');
      await call('settings.set', { agentName: newNameOfJonas });
      return;
    case 'changeRule': {
      const { conditions } = tagByWords('Refunds', ruleWords.refundLater, team.tagIds.refund);
      await call('rules.update', { id: team.refundRuleId, conditions });
      return;
    }
    case 'changeTargets': {
      const { levels } = await call('serviceLevels.get', {});
      await call('serviceLevels.set', { levels, standard: targets.after });
      return;
    }
    case 'erase':
      await call('people.erase', { id: control.person({ handle: plan.erased }).id, handle: plan.erased });
  }
}
