import { useEffect, useRef } from 'react';
import { MINUTE_MS } from '#shared/time.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { startPrinting, usePrinting } from '../../state/printing.ts';

/** Writes the report of a week as soon as it is due and nothing else is being printed. */
export function WeeklyReport() {
  const { data, dataUpdatedAt } = useEngineQuery('weeklyReport.get', {});
  const isPrinting = usePrinting(({ job }) => job !== null);
  const due = data?.due ?? null;
  // What the engine said before the last attempt says nothing about what came of it.
  const attemptedAt = useRef(0);
  useEffect(() => {
    if (due === null || isPrinting || dataUpdatedAt <= attemptedAt.current) return;
    attemptedAt.current = dataUpdatedAt;
    startPrinting({
      of: 'week',
      week: due.week,
      period: due.period,
      compareWith: due.before,
      step: 'day',
      groupBy: 'agent',
      asKnownOn: Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS,
    });
  }, [due, isPrinting, dataUpdatedAt]);
  return null;
}
