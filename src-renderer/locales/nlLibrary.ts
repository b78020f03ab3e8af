import type { Words } from './catalogue.ts';
import type { enLibrary } from './enLibrary.ts';

/** Dutch: errors of the library. */
export const nlLibraryErrors = {
  shortcutTaken: {
    what: 'Een ander standaardantwoord heeft de sneltekst “{{name}}” al.',
    safe: 'Er is niets gewijzigd.',
    todo: 'Kies een andere sneltekst.',
  },
  promiseFrozen: {
    what: 'Dit standaardantwoord is een toezegging, en de crisismodus staat aan: “{{name}}”.',
    safe: 'Er is niets ingevoegd; uw tekst is bewaard.',
    todo: 'Schrijf wat zeker klopt, of wacht tot de crisismodus voorbij is.',
  },
};

/** Dutch: canned responses and suggested replies. */
export const nlLibrary: Words<typeof enLibrary> = {
  library: {
    title: 'Standaardantwoorden',
    found_one: '{{count}} standaardantwoord',
    found_other: '{{count}} standaardantwoorden',
    insert: 'Invoegen',
    close: 'Sluiten',
    pickerEmpty: 'Nog geen standaardantwoorden.',
    fillIn: 'Vul {{names}} in voordat je verzendt.',
    nextVariable: 'Volgende',
    new: 'Nieuw standaardantwoord',
    insertCanned: 'Standaardantwoord invoegen',
    search: 'Standaardantwoorden zoeken',
    folder: 'Map',
    allFolders: 'Alle mappen',
    staleOnly: 'Alleen na te kijken',
    staleMark: 'nakijken',
    failed: 'Standaardantwoorden laden is mislukt',
    empty: 'Nog geen standaardantwoorden',
    emptyHint:
      'Bewaar een antwoord dat je vaak schrijft één keer, en voeg het overal in met / en de afkorting. Druk op <k>library.new</k>.',
    nothingFound: 'Niets gevonden',
    nothingFoundHint: 'Probeer andere woorden of een andere map.',
    form: 'Standaardantwoord',
    noneSelected: 'Eén keer schrijven, vaak gebruiken',
    noneSelectedHint:
      'Kies een standaardantwoord om het te bewerken, of druk op <k>library.new</k> voor een nieuw.',
    unsaved: 'niet bewaard',
    uses_one: '{{formatted}} keer gebruikt',
    uses_other: '{{formatted}} keer gebruikt',
    lastUsed: 'laatst {{when}}',
    resolved_one: '{{formatted}} afgerond',
    resolved_other: '{{formatted}} afgerond',
    askedAgain_one: 'één keer opnieuw gevraagd',
    askedAgain_other: '{{formatted}} keer opnieuw gevraagd',
    scores: { csat: '{{formatted}} van {{all}} tevreden', nps: '{{formatted}} van {{all}} bevelen je aan' },
    changed: 'gewijzigd {{when}} door {{by}}',
    saved: 'Standaardantwoord bewaard',
    deleted: '‘{{title}}’ verwijderd',
    delete: 'Verwijderen',
    discard: 'Wijzigingen weggooien',
    save: 'Bewaren',
    titleField: 'Titel',
    shortcut: 'Afkorting',
    shortcutExample: 'retour',
    folderExample: 'Levering/Retour',
    wordings: 'Formuleringen',
    addWording: 'Formulering toevoegen',
    removeWording: 'Deze formulering verwijderen',
    language: 'Taal',
    anyLanguage: 'Elke taal',
    channel: 'Kanaal',
    anyChannel: 'Openbaar en privé',
    text: 'Tekst',
    textExample: 'Dag {firstName}, …',
    variables: 'Worden ingevuld waar bekend: {{names}}. Naar elk ander {woord} wordt gevraagd.',
    languages: {
      en: 'Engels',
      nl: 'Nederlands',
      fr: 'Frans',
    },
    pictures: 'Afbeeldingen',
    picturesHint: 'Tot vier afbeeldingen gaan mee met elke formulering.',
    promise: 'Dit is een toezegging',
    promiseHint:
      'Zoals een terugbetaling of een datum. Zolang de crisismodus aanstaat, kan niemand ze gebruiken.',
    wrong: {
      title: 'Geef het een titel.',
      shortcut: 'Een afkorting bestaat alleen uit letters, cijfers, - en _.',
      folder: 'De naam van de map is te lang.',
      texts:
        'Elke formulering heeft een tekst nodig, en geen twee zijn voor dezelfde taal en hetzelfde kanaal.',
      images: 'Hoogstens vier afbeeldingen.',
    },
    stale: {
      old: 'Niet gebruikt of gewijzigd sinds {{when}}. Verwijder het als niemand het nog nodig heeft.',
      alwaysEdited:
        '{{edited}} van de laatste {{uses}} keer aangepast voor het verzenden. Neem op wat jullie telkens aanpassen.',
      foreignLink:
        'Verwijst naar {{host}}, en dat is geen site van jullie. Verbeter de link, of voeg de site toe bij Instellingen.',
      deadLink:
        'De pagina {{address}} bestond niet meer toen X er het laatst naar keek. Verbeter de link, of haal hem weg.',
      pastDate: '‘{{date}}’ is voorbij. Pas het aan, of haal het weg.',
      contradicted: 'Nieuwere antwoorden zeggen iets anders: ‘{{text}}’ ({{when}}). Werk het bij.',
    },
  },
  suggestions: {
    title: 'Voorgestelde antwoorden',
    takeBest: 'Beste voorstel invoegen',
    all: 'Alle voorstellen',
    take: 'Invoegen:',
    none: 'Nog niets vergelijkbaars. Typ <k>/</k> voor standaardantwoorden.',
    count_one: '{{formatted}}',
    count_other: '1 van {{formatted}}',
    canned: 'Standaardantwoord',
    elsewhere: 'Buiten Perch verzonden',
    to: 'aan @{{handle}}',
    uses_one: 'één keer verzonden',
    uses_other: '{{formatted}} keer verzonden',
    outcome: { resolved: 'afgerond', askedAgain: 'opnieuw gevraagd' },
  },
};
