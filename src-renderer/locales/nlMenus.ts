import type { Words } from './catalogue.ts';
import type { enMenus } from './enMenus.ts';

/** Dutch: the context menus of messages and rows. */
export const nlMenus: Words<typeof enMenus> = {
  menu: {
    message: 'Bericht van {{name}}',
    conversation: 'Gesprek met {{name}}',
    more: 'Meer acties',
    copySelection: 'Selectie kopiëren',
    copyText: 'Tekst kopiëren',
    copyPostLink: 'Link naar de post kopiëren',
    copyPersonLink: 'Link naar het profiel kopiëren',
    setPending: 'Op ‘Wacht op klant’ zetten',
    delete: 'Post verwijderen…',
    hide: 'Antwoord verbergen…',
    unhide: 'Antwoord weer tonen…',
    mute: '{{name}} dempen…',
    unmute: '{{name}} niet meer dempen…',
    blockDms: 'Privéberichten blokkeren…',
    unblockDms: 'Privéberichten weer toestaan…',
    hidden: 'verborgen op X',
  },
  moderation: {
    price: 'X rekent hiervoor ongeveer {{price}}.',
    busy: 'Bezig op X…',
    delete: {
      title: 'Deze post op X verwijderen?',
      effect:
        'De post verdwijnt op X voor iedereen en de tekst wordt hier gewist. Dat kun je niet ongedaan maken.',
      doIt: 'Post verwijderen',
    },
    hide: {
      title: 'Dit antwoord op X verbergen?',
      effect:
        'Op X komt het achter ‘verborgen antwoorden’ onder je post te staan. Hier blijft het zichtbaar.',
      doIt: 'Antwoord verbergen',
    },
    unhide: {
      title: 'Dit antwoord weer tonen op X?',
      effect: 'Iedereen ziet het weer onder je post.',
      doIt: 'Antwoord tonen',
    },
    mute: {
      title: '{{name}} dempen?',
      effect:
        'Op X zie je hun posts niet meer en krijg je er geen meldingen over; daar merken ze niets van. Perch blijft tonen wat ze je schrijven.',
      doIt: 'Dempen',
    },
    unmute: {
      title: '{{name}} niet meer dempen?',
      effect: 'Je ziet hun posts op X weer.',
      doIt: 'Niet meer dempen',
    },
    blockDms: {
      title: 'Privéberichten van {{name}} blokkeren?',
      effect:
        'Privéberichten sturen kan dan niet meer, openbaar schrijven nog wel. X laat apps niemand helemaal blokkeren: open daarvoor het profiel op X.',
      doIt: 'Berichten blokkeren',
    },
    unblockDms: {
      title: 'Privéberichten van {{name}} weer toestaan?',
      effect: 'Je kunt dan weer privéberichten van deze persoon krijgen.',
      doIt: 'Berichten toestaan',
    },
  },
  print: {
    print: 'Gesprek afdrukken',
    savePdf: 'Gesprek opslaan als pdf…',
    title: 'Gesprek met {{name}}',
    with: 'Met {{name}} (@{{handle}})',
    range_one: '{{formatted}} bericht, {{from}} – {{to}}',
    range_other: '{{formatted}} berichten, {{from}} – {{to}}',
    by: 'Afgedrukt door {{agent}} met Perch, {{time}}',
    state: {
      held: 'nog niet verstuurd',
      queued: 'nog niet verstuurd',
      waiting: 'nog niet verstuurd',
      sending: 'wordt verstuurd',
      refused: 'niet verstuurd',
      unknown: 'misschien verstuurd',
      stopped: 'tegengehouden',
    },
  },
};
