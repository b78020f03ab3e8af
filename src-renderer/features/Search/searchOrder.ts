import { create } from 'zustand';
import type { EngineInput } from '#shared/contract/engine.ts';
import { resetResults } from './activeResult.ts';

export type SearchOrder = NonNullable<EngineInput<'search.messages'>['order']>;

/** Which messages come first among the results, until Perch is closed. */
export const useSearchOrder = create<{ readonly order: SearchOrder }>()(() => ({ order: 'newest' }));

/** Changes which messages come first, and makes the first one active. */
export function setSearchOrder(order: SearchOrder): void {
  resetResults();
  useSearchOrder.setState({ order });
}
