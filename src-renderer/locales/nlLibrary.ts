import type { Words } from './catalogue.ts';
import type { enLibrary } from './enLibrary.ts';

/** Dutch: canned responses. */
export const nlLibrary: Words<typeof enLibrary> = {
  library: {
    title: 'Standaardantwoorden',
    found_one: '{{count}} standaardantwoord',
    found_other: '{{count}} standaardantwoorden',
    insert: 'Invoegen',
    close: 'Sluiten',
    pickerEmpty: 'Nog geen standaardantwoorden.',
    fillIn: 'Vul {{names}} in voordat je verzendt.',
    nextVariable: 'Volgende',
  },
};
