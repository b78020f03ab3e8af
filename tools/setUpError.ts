/** A set-up step failed for a reason outside of the program. The message names the cause and, where possible, the command that fixes it. */
export class SetUpError extends Error {}
