import type { Words } from './catalogue.ts';
import type { enConnect } from './enConnect.ts';

/** Dutch: what helps while an account is being connected, and why that failed. */
export const nlConnect: Words<typeof enConnect> = {
  connect: {
    copyAll: 'Alle drie kopiëren',
    openAgain: 'Opnieuw openen',
    copyLink: 'Link kopiëren',
    linkNotCopied: 'De link kan niet worden gekopieerd. Gebruik “Opnieuw openen”.',
    wrongAccountHint:
      'Is je browser bij een ander X-account ingelogd? Wissel daar naar het juiste en open de pagina opnieuw.',
    xShowsError: 'Toont X een fout?',
    checks: {
      clientId:
        'De client ID is helemaal gekopieerd, uit “Keys and tokens” onder “OAuth 2.0”: niet de API key.',
      callbacks: 'Alle drie de callback-adressen staan in de app, letter voor letter.',
      native: '“User authentication settings” zijn ingevuld, met het type “Native App”.',
      permissions: 'De app mag posts en privéberichten lezen en schrijven.',
      credits: 'Het ontwikkelaarsaccount heeft nog tegoed.',
    },
    safe: 'Er is niets gekoppeld.',
    failures: {
      offline: {
        what: 'X is vanaf deze computer niet te bereiken.',
        todo: 'Controleer de internetverbinding en druk nog eens op de knop.',
      },
      timedOut: {
        what: 'X reageerde niet op tijd.',
        todo: 'Druk nog eens op de knop; blijft het zo, dan heeft X problemen en ligt het niet aan jou.',
      },
      xFailed: {
        what: 'X heeft op dit moment een storing.',
        todo: 'Het ligt niet aan je gegevens. Druk over een paar minuten nog eens op de knop.',
      },
      unauthorised: {
        what: 'X accepteert deze login niet.',
        todo: 'Kopieer het token opnieuw en helemaal: een OAuth 2 user access token. Het geldt maar twee uur; inloggen met je browser blijft gelden.',
      },
      outOfCredits: {
        what: 'Je X-ontwikkelaarsaccount heeft geen tegoed.',
        todo: 'Koop tegoed in het ontwikkelaarsportaal en druk nog eens op de knop.',
      },
      notConnected: {
        what: 'Er is geen login om opnieuw te gebruiken.',
        todo: 'Log in met je browser of plak een token.',
      },
    },
    todo: {
      portsTaken: 'Sluit het programma dat ze gebruikt, misschien een andere Perch, en log opnieuw in.',
      noBrowser: 'Kies een standaardbrowser in je systeeminstellingen en log opnieuw in, of plak een token.',
      wrongAddress: 'Log opnieuw in.',
      cancelled: 'Log opnieuw in wanneer je wilt.',
      waitedTooLong: 'Log opnieuw in en geef Perch binnen vijf minuten toestemming.',
      accessDenied: 'Log opnieuw in en kies “Authorize app”.',
      wrongState: 'Log opnieuw in en sluit oudere inlogpagina’s.',
      noLoginBegun: 'Log opnieuw in.',
      noCode: 'Log opnieuw in.',
      refused:
        'Controleer de client ID en de callback-adressen in het ontwikkelaarsportaal en log opnieuw in.',
      unknownClient:
        'Kopieer de client ID opnieuw, uit “Keys and tokens” onder “OAuth 2.0”: niet de API key.',
      wrongRequest: 'Controleer of alle drie de callback-adressen in je app staan, letter voor letter.',
      wrongScope:
        'Geef de app in “User authentication settings” het recht om posts en privéberichten te lezen en te schrijven.',
      codeExpired: 'Log opnieuw in; de code geldt maar een halve minuut.',
      xDown: 'Het ligt niet aan je gegevens. Log over een paar minuten opnieuw in.',
      words: 'Controleer de client ID en de callback-adressen in het ontwikkelaarsportaal en log opnieuw in.',
    },
    again: 'Inloggen bij X',
    againHint: 'Met dezelfde app als de vorige keer. Log in als @{{handle}}.',
    tokenAgainHint:
      'Plak een nieuw toegangstoken van @{{handle}}. Je vindt het in het ontwikkelaarsportaal van X: je app, “Keys and tokens”, onder “OAuth 2.0”.',
    otherWay: 'Op een andere manier inloggen',
  },
};
