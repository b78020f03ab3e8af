import type { StoredSettings } from '../store/settings.ts';

/** The country of a time zone, where it has one that Perch serves often. */
const byTimeZone: Readonly<Record<string, string>> = {
  'Europe/Brussels': 'BE',
  'Europe/Amsterdam': 'NL',
  'Europe/Paris': 'FR',
  'Europe/Luxembourg': 'LU',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Berlin': 'DE',
  'Europe/Zurich': 'CH',
  'Europe/Vienna': 'AT',
};

/** Neighbours write to each other's companies, so all of these are known unless the settings say less. */
const usual = ['BE', 'NL', 'FR', 'LU', 'GB', 'US', 'DE'];

/** The countries whose phone numbers are known: those of the settings, else the usual ones with the office's own first. */
export function toCountries({ servedCountries, officeHours }: StoredSettings): readonly string[] {
  if (servedCountries !== null) return servedCountries;
  const zone = officeHours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const home = byTimeZone[zone] ?? (zone.startsWith('America/') ? 'US' : undefined);
  return home === undefined ? usual : [home, ...usual.filter((country) => country !== home)];
}
