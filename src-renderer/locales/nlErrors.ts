import type { Words } from './catalogue.ts';
import type { enErrors } from './enErrors.ts';
import { nlApprovalErrors } from './nlApproval.ts';
import { nlCrisisErrors } from './nlCrisis.ts';
import { nlFileErrors } from './nlFileErrors.ts';
import { nlGuardErrors } from './nlGuards.ts';
import { nlLibraryErrors } from './nlLibrary.ts';
import { nlStoreErrors } from './nlStoreErrors.ts';
import { nlXSentences } from './nlXSentences.ts';

/** Dutch: for each failure, what happened, what is safe and what to do. */
export const nlErrors: Words<typeof enErrors> = {
  ...nlApprovalErrors,
  ...nlCrisisErrors,
  ...nlLibraryErrors,
  ...nlGuardErrors,
  ...nlFileErrors,
  ...nlStoreErrors,
  invalid: {
    what: 'Die waarde is niet geldig: {{reason}}.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Pas de waarde aan en probeer het opnieuw.',
  },
  unknownMethod: {
    what: 'Onderdelen van Perch hebben verschillende versies.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Sluit Perch af en open het opnieuw.',
  },
  notFound: {
    what: 'Dit bestaat niet meer.',
    safe: 'Al het andere is ongewijzigd.',
    todo: 'Kies iets anders uit de lijst.',
  },
  agentNameTaken: {
    what: '“{{name}}” is de naam van een collega.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Ben jij dat, ga dan verder onder die naam; kies anders een andere.',
  },
  tagNameTaken: {
    what: 'Er is al een label “{{name}}”.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Gebruik dat label of kies een andere naam.',
  },
  surveyRefused: {
    what: 'Deze persoon krijgt nu geen vraag.',
    safe: 'Er is niets verstuurd, en geen enkel antwoord is geraakt.',
    todo: 'Bekijk de redenen en probeer het opnieuw zodra ze niet meer gelden.',
  },
  notCopied: {
    what: '“{{name}}” kon niet worden gekopieerd.',
    safe: 'Het klembord is niet gewijzigd.',
    todo: 'Probeer het opnieuw, of selecteer het hier en kopieer het.',
  },
  emptyText: {
    what: 'Er is nog niets om te versturen.',
    safe: 'Er is niets verstuurd.',
    todo: 'Schrijf eerst een antwoord.',
  },
  unfilledVariable: {
    what: 'Dit moet nog worden ingevuld: {{name}}.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Vervang het door wat er moet staan. Horen de accolades in de tekst, begin dan met twee accolades.',
  },
  dmTooLong: {
    what: 'Dit bericht heeft {{over}} tekens meer dan de {{limit}} die X aanneemt.',
    safe: 'Er is niets verstuurd; je tekst blijft bewaard.',
    todo: 'Kort het in of verstuur het in delen.',
  },
  postTooLong: {
    what: 'Deze post is {{over}} over de limiet.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Kort de post in tot {{limit}} tekens of verstuur hem privé.',
  },
  noPublicPost: {
    what: 'Er is hier geen openbare post om op te antwoorden.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Antwoord privé.',
  },
  notHeld: {
    queued: {
      what: 'De tijd om dit ongedaan te maken is voorbij: het wordt zo verstuurd.',
      safe: 'Het wordt één keer verstuurd, zoals je het schreef.',
      todo: 'Moet het niet op X blijven, verwijder het dan daar.',
    },
    sending: {
      what: 'Het wordt nu verstuurd en kan niet meer ongedaan worden gemaakt.',
      safe: 'Het wordt één keer verstuurd, zoals je het schreef.',
      todo: 'Zodra het op X staat, kun je het daar verwijderen.',
    },
    sent: {
      what: 'Het is verstuurd, zoals je het schreef.',
      safe: 'Perch verstuurt het geen tweede keer.',
      todo: 'Moet het niet op X blijven, verwijder het dan daar.',
    },
    refused: {
      what: 'Er valt niets ongedaan te maken: dit is niet verstuurd.',
      safe: 'Je tekst is bewaard.',
      todo: 'Bewerk het, probeer het opnieuw of gooi het weg.',
    },
    unknown: {
      what: 'Het staat misschien al op X en kan niet meer ongedaan worden gemaakt.',
      safe: 'Perch verstuurt het niet uit zichzelf opnieuw.',
      todo: 'Kijk op X en geef hier aan wat je vond.',
    },
  },
  wrongState: {
    what: 'Dit antwoord is intussen veranderd.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Bekijk de status in het gesprek.',
  },
  notBegun: {
    what: 'Perch is nog niet begonnen met lezen.',
    safe: 'Er is niets gelezen en niets uitgegeven.',
    todo: 'Kies vanaf wanneer Perch moet beginnen.',
  },
  notConnected: {
    what: 'Er is geen X-account gekoppeld.',
    safe: 'Alles wat is opgeslagen, is er nog.',
    todo: 'Koppel een account.',
  },
  wrongAccount: {
    what: 'Je logde in als @{{found}}, maar deze werkruimte hoort bij @{{expected}}.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Log in als @{{expected}}.',
  },
  loginFailed: {
    what: 'Inloggen mislukt: {{reason}}',
    safe: 'Er is niets gewijzigd.',
    todo: 'Probeer het opnieuw.',
  },
  offline: {
    what: 'X is niet bereikbaar.',
    safe: 'Er gaat niets verloren; wachtende antwoorden worden verstuurd zodra X terug is.',
    todo: 'Controleer je netwerk of probeer het zo meteen opnieuw.',
  },
  timedOut: {
    what: 'X reageerde niet op tijd.',
    safe: 'Er gaat niets verloren.',
    todo: 'Probeer het zo meteen opnieuw.',
  },
  rateLimited: {
    what: 'X vroeg Perch te wachten tot {{time}}.',
    safe: 'Er gaat niets verloren; wachtende antwoorden worden daarna verstuurd.',
    todo: 'Perch gaat automatisch verder.',
  },
  rateLimitedUnknown: {
    what: 'X vroeg Perch een tijdje te wachten.',
    safe: 'Er gaat niets verloren; wachtende antwoorden worden daarna verstuurd.',
    todo: 'Perch gaat automatisch verder.',
  },
  unauthorised: {
    what: 'X accepteert deze login niet.',
    safe: 'Er gaat niets verloren.',
    todo: 'Log opnieuw in of controleer het token.',
  },
  outOfCredits: {
    what: 'Het tegoed van je X-ontwikkelaarsaccount is op.',
    safe: 'Er gaat niets verloren; antwoorden wachten.',
    todo: 'Vul het aan in het ontwikkelaarsportaal van X.',
  },
  permissionMissing: {
    what: 'Deze login heeft daarvoor geen toestemming van X ({{detail}}).',
    safe: 'Er is op X niets veranderd.',
    todo: 'Log opnieuw in: X vraagt dan om de toestemming.',
  },
  replyNotAllowed: {
    what: 'X laat dit account niet op die post antwoorden.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Antwoord privé.',
  },
  dmNotAllowed: {
    what: 'Deze persoon ontvangt geen privéberichten van dit account.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Antwoord openbaar en vraag om je eerst een bericht te sturen.',
  },
  duplicatePost: {
    what: 'X accepteert dezelfde post geen twee keer.',
    safe: 'Hij staat geen tweede keer op X; je tekst is bewaard.',
    todo: 'Formuleer het iets anders.',
  },
  refusedByX: {
    what: 'X weigerde dit ({{status}}): “{{detail}}”',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Pas het aan of probeer het later opnieuw.',
  },
  xFailed: {
    what: 'X heeft op dit moment een storing.',
    safe: 'Alles wat is opgeslagen, is er nog.',
    todo: 'Probeer het over een tijdje opnieuw.',
  },
  outcomeUnknown: {
    what: 'De verbinding viel weg tijdens het versturen: misschien staat het op X, misschien niet.',
    safe: 'Perch verstuurt het niet uit zichzelf opnieuw, dus het kan er geen twee keer staan.',
    todo: 'Kijk op X en geef hier aan wat je vond.',
  },
  resendDelayed: {
    what: 'Het staat misschien al op X; daarom kijkt Perch daar om {{time}} nog een keer.',
    safe: 'Het wordt alleen opnieuw verstuurd als het er niet staat.',
    todo: 'Perch gaat automatisch verder.',
  },
  unseenMessages: {
    what: 'Deze persoon schreef opnieuw, en niemand heeft dat nog gezien.',
    safe: 'Het gesprek blijft zoals het was.',
    todo: 'Lees het nieuwe bericht en probeer het dan opnieuw.',
  },
  notUndone: {
    alreadyUndone: {
      what: 'Dit is al ongedaan gemaakt.',
      safe: 'Er is niets veranderd.',
      todo: 'Je hoeft niets meer te doen.',
    },
    changedSince: {
      what: 'Het gesprek is intussen veranderd; daarom kan dit niet meer ongedaan worden gemaakt.',
      safe: 'De nieuwere wijziging blijft staan.',
      todo: 'Open het gesprek en zet het zoals je het wilt.',
    },
    newMessage: {
      what: 'Deze persoon schreef opnieuw. Als je dit ongedaan maakt, verdwijnt dat bericht uit beeld.',
      safe: 'Het gesprek blijft open.',
      todo: 'Lees het nieuwe bericht en beslis dan.',
    },
    otherKind: {
      what: 'Dit kan niet ongedaan worden gemaakt.',
      safe: 'Er is niets veranderd.',
      todo: 'Open het gesprek en zet het zoals je het wilt.',
    },
  },
  notSent: {
    what: 'Dit heeft X niet bereikt.',
    safe: 'Je tekst is bewaard.',
    todo: 'Verstuur het opnieuw.',
  },
  newMessage: {
    what: 'De klant schreef opnieuw voordat dit werd verstuurd.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Lees het nieuwe bericht en verstuur je antwoord toch, of bewerk het.',
  },
  answeredElsewhere: {
    what: 'Iemand anders heeft hier intussen geantwoord.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Lees dat antwoord en verstuur het jouwe toch, of bewerk het.',
  },
  longWait: {
    what: 'Dit heeft lang gewacht voordat het verstuurd kon worden.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Controleer of het nog klopt en verstuur het toch, of bewerk het.',
  },
  budgetSpent: {
    what: 'De maandlimiet van {{limit}} is bereikt.',
    safe: 'Antwoorden worden gewoon verstuurd, en alles wat is opgeslagen, is er nog.',
    todo: 'Verhoog de limiet onder Kosten of wacht tot volgende maand.',
  },
  queryTooLong: {
    what: 'Deze zoekopdracht is {{over}} over de limiet van {{limit}} tekens van X.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Laat wat woorden weg.',
  },
  storeFromFuture: {
    what: 'Deze werkruimte is opgeslagen door een nieuwere versie van Perch.',
    safe: 'Er is niets in gewijzigd.',
    todo: 'Werk Perch bij om haar te openen.',
  },
  storeOnNetwork: {
    what: 'Deze werkruimte staat op een netwerkschijf, waar het bestand beschadigd kan raken.',
    safe: 'Er is niets in gewijzigd.',
    todo: 'Verplaats de map {{dir}} naar een schijf van deze computer en open haar daar.',
  },
  workspaceInUse: {
    what: 'Deze werkruimte is al geopend in een andere Perch.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Gebruik dat venster of sluit het eerst.',
  },
  fileNotSaved: {
    what: 'Het bestand {{file}} kon niet worden opgeslagen.',
    safe: 'Verder is er niets veranderd.',
    todo: 'Controleer de map en de vrije ruimte, of kies een andere plek.',
  },
  notPrinted: {
    what: 'Het systeem heeft dit niet afgedrukt: {{detail}}',
    safe: 'Er is niets veranderd.',
    todo: 'Controleer de printer, of sla het gesprek op als pdf.',
  },
  plainTextConsentNeeded: {
    what: 'Deze computer heeft geen wachtwoordkluis voor je inloggegevens.',
    safe: 'Er is niets bewaard.',
    todo: 'Kies of je inloggegevens in een bestand bewaard mogen worden.',
  },
  bug: {
    what: 'Er ging iets mis in Perch.',
    safe: 'Alles wat is opgeslagen, is veilig.',
    todo: 'Probeer het opnieuw. Blijft het gebeuren, meld het dan met dit kenmerk: {{reference}}',
  },
  byX: nlXSentences,
};
