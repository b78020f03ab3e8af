/** Whether what somebody typed, with or without @, is this handle. X does not distinguish capitals in handles. */
export const isSameHandle = (typed: string, handle: string): boolean =>
  typed.replace(/^@/, '').toLowerCase() === handle.toLowerCase();
