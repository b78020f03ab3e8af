import type { PersonSummary } from '#shared/domain/person.ts';

/** The stand-in of X for people without a picture, such as `…/default_profile_images/default_profile_normal.png`. */
const standIn = /\/default_profile(?:_images\/|_)/;

/** The profile picture of a person as it was captured; nothing if there is none. */
export function toPicture(url: string | null): Pick<PersonSummary, 'pictureUrl'> {
  return url === null || standIn.test(url) ? {} : { pictureUrl: url };
}
