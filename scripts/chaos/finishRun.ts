import { checkRateLimits } from './checkRateLimits.ts';
import { checkReplies, checkStore } from './checkResults.ts';
import type { CrashPoint } from './crashPoint.ts';
import type { EngineProcess } from './engineProcess.ts';
import type { Rollback, Scenario } from './scenario.ts';
import { settle } from './settle.ts';
import { emptyTally, type Tally } from './tally.ts';

/** Lets the last engine of a run finish all open work, stops it and checks the result. */
export async function finishRun(scenario: Scenario, engine: EngineProcess): Promise<Tally> {
  const agentDecisions = await settle(scenario, engine);
  const replies = await checkReplies(scenario, engine);
  const hasStopped = await engine.stop();
  const store = checkStore(scenario);
  return {
    ...emptyTally,
    runs: 1,
    ...countKills(scenario),
    ...countRollbacks(scenario),
    ...scenario.counts,
    messages: scenario.written.size,
    replies: scenario.confirmed.size,
    agentDecisions: agentDecisions ?? 0,
    lost: replies.lost + store.lost,
    duplicated: replies.duplicated + store.duplicated,
    misplaced: replies.misplaced,
    ...checkRateLimits(scenario),
    unresolved: replies.unresolved,
    broken: store.broken + (hasStopped ? 0 : 1) + (agentDecisions === null ? 1 : 0),
  };
}

function countRollbacks({ rollbacks }: Scenario) {
  const count = (kind: Rollback) => rollbacks.filter((rollback) => rollback.kind === kind).length;
  return { putBacks: count('putBack'), tornWals: count('tornWal') };
}

function countKills({ kills }: Scenario) {
  const count = (crashPoint: CrashPoint) => kills.filter((kill) => kill.crashPoint === crashPoint).length;
  return {
    kills: kills.length,
    killsMigrating: count('migrating'),
    killsSending: count('sending'),
    killsCapturing: count('capturing'),
  };
}
