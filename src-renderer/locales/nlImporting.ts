import type { Words } from './catalogue.ts';
import type { enImporting } from './enImporting.ts';

/** Dutch: importing and exporting canned responses. */
export const nlImporting: Words<typeof enImporting> = {
  importing: {
    menu: 'Importeren en exporteren',
    import: 'Uit een bestand importeren…',
    exportCsv: 'Als tabel (CSV) exporteren…',
    exportJson: 'Als JSON exporteren…',
    exportName: 'Standaardantwoorden',
    title: 'Standaardantwoorden importeren',
    from: 'Wat ‘{{name}}’ met je bibliotheek doet:',
    created_one: '{{formatted}} nieuw standaardantwoord',
    created_other: '{{formatted}} nieuwe standaardantwoorden',
    updated_one: '{{formatted}} gewijzigd',
    updated_other: '{{formatted}} gewijzigd',
    unchanged_one: '{{formatted}} blijft zoals het is',
    unchanged_other: '{{formatted}} blijven zoals ze zijn',
    nothing: 'Alles uit ‘{{name}}’ staat al woordelijk in je bibliotheek.',
    keeps: 'Er wordt niets verwijderd, en je kunt de import ongedaan maken.',
    apply_one: '{{formatted}} importeren',
    apply_other: '{{formatted}} importeren',
    done_one: '{{formatted}} standaardantwoord geïmporteerd',
    done_other: '{{formatted}} standaardantwoorden geïmporteerd',
    refused_one: 'Er is niets geïmporteerd: in ‘{{name}}’ staat een fout.',
    refused_other: 'Er is niets geïmporteerd: in ‘{{name}}’ staan {{formatted}} fouten.',
    refusedMany: 'Er is niets geïmporteerd. Dit zijn de eerste {{formatted}} fouten in ‘{{name}}’.',
    errors: 'Fouten',
    chooseAgain: 'Opnieuw een bestand kiezen…',
    line: 'Regel {{line}}',
    lineColumn: 'Regel {{line}}, kolom {{column}}',
    wrong: {
      empty: 'Er staat geen standaardantwoord in. Zet minstens één rij onder de kopregel.',
      notText: 'Dit is geen tekstbestand. Sla de tabel in je spreadsheetprogramma op als CSV (UTF-8).',
      wrongEncoding: 'De tekens zijn niet te lezen. Sla het bestand op als UTF-8.',
      notJson: 'De JSON breekt hier af of klopt niet. Verbeter hem, of exporteer opnieuw.',
      unclosedQuote: 'Hier begint een aanhalingsteken dat nergens sluit. Zet het sluitende erbij.',
      strayQuote: 'Er staat een aanhalingsteken midden in een veld. Schrijf het dubbel.',
      missingColumn: 'Deze kolom ontbreekt. Zet hem in de kopregel.',
      unknownColumn:
        'Deze kolom is onbekend. Gebruik id, title, shortcut, folder, language, channel en text, of verwijder hem.',
      duplicateColumn: 'Deze kolom staat er twee keer. Verwijder er een.',
      fieldCount:
        'Er zijn {{found}} velden, meer dan er kolommen zijn. Zet tekst met scheidingstekens tussen aanhalingstekens.',
      emptyField: 'Dit is leeg. Vul het in, of verwijder de rij.',
      tooLong: 'Dit is langer dan {{limit}} tekens. Maak het korter.',
      unknownLanguage:
        '‘{{found}}’ is geen taal voor antwoorden. Schrijf en, nl of fr, of laat het leeg voor elke taal.',
      unknownChannel: '‘{{found}}’ is geen kanaal. Schrijf public of private, of laat het leeg voor allebei.',
      invalidShortcut: '‘{{found}}’ is geen afkorting. Gebruik alleen letters, cijfers, - en _.',
      duplicateShortcut:
        'Een ander standaardantwoord heeft de afkorting ‘{{found}}’. Wijzig een van de twee.',
      duplicateText:
        'Dit standaardantwoord heeft al een tekst voor deze taal en dit kanaal. Verwijder er een.',
      contradiction:
        '‘{{found}}’ staat er twee keer met verschillende gegevens. Maak ze gelijk, of verwijder er een.',
      invalid: '‘{{found}}’ is niet wat hier verwacht wordt. Vergelijk het met een export.',
    },
  },
};
