/** A set-up step that cannot go on; its message says what is missing and the one line that mends it. */
export class SetUpError extends Error {}
