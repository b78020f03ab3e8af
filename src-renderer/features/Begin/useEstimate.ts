import { useCallback, useEffect, useRef, useState } from 'react';
import type { Estimate } from '#shared/domain/estimate.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineCommand } from '../../engine/hooks.ts';

/** What the engine estimates for some beginnings; asked for once, and again with private messages on demand. */
export function useEstimate(since: readonly (number | null)[]) {
  const ask = useEngineCommand('capture.estimate', { quiet: true });
  const [estimate, setEstimate] = useState<Estimate | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isCounting, setCounting] = useState(false);
  const count = useCallback(
    async (countDms: boolean) => {
      setCounting(true);
      const result = await ask({ since: [...since], countDms });
      setCounting(false);
      if (result.ok) setEstimate(result.value);
      setError(result.ok ? (result.value.error ?? null) : result.error);
    },
    [ask, since],
  );
  // StrictMode runs effects twice, and X charges for each count.
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    void count(false);
  }, [count]);
  return { estimate, error, isCounting, countDms: () => void count(true) };
}
