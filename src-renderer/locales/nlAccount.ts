import type { Words } from './catalogue.ts';
import type { enAccount } from './enAccount.ts';

/** Dutch: logging out and removing an account. */
export const nlAccount: Words<typeof enAccount> = {
  account: {
    title: 'Account',
    menu: 'Accountmenu',
    add: 'Account toevoegen',
    openDemo: 'Demo openen',
    logOut: 'Uitloggen',
    logOutTitle: 'Uitloggen bij @{{handle}}?',
    logOutHint:
      'Perch vergeet de login van dit account. Alles wat op deze computer staat, blijft en opent zonder login; er wordt niets gelezen of verstuurd tot je weer inlogt.',
    remove: 'Dit account verwijderen',
    removeTitle: '@{{handle}} van deze computer verwijderen?',
    deletes: {
      workspace: 'Gesprekken, concepten, notities en instellingen, met hun kopieën: {{size}}',
      login: 'De login',
      cache: 'De cache met afbeeldingen van alle accounts, die zich vanzelf weer vult: {{size}}',
      unsent_one: '{{count}} antwoord dat X nog niet heeft',
      unsent_other: '{{count}} antwoorden die X nog niet heeft',
    },
    removeHint: 'Dit alles wordt definitief verwijderd. Op X wordt niets verwijderd.',
    typeHandle: 'Typ {{handle}} om te bevestigen:',
    removeForGood: 'Definitief verwijderen',
    removing: 'Bezig met verwijderen…',
  },
};
