import type { Words } from './catalogue.ts';
import type { enErrors } from './enErrors.ts';

/** Wat er gebeurde, wat veilig is, wat te doen: the failures in Dutch. */
export const nlErrors: Words<typeof enErrors> = {
  invalid: {
    what: 'Perch begreep een waarde niet: {{reason}}.',
    safe: 'Er is niets veranderd.',
    todo: 'Verbeter haar en probeer opnieuw.',
  },
  unknownMethod: {
    what: 'Twee delen van Perch passen niet bij elkaar.',
    safe: 'Er is niets veranderd.',
    todo: 'Sluit Perch af en start het opnieuw.',
  },
  notFound: {
    what: 'Dit is er niet meer.',
    safe: 'Al het andere is zoals het was.',
    todo: 'Kies een ander uit de lijst.',
  },
  emptyText: {
    what: 'Er is nog niets om te versturen.',
    safe: 'Er is niets verstuurd.',
    todo: 'Schrijf eerst een antwoord.',
  },
  postTooLong: {
    what: 'De post is {{over}} tekens te lang.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Kort het in tot {{limit}}, of verstuur het privé.',
  },
  noPublicPost: {
    what: 'Er is hier geen openbare post om op te antwoorden.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Antwoord met een privébericht.',
  },
  notHeld: {
    what: 'Het is te laat om dit antwoord terug te nemen.',
    safe: 'Het ging één keer de deur uit, zoals geschreven.',
    todo: 'Verwijder het op X als het weg moet.',
  },
  wrongState: {
    what: 'Dit antwoord is intussen verder.',
    safe: 'Er is niets veranderd.',
    todo: 'Bekijk zijn toestand in het gesprek.',
  },
  notConnected: {
    what: 'Er is geen X-account gekoppeld.',
    safe: 'Alles wat bewaard is, is er.',
    todo: 'Koppel een account.',
  },
  wrongAccount: {
    what: 'Deze aanmelding hoort bij @{{found}}, en de werkruimte bij @{{expected}}.',
    safe: 'Er is niets veranderd.',
    todo: 'Meld je aan als @{{expected}}.',
  },
  loginFailed: {
    what: 'Het aanmelden lukte niet: {{reason}}',
    safe: 'Er is niets veranderd.',
    todo: 'Probeer opnieuw.',
  },
  offline: {
    what: 'X is niet bereikbaar.',
    safe: 'Alles wat bewaard is, is er; antwoorden wachten tot X terug is.',
    todo: 'Werk gewoon door; kijk naar het netwerk als het zo blijft.',
  },
  timedOut: {
    what: 'X deed te lang over een antwoord.',
    safe: 'Alles wat bewaard is, is er.',
    todo: 'Perch probeert het vanzelf opnieuw.',
  },
  rateLimited: {
    what: 'X vraagt te wachten tot {{time}}.',
    safe: 'Er gaat niets verloren; antwoorden wachten.',
    todo: 'Niets: Perch gaat dan vanzelf verder.',
  },
  rateLimitedUnknown: {
    what: 'X vraagt een tijdje te wachten.',
    safe: 'Er gaat niets verloren; antwoorden wachten.',
    todo: 'Niets: Perch gaat vanzelf verder.',
  },
  unauthorised: {
    what: 'X aanvaardt deze aanmelding niet meer.',
    safe: 'Alles wat bewaard is, is er; er wordt niets meer verstuurd.',
    todo: 'Koppel het account opnieuw.',
  },
  outOfCredits: {
    what: 'Het tegoed van je X-ontwikkelaarsaccount is op.',
    safe: 'Alles wat bewaard is, is er; antwoorden wachten.',
    todo: 'Vul het aan in het ontwikkelaarsportaal van X.',
  },
  replyNotAllowed: {
    what: 'X laat dit account niet op die post antwoorden.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Stuur in plaats daarvan een privébericht.',
  },
  dmNotAllowed: {
    what: 'Deze persoon ontvangt geen privéberichten van dit account.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Antwoord openbaar, en vraag de klant je te schrijven.',
  },
  duplicatePost: {
    what: 'X weigert tweemaal dezelfde post.',
    safe: 'Het staat geen tweede keer op X; je tekst is bewaard.',
    todo: 'Verander de woorden een beetje.',
  },
  refusedByX: {
    what: 'X weigerde dit ({{status}}): {{detail}}',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Verander het, of probeer het later.',
  },
  xFailed: {
    what: 'X heeft zelf een probleem.',
    safe: 'Alles wat bewaard is, is er.',
    todo: 'Probeer het over een tijdje opnieuw.',
  },
  outcomeUnknown: {
    what: 'De verbinding brak tijdens het versturen: het staat op X, of niet.',
    safe: 'Het wordt niet vanzelf opnieuw verstuurd, dus het kan er geen twee keer staan.',
    todo: 'Kijk op X, en zeg hier wat je vond.',
  },
  notSent: {
    what: 'Dit heeft X niet bereikt.',
    safe: 'Je tekst is bewaard.',
    todo: 'Verstuur het opnieuw.',
  },
  newMessage: {
    what: 'De klant schreef opnieuw voor dit wegging.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Bekijk het nieuwe bericht en verstuur het toch, of bewerk het.',
  },
  answeredElsewhere: {
    what: 'Iemand anders heeft hier intussen geantwoord.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Bekijk dat antwoord en verstuur het jouwe toch, of bewerk het.',
  },
  longWait: {
    what: 'Dit wachtte lang voor het weg kon.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Kijk of het nog past en verstuur het toch, of bewerk het.',
  },
  budgetSpent: {
    what: 'De grens van {{limit}} voor deze maand is bereikt.',
    safe: 'Antwoorden gaan gewoon weg, en wat bewaard is blijft.',
    todo: 'Verhoog de grens onder Kosten, of wacht op de nieuwe maand.',
  },
  queryTooLong: {
    what: 'Deze zoekopdracht is {{over}} tekens te lang voor X.',
    safe: 'Er is niets veranderd.',
    todo: 'Laat woorden weg; X neemt {{limit}} tekens aan.',
  },
  storeFromFuture: {
    what: 'Deze werkruimte is geschreven door een nieuwere Perch.',
    safe: 'Er is niets aan veranderd.',
    todo: 'Werk Perch bij om haar te openen.',
  },
  storeCorrupt: {
    what: 'Het bestand van deze werkruimte is beschadigd: {{file}}',
    safe: 'Er is niets aan veranderd.',
    todo: 'Zet een kopie op zijn plaats.',
  },
  storeUnwritable: {
    what: 'Perch kan niet schrijven in {{file}}',
    safe: 'Wat eerder bewaard is, is veilig.',
    todo: 'Maak ruimte op de schijf en kijk wie daar mag schrijven.',
  },
  workspaceInUse: {
    what: 'Een andere Perch heeft deze werkruimte open.',
    safe: 'Er is niets aangeraakt.',
    todo: 'Gebruik het andere venster, of sluit dat eerst.',
  },
  plainTextConsentNeeded: {
    what: 'Deze computer heeft geen sleutelbos voor de aanmelding.',
    safe: 'Er is niets bewaard.',
    todo: 'Zeg of zij in een bestand bewaard mag worden.',
  },
  engineGone: {
    what: 'De motor van Perch is er niet.',
    safe: 'Alles wat bewaard is, is veilig.',
    todo: 'Wacht even; hij komt vanzelf terug.',
  },
  bug: {
    what: 'Er ging iets stuk in Perch.',
    safe: 'Alles wat bewaard is, is veilig.',
    todo: 'Probeer opnieuw. Blijft het zo, meld het dan met: {{reference}}',
  },
};
