import { create } from 'zustand';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

interface StoreTrouble {
  /** Why the engine could not write the last time; null once it could. Known before capture reports it. */
  readonly error: AppError | null;
  /** To be called with the response of everything that writes. */
  see(response: Result<unknown, AppError>): void;
  /** Resets everything when a workspace opens or closes. */
  reset(): void;
}

/** Whether the store of the open workspace takes what the window wants to write. */
export const useStoreTrouble = create<StoreTrouble>()((set, get) => ({
  error: null,
  see: (response) => {
    if (response.ok && get().error !== null) set({ error: null });
    if (!response.ok && response.error.code === 'storeUnwritable') set({ error: response.error });
  },
  reset: () => set({ error: null }),
}));
