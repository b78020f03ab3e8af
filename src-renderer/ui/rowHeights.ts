/** Row heights of the queue and similar lists, in pixels, by density. */
export const rowHeights = { comfortable: 64, compact: 48 } as const;
