import type { Step } from './applyTransition.ts';
import { toSent } from './transitions.ts';

/**
 * The same step for a message of a survey, about which no agent has to decide: what would wait for a decision leaves the outbox, and
 * what may have reached X counts as sent, since asking twice is worse than not at all. The survey records what happened to it.
 */
export function toSurveyStep({ activity: _, ...step }: Step): Step {
  const { transition } = step;
  switch (transition.status.kind) {
    case 'stopped': {
      const { confirmedMissing } = transition.status;
      const status = { kind: 'refused', confirmedMissing } as const;
      return { ...step, transition: { ...transition, status, dismissed: true, error: null } };
    }
    case 'refused':
      return { ...step, transition: { ...transition, dismissed: true } };
    case 'unknown':
      return transition.nextAttemptAt === null
        ? { ...step, transition: { ...transition, ...toSent(null) } }
        : step;
    default:
      return step;
  }
}
