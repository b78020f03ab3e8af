/** The scheme under which a window sees the application's own files. */
export const APP_SCHEME = 'app';

/** The only origin that may run in a window and talk to the shell. */
export const APP_ORIGIN = `${APP_SCHEME}://perch`;

/** The address that a window opens with. */
export const APP_START = `${APP_ORIGIN}/`;
