/** The window's title with the number of people who wait for an answer. */
export function toTitle(waiting: number): string {
  return waiting > 0 ? `(${waiting}) Perch` : 'Perch';
}
