/** A window asks the shell: invoked with a method's name and its input. */
export const CALL_CHANNEL = 'perch:call';

/** The shell tells a window: sent with one event. */
export const EVENT_CHANNEL = 'perch:event';

/** The shell hands a window its port to the engine: sent with the id of the workspace. */
export const PORT_CHANNEL = 'perch:port';
