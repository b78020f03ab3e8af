import type { Words } from './catalogue.ts';
import type { enGuardErrors } from './enGuards.ts';

/** Dutch: errors of the guards. */
export const nlGuardErrors: Words<typeof enGuardErrors> = {
  guardRefused: {
    what: 'Dit openbare antwoord hoort eerder in een privébericht.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Pas het aan, verstuur het privé, of negeer de waarschuwing.',
  },
  privateData: {
    what: 'Dit openbare antwoord lijkt {{found}} te bevatten.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Haal het weg, verstuur het privé, of negeer de waarschuwing.',
  },
};
