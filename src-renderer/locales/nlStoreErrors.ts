/** Dutch: a store that is damaged, missing or not writable, and an engine that is gone; what happened, what is safe and what to do. */
export const nlStoreErrors = {
  storeCorrupt: {
    what: 'Het bestand van deze werkruimte is beschadigd en kan niet worden geopend: {{file}}',
    safe: 'Perch schrijft er niets meer in. Er is nog geen back-up van.',
    todo: 'Bewaar wat leesbaar is in een nieuw bestand; het beschadigde blijft staan.',
  },
  storeCorruptCopy: {
    what: 'Het bestand van deze werkruimte is beschadigd en kan niet worden geopend: {{file}}',
    safe: 'Perch schrijft er niets meer in. Er is een back-up van {{time}}.',
    todo: 'Zet die back-up terug, of bewaar wat leesbaar is; het beschadigde bestand blijft staan.',
  },
  storeCorruptReading: {
    what: 'Het bestand van deze werkruimte is beschadigd: {{file}}',
    safe: 'Wat leesbaar is, wordt getoond. Er wordt niets nieuws opgeslagen, opgehaald of verstuurd. Er is nog geen back-up van.',
    todo: 'Bewaar wat leesbaar is in een nieuw bestand; het beschadigde blijft staan.',
  },
  storeCorruptReadingCopy: {
    what: 'Het bestand van deze werkruimte is beschadigd: {{file}}',
    safe: 'Wat leesbaar is, wordt getoond. Er wordt niets nieuws opgeslagen, opgehaald of verstuurd. Er is een back-up van {{time}}.',
    todo: 'Bewaar wat leesbaar is in een nieuw bestand, of zet die back-up terug; het beschadigde bestand blijft staan.',
  },
  storeForeign: {
    what: 'Dit bestand is geen werkruimte van Perch: {{file}}',
    safe: 'Het is niet gewijzigd.',
    todo: 'Haal het uit de map en open de werkruimte opnieuw.',
  },
  storeMissing: {
    what: 'Het bestand van deze werkruimte ontbreekt of is leeg: {{file}}',
    safe: 'Perch begint niet vanzelf een nieuw bestand. Van het oude is er geen back-up.',
    todo: 'Zet het bestand terug en open de werkruimte opnieuw, of begin opnieuw.',
  },
  storeMissingCopy: {
    what: 'Het bestand van deze werkruimte ontbreekt of is leeg: {{file}}',
    safe: 'Perch begint niet vanzelf een nieuw bestand. Er is een back-up van {{time}}.',
    todo: 'Zet het bestand terug en open de werkruimte opnieuw, of zet de back-up terug.',
  },
  rowDamaged: {
    what: 'Een deel van wat hier is opgeslagen, is beschadigd.',
    safe: 'Al het andere is nog leesbaar.',
    todo: 'Je kunt met al het andere doorgaan.',
  },
  noCopy: {
    what: 'Er is geen back-up die kan worden teruggezet.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Bewaar wat leesbaar is, of begin opnieuw; het oude bestand blijft staan.',
  },
  notRestored: {
    what: 'De back-up {{name}} is beschadigd of verdwenen.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Kies een andere back-up.',
  },
  notSalvaged: {
    what: 'In het beschadigde bestand is niets leesbaar.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Zet een back-up terug als die er is, of begin opnieuw; het oude bestand blijft staan.',
  },
  storeChecking: {
    what: 'Perch is niet goed afgesloten; deze werkruimte wordt daarom gecontroleerd',
    safe: 'Alles is gewoon te lezen.',
    todo: 'Wat je nu doet, wordt uitgevoerd zodra de controle klaar is.',
  },
  storeUnwritable: {
    what: 'Perch kan niet schrijven in {{file}}',
    safe: 'Wat eerder is opgeslagen, is veilig.',
    todo: 'Maak schijfruimte vrij en controleer de rechten van de map.',
  },
  storeUnwritableReading: {
    what: 'Perch kan niet schrijven in {{file}}',
    safe: 'Alles wat is opgeslagen, wordt getoond. Er wordt niets nieuws opgeslagen, opgehaald of verstuurd.',
    todo: 'Controleer de schijf en de rechten van de map, en open de werkruimte opnieuw.',
  },
  storeFull: {
    what: 'Je schijf is vol',
    safe: 'Wat eerder is opgeslagen, is veilig.',
    todo: 'Maak schijfruimte vrij; Perch gaat dan vanzelf verder.',
  },
  storeFullReading: {
    what: 'Je schijf is vol',
    safe: 'Alles wat is opgeslagen, wordt getoond. Er wordt niets nieuws opgeslagen, opgehaald of verstuurd.',
    todo: 'Maak schijfruimte vrij en open de werkruimte opnieuw.',
  },
  storeReadOnly: {
    what: 'De schijf of de map is alleen-lezen: Perch kan niet schrijven in {{file}}',
    safe: 'Wat eerder is opgeslagen, is veilig.',
    todo: 'Controleer de rechten van de map en of de schijf tegen schrijven is beveiligd.',
  },
  storeReadOnlyReading: {
    what: 'De schijf of de map is alleen-lezen: Perch kan niet schrijven in {{file}}',
    safe: 'Alles wat is opgeslagen, wordt getoond. Er wordt niets nieuws opgeslagen, opgehaald of verstuurd.',
    todo: 'Maak hem beschrijfbaar en open de werkruimte opnieuw.',
  },
  engineGone: {
    what: 'Het achtergrondproces van Perch draait niet.',
    safe: 'Alles wat is opgeslagen, is veilig.',
    todo: 'Wacht even; het start vanzelf opnieuw.',
  },
  engineStopped: {
    what: 'Het achtergrondproces van Perch is gestopt.',
    safe: 'Alles wat is opgeslagen, is veilig.',
    todo: 'Start het opnieuw; stopt het weer, start dan de computer opnieuw op.',
  },
  engineBack: {
    what: 'Het achtergrondproces van Perch is opnieuw gestart.',
    safe: 'Alles wat is opgeslagen, is veilig.',
    todo: 'Wat je net daarvoor deed, is misschien niet gelukt: kijk het na en doe het zo nodig opnieuw.',
  },
} as const;
