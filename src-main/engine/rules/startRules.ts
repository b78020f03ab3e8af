import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { EngineContext } from '../context/context.ts';
import { hasRuleEvents } from '../store/ruleEvents.ts';
import { runRules } from './runRules.ts';

/** The service that runs the rules. */
export interface Rules {
  /** Runs them soon if something waits for them; call it after what can concern them. */
  readonly kick: () => void;
  readonly stop: () => void;
}

/** How long the engine is free between two slices. */
const PAUSE_MS = 10;

/** Starts with what an earlier engine has left. */
export function startRules(ctx: EngineContext): Rules {
  let isPlanned = false;
  let cancel = () => {};
  const plan = (ms: number) => {
    if (isPlanned) return;
    isPlanned = true;
    cancel = ctx.clock.after(ms, run);
  };
  const run = () => {
    let areMore = false;
    try {
      areMore = runRules(ctx);
    } catch (cause) {
      ctx.log('rules.failed', { cause: toErrorMessage(cause) });
    }
    isPlanned = false;
    if (areMore) plan(PAUSE_MS);
  };
  const kick = () => {
    if (hasRuleEvents(ctx.db)) plan(0);
  };
  kick();
  return { kick, stop: () => cancel() };
}
