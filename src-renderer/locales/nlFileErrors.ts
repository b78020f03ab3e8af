import type { Words } from './catalogue.ts';
import type { enFileErrors } from './enFileErrors.ts';

/** Dutch: what went wrong with a file that was chosen, and with a picture, attached to a reply or shown. */
export const nlFileErrors: Words<typeof enFileErrors> = {
  fileTypeNotSupported: {
    what: '“{{name}}” kun je niet toevoegen: Perch neemt PNG, JPEG, WebP en GIF aan.',
    safe: 'Er is niets verstuurd; je concept is bewaard.',
    todo: 'Kies een ander bestand, of plaats een video op x.com.',
  },
  fileTooLarge: {
    what: '“{{name}}” is {{over}} MB; X neemt hooguit {{limit}} MB aan.',
    safe: 'Er is niets verstuurd; je concept is bewaard.',
    todo: 'Maak de afbeelding kleiner en voeg haar opnieuw toe.',
  },
  fileNotRead: {
    what: 'Het bestand {{file}} kon niet worden gelezen.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Controleer of het er nog staat en of je het mag openen.',
  },
  copyNotOpened: {
    notPerch: {
      what: '{{file}} is geen werkruimte van Perch.',
      safe: 'Het bestand is niet gewijzigd.',
      todo: 'Kies het bestand perch.sqlite van een werkruimte of een back-up uit de map “copies” ervan.',
    },
    damaged: {
      what: '{{file}} is beschadigd en kan niet worden gelezen.',
      safe: 'Het bestand is niet gewijzigd.',
      todo: 'Kies een andere kopie of back-up.',
    },
    newer: {
      what: '{{file}} is opgeslagen met een nieuwere versie van Perch.',
      safe: 'Het bestand is niet gewijzigd.',
      todo: 'Werk Perch bij en open het bestand opnieuw.',
    },
    changing: {
      what: '{{file}} verandert steeds: een andere Perch gebruikt het bestand.',
      safe: 'Het bestand is niet gewijzigd.',
      todo: 'Sluit die andere Perch eerst af of kies een back-up.',
    },
    noRoom: {
      what: 'Er is op de schijf geen ruimte voor de eigen kopie die nodig is om {{file}} te lezen.',
      safe: 'Het bestand is niet gewijzigd.',
      todo: 'Maak schijfruimte vrij en open het bestand opnieuw.',
    },
    unreadable: {
      what: 'Kan {{file}} niet openen.',
      safe: 'Het bestand is niet gewijzigd.',
      todo: 'Controleer of het bestand er nog is en of je het mag lezen.',
    },
  },
  readOnly: {
    what: 'Deze werkruimte is alleen-lezen geopend.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Sluit haar en open je eigen werkruimte om iets te wijzigen.',
  },
  archiveNotRead: {
    notZip: {
      what: '{{file}} is geen zipbestand.',
      safe: 'Er is niets geïmporteerd.',
      todo: 'Kies het zipbestand dat je bij X hebt gedownload, zoals het is. Sla een spreadsheet eerst op als CSV.',
    },
    noArchive: {
      what: '{{file}} is geen archief van X: er staat geen account in.',
      safe: 'Er is niets geïmporteerd.',
      todo: 'Kies het zipbestand dat X aanbiedt onder “Een archief van je gegevens downloaden”, zoals het is. Sla een spreadsheet eerst op als CSV.',
    },
    damaged: {
      what: '{{file}} is beschadigd of onvolledig.',
      safe: 'Er is niets geïmporteerd.',
      todo: 'Download het archief opnieuw bij X.',
    },
    tooLarge: {
      what: '{{file}} bevat meer bestanden dan een archief van X kan hebben.',
      safe: 'Er is niets geïmporteerd.',
      todo: 'Download het archief opnieuw bij X en kies het zipbestand zoals het is.',
    },
    changed: {
      what: '{{file}} is een ander bestand dan toen het importeren begon.',
      safe: 'Wat al geïmporteerd was, blijft bewaard.',
      todo: 'Importeer het opnieuw: niets wordt dubbel opgeslagen.',
    },
    notText: {
      what: '{{file}} is geen tabel met tekst.',
      safe: 'Er is niets geïmporteerd.',
      todo: 'Exporteer de berichten als CSV uit het andere programma en kies dat bestand zoals het is.',
    },
    empty: {
      what: '{{file}} heeft geen rijen onder de kopregel.',
      safe: 'Er is niets geïmporteerd.',
      todo: 'Kies een tabel waarvan de eerste rij de kolommen benoemt, met op elke rij daaronder een bericht.',
    },
    tooManyColumns: {
      what: '{{file}} heeft meer kolommen dan een tabel met berichten kan hebben.',
      safe: 'Er is niets geïmporteerd.',
      todo: 'Exporteer alleen de kolommen van de berichten, als CSV.',
    },
    unclosedQuote: {
      what: 'In de kopregel van {{file}} wordt een aanhalingsteken niet gesloten.',
      safe: 'Er is niets geïmporteerd.',
      todo: 'Exporteer de tabel opnieuw, of verbeter de eerste rij.',
    },
  },
  tableNotUnderstood: {
    what: 'Het is nog niet duidelijk hoe {{file}} gelezen moet worden.',
    safe: 'Er is niets geïmporteerd.',
    todo: 'Sleep het bestand naar het scherm Synchronisatie en geef aan wat elke kolom is.',
  },
  backupOfOther: {
    what: '{{file}} is een back-up van @{{found}}; deze werkruimte hoort bij @{{expected}}.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Kies een back-up van @{{expected}}, of open eerst de werkruimte van @{{found}}.',
  },
  archiveOfOther: {
    what: '{{file}} is het archief van @{{found}}; deze werkruimte hoort bij @{{expected}}.',
    safe: 'Er is niets geïmporteerd.',
    todo: 'Kies het archief van @{{expected}}, of importeer dit in een werkruimte van @{{found}}.',
  },
  archiveImporting: {
    what: 'Er wordt al een ander archief geïmporteerd, of dat importeren is gepauzeerd: {{file}}.',
    safe: 'Wat geïmporteerd is, blijft bewaard.',
    todo: 'Laat dat importeren afronden, of breek het af.',
  },
  textTooLarge: {
    what: '“{{name}}” is {{over}} MB; Perch importeert hooguit {{limit}} MB tegelijk.',
    safe: 'Er is niets geïmporteerd.',
    todo: 'Verdeel het over meer bestanden, elk met de kopregel, en importeer ze een voor een.',
  },
  gifTooLarge: {
    what: '“{{name}}” heeft {{frames}} beelden van {{width}} × {{height}} pixels, samen {{millions}} miljoen. Een bewegende gif mag op X hooguit {{mostFrames}} beelden, {{longSide}} × {{shortSide}} pixels en samen {{mostMillions}} miljoen pixels hebben.',
    safe: 'Er is niets verstuurd; je concept is bewaard.',
    todo: 'Maak de gif kleiner of korter en voeg hem opnieuw toe.',
  },
  pictureNotReadable: {
    what: '“{{name}}” is niet als afbeelding te lezen, of heeft te veel pixels.',
    safe: 'Er is niets verstuurd; je concept is bewaard.',
    todo: 'Sla het bestand in een ander programma opnieuw op, of kies een ander.',
  },
  tooManyFiles: {
    what: 'Te veel afbeeldingen: hier hooguit {{limit}}, en een gif alleen apart.',
    safe: 'Er is niets verstuurd; je concept is bewaard.',
    todo: 'Haal er een paar weg.',
  },
  fileRefused: {
    what: 'X heeft “{{name}}” niet aangenomen: {{detail}}',
    safe: 'Het antwoord is niet verstuurd; tekst en afbeeldingen zijn bewaard.',
    todo: 'Probeer het opnieuw, of voeg een ander bestand toe.',
  },
  pictureNotLoaded: {
    what: 'Deze afbeelding kon niet worden geladen.',
    safe: 'Er is niets opgeslagen of gekopieerd.',
    todo: 'Probeer het opnieuw, of open het bericht op X.',
  },
  pictureNotCopied: {
    what: 'Deze afbeelding kon niet worden gekopieerd.',
    safe: 'Het klembord is ongewijzigd.',
    todo: 'Sla de afbeelding op.',
  },
};
