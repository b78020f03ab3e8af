import { noSteps, type RuleDraft, type RuleSteps } from '#shared/domain/rule.ts';
import type { TestEngine } from '../../support/startTestEngine.ts';

/** A rule of which a test says only what matters to it. */
export interface SomeRule extends Partial<Omit<RuleDraft, 'steps'>> {
  readonly steps?: Partial<RuleSteps>;
}

export const toDraft = ({ steps, ...rule }: SomeRule): RuleDraft => ({
  name: 'Some rule',
  mode: 'on',
  when: { kind: 'message' },
  conditions: [],
  stops: false,
  ...rule,
  steps: { ...noSteps, ...steps },
});

export const createRule = (engine: TestEngine, rule: SomeRule) => engine.call('rules.create', toDraft(rule));

export const createTag = async (engine: TestEngine, name: string) =>
  (await engine.call('tags.create', { name, colour: 'green' })).id;
