import type { Words } from './catalogue.ts';
import type { enErasing } from './enErasing.ts';

/** Dutch: erasing a person for good. */
export const nlErasing: Words<typeof enErasing> = {
  erasing: {
    command: 'Deze persoon wissen…',
    button: 'Wissen…',
    title: '{{name}} definitief wissen?',
    conversations_one: '{{formatted}} gesprek',
    conversations_other: '{{formatted}} gesprekken',
    messages_one: '{{formatted}} bericht, met de antwoorden van je team',
    messages_other: '{{formatted}} berichten, met de antwoorden van je team',
    notes_one: '{{formatted}} notitie',
    notes_other: '{{formatted}} notities',
    drafts_one: '{{formatted}} concept',
    drafts_other: '{{formatted}} concepten',
    replies_one: '{{formatted}} antwoord dat X nog niet heeft',
    replies_other: '{{formatted}} antwoorden die X nog niet heeft',
    surveys_one: '{{formatted}} enquête',
    surveys_other: '{{formatted}} enquêtes',
    files_one: '{{formatted}} afbeelding, video of opname van een privébericht',
    files_other: '{{formatted}} afbeeldingen, video’s en opnamen van privéberichten',
    rest: 'Het profiel, wat je team deed, zoekopdrachten naar deze persoon en de afbeeldingscache, die vanzelf weer wordt gevuld',
    figures:
      'Rapporten over enquêtes, doorverwijzingen en standaardantwoorden veranderen mee. De kosten blijven zoals ze zijn.',
    stays:
      'Wat anderen schreven blijft, ook als deze persoon daarin wordt genoemd, en op X wordt niets verwijderd. Een nieuw bericht telt als een nieuw contact.',
    onItsWay:
      'Een antwoord aan deze persoon is onderweg naar X of misschien al aangekomen. Wissen kan pas als dat in het postvak UIT is afgehandeld.',
    backups_one:
      '{{formatted}} back-up bevat deze persoon nog. Wordt die teruggezet, dan wordt de persoon opnieuw gewist. Kopieën die je zelf hebt gemaakt, blijven zoals ze zijn.',
    backups_other:
      '{{formatted}} back-ups bevatten deze persoon nog. Wordt er een teruggezet, dan wordt de persoon opnieuw gewist. Kopieën die je zelf hebt gemaakt, blijven zoals ze zijn.',
    deleteBackups: 'Ook deze back-ups verwijderen, zodra er een nieuwe is',
    final: 'Dit kan niet ongedaan worden gemaakt.',
    doIt: 'Definitief wissen',
    busy: 'Bezig met wissen…',
    goOn: 'Op de achtergrond doorgaan',
    cannotStop: 'Stoppen kan niet meer; je kunt gewoon doorwerken.',
    rewriting: 'De zoekindex wordt opnieuw geschreven: {{percent}}.',
    doneTitle: 'Gewist',
    done_one: 'Alles is weg, ook {{formatted}} bericht.',
    done_other: 'Alles is weg, ook {{formatted}} berichten.',
    proof: 'Daarna heeft Perch {{tables}} tabellen doorzocht en {{words}} woorden in de zoekindex opgezocht.',
    nothingFound: 'Er is niets gevonden.',
    found_one: '{{formatted}} spoor gevonden. Meld dit alsjeblieft.',
    found_other: '{{formatted}} sporen gevonden. Meld dit alsjeblieft.',
    unproven:
      'Alles is weg. Het achtergrondproces van Perch viel onderweg uit en maakte dit af toen het opnieuw startte; daarom is er deze keer geen bewijs.',
    backupsMay:
      'Back-ups kunnen deze persoon nog bevatten. Wordt er een teruggezet, dan wordt de persoon opnieuw gewist.',
    backupsGo: 'De eerdere back-ups verdwijnen zodra er een nieuwe is.',
    compacted: 'Het bestand is daarna opnieuw geschreven zonder deze persoon.',
    notCompacted: 'In het bestand is overschreven wat is gewist.',
    backupsRenewed: 'De eerdere back-ups zijn verwijderd en er is een nieuwe.',
    ledgerDamaged:
      'De lijst van gewiste personen is beschadigd: een archief of een oudere back-up kan hen terugbrengen. Zet een intacte erasures.json terug in de map van de werkruimte, of wis hen opnieuw als ze verschijnen; verwijder daarna erasures.json.damaged.',
  },
};
