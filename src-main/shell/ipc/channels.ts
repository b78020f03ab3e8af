// In a file of its own, so that the preload script bundles nothing else.

/** A window calls a method of the shell: invoked with its name and input. */
export const CALL_CHANNEL = 'perch:call';

/** The shell sends an event to a window. */
export const EVENT_CHANNEL = 'perch:event';

/** The shell transfers to a window its port to the engine: sent with the id of the workspace. */
export const PORT_CHANNEL = 'perch:port';
