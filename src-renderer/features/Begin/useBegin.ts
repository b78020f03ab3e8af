import { useState } from 'react';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineCommand } from '../../engine/hooks.ts';

/** What is asked before the first poll. */
export interface Beginning {
  readonly since: number | null;
  readonly monthlyCapUsd: number | null;
  /** Null leaves the name as it is. */
  readonly agentName: string | null;
  readonly officeHours: OfficeHours | null;
}

/**
 * Saves the answers and lets the engine begin, in this order: nothing is read before the cap holds. Stays busy after that, since
 * the window shows the workspace next.
 */
export function useBegin() {
  const setBudget = useEngineCommand('budget.set', { quiet: true });
  const setSettings = useEngineCommand('settings.set', { quiet: true });
  const begin = useEngineCommand('capture.begin', { quiet: true });
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const start = async ({ since, monthlyCapUsd, agentName, officeHours }: Beginning) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const steps = [
      () => setBudget({ monthlyCapUsd }),
      () => setSettings({ officeHours, ...(agentName === null ? {} : { agentName }) }),
      () => begin({ since }),
    ];
    for (const step of steps) {
      const result = await step();
      if (result.ok) continue;
      setFailure(result.error);
      setBusy(false);
      return;
    }
  };
  return { start, isBusy, failure };
}
