const steering = /(?![\u200c\u200d])\p{Cf}/u;

/**
 * Whether a text has characters that steer how it is written and are not seen, such as U+202E. The page stands still for good when
 * Electron 33 has such a text checked for spelling. Joiners, which emoji and words have, do no harm.
 */
export const hasSteering = (text: string): boolean => steering.test(text);
