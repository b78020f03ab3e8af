import { create } from 'zustand';
import type { AppError } from '#shared/errors.ts';

/** The last check of X that was asked for: under way, or what came of it. */
export type Check =
  | { readonly phase: 'checking' }
  | { readonly phase: 'done'; readonly newMessages: number; readonly error: AppError | null };

/** Null while there is nothing to say about one. */
export const useCheck = create<{ readonly check: Check | null }>(() => ({ check: null }));

export const showCheck = (check: Check | null) => useCheck.setState({ check });
