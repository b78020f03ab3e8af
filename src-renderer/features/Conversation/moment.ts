/** A moment not far away in few words: the time alone on the same day, else with weekday and date. */
export function toMoment(at: number, now: number, language: string): string {
  const isSameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language, {
    ...(isSameDay ? {} : { weekday: 'short', day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
