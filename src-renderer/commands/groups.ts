import type { CommandGroup } from './registry.ts';

/** The groups in the order in which help and palette show them. */
export const groups: readonly CommandGroup[] = ['conversation', 'write', 'list', 'go', 'app'];
