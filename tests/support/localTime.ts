/** The instant at which clocks in `timeZone` show this; the first one if they show it twice. */
export function localTime(timeZone: string, text: string): number {
  const wanted = Date.parse(`${text}Z`);
  const shown = (at: number) =>
    Date.parse(`${new Date(at).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`);
  const first = wanted - (shown(wanted) - wanted);
  return first - (shown(first) - wanted);
}
