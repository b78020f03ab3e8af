/** Heights of a row in a list, in pixels, by density: of the queue, and of whatever looks like it. */
export const rowHeights = { comfortable: 64, compact: 48 } as const;
