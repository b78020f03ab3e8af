/** Areas whose folders are not in order yet, and single imports between folders that are not allowed. To be emptied. */
export const pending = {
  areas: [] as string[],
  imports: [] as string[],
};
