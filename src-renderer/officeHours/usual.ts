import type { OfficeHours } from '#shared/domain/officeHours.ts';

/** Office hours that many have, in the time zone of the computer: what is suggested first. */
export const usual: OfficeHours = {
  ranges: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  holidays: [],
  timeZone: null,
};
