import type { Words } from './catalogue.ts';
import type { enAttaching } from './enAttaching.ts';

/** Dutch: pictures in replies, and replies in several posts. */
export const nlAttaching: Words<typeof enAttaching> = {
  attaching: {
    sentWith: 'Verstuurd met {{name}}',
    attach: 'Afbeeldingen toevoegen',
    list: 'Toegevoegde afbeeldingen',
    altText: 'Beschrijving van {{name}}',
    altTextHint: 'Beschrijf de afbeelding voor wie haar niet kan zien',
    remove: '{{name}} weghalen',
    adding_one: '{{count}} afbeelding toevoegen…',
    adding_other: '{{count}} afbeeldingen toevoegen…',
    ask_one:
      '{{count}} afbeelding heeft geen beschrijving. Vul die in, of verstuur nog een keer om het zo te laten.',
    ask_other:
      '{{count}} afbeeldingen hebben geen beschrijving. Vul die in, of verstuur nog een keer om het zo te laten.',
  },
  thread: {
    onX_one: '{{count}} van de {{all}} posts staat op X.',
    onX_other: '{{count}} van de {{all}} posts staan op X.',
    restFollows: 'De rest volgt vanzelf.',
    retrySends: 'Opnieuw proberen verstuurt alleen de rest, onder wat er al staat.',
    preview: 'De posts van dit antwoord',
    goesOut_one: 'Gaat als {{count}} post de deur uit',
    goesOut_other: 'Te lang voor één post: wordt verstuurd als {{count}} posts onder elkaar',
    length: '{{length}} van {{limit}}',
    send_one: 'Antwoord {{addressee}} in {{count}} post',
    send_other: 'Antwoord {{addressee}} in {{count}} posts',
  },
};
