import { useMemo } from 'react';
import { type CountedTime, createCountedTime } from '#shared/domain/officeCalendar.ts';
import { useEngineQuery } from '../engine/hooks.ts';

/** How delays are counted here; the same object until the office hours change. */
export function useCountedTime(): CountedTime & { readonly hasOfficeHours: boolean } {
  const hours = useEngineQuery('settings.get', {}).data?.officeHours ?? null;
  return useMemo(() => ({ ...createCountedTime(hours), hasOfficeHours: hours !== null }), [hours]);
}
