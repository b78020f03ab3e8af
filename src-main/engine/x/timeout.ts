/** How long a call to X may take; X answers within seconds, a slow line within half a minute. */
export const X_TIMEOUT_MS = 30_000;
