import type { Words } from './catalogue.ts';
import type { enNetwork } from './enNetwork.ts';

/** Dutch: what leaves the machine. */
export const nlNetwork: Words<typeof enNetwork> = {
  network: {
    title: 'Netwerkactiviteit',
    show: 'Tonen…',
    settingsHint: 'Elke host waarmee Perch verbinding heeft gemaakt, wanneer en waarvoor.',
    hint: 'Verzoeken aan X worden voor deze werkruimte geteld, afbeeldingen voor deze computer. Alleen hosts en aantallen worden bewaard.',
    readOnlyHint:
      'Van een kopie zie je waarmee de werkruimte verbinding had gemaakt. Geopend om te lezen maakt ze met niets verbinding.',
    never:
      'Perch maakt verbinding met X en de hosts van de afbeeldingen van X, met niets anders: het verstuurt geen gebruiksgegevens, zoekt niet naar updates en heeft voor spelling en lettertypen geen dienst nodig. Links die je opent, en de pagina waarop je Perch toestemming geeft, worden door je browser geladen.',
    nothing: 'Er is nog met geen enkele host verbinding gemaakt.',
    failed: 'De netwerkactiviteit kan niet worden geladen',
    thisComputer: 'deze computer',
    host: 'Host',
    purpose: 'Doel',
    requests: 'Verzoeken',
    failures: 'Mislukt',
    received: 'Ontvangen',
    first: 'Eerste',
    last: 'Laatste',
    purposes: {
      login: 'Inloggen en de login vernieuwen',
      account: 'Account controleren',
      mentions: 'Vermeldingen ophalen',
      dms: 'Privéberichten ophalen',
      ownPosts: 'Je eigen posts ophalen',
      savedSearches: 'Opgeslagen zoekopdrachten uitvoeren',
      quotes: 'Citaten van je posts ophalen',
      parents: 'Posts ophalen waarop ze antwoordden',
      people: 'Profielen opvragen',
      deletions: 'Controleren op verwijderde posts',
      estimate: 'Berichten vooraf tellen',
      dmMedia: 'Media van privéberichten ophalen',
      send: 'Antwoorden versturen',
      upload: 'Afbeeldingen uploaden',
      reconcile: 'Nagaan of een antwoord is aangekomen',
      moderation: 'Verwijderen, verbergen, dempen, blokkeren',
      profilePictures: 'Profielfoto’s laden',
      media: 'Media van posts laden',
    },
  },
};
