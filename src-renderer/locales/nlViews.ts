import type { Words } from './catalogue.ts';
import type { enViews } from './enViews.ts';

/** Dutch: filters, sorting and saved views. */
export const nlViews: Words<typeof enViews> = {
  lists: {
    any: 'Alle',
    activeFilters: 'Actieve filters',
    remove: 'Filter verwijderen: {{filter}}',
    clear: 'Wissen',
    revert: 'Wijzigingen ongedaan maken',
    nothing: 'Geen gesprekken met deze filters',
    filters: { unread: 'Ongelezen', draft: 'Met concept', failedReply: 'Antwoord vraagt aandacht' },
    choices: {
      channel: 'Kanaal',
      assignee: 'Toegewezen aan',
      lang: 'Taal',
      waitingMinutes: 'Wacht langer dan',
      tag: 'Label',
    },
    assignedToMe: 'Aan jou toegewezen',
    unassigned: 'Niet toegewezen',
    assignedTo: 'Toegewezen aan {{agent}}',
    waitingOver: 'Wacht langer dan {{time}}',
    tagged: 'Label: {{tag}}',
    tagGone: 'Verwijderd label',
    sort: 'Sorteren',
    sorts: {
      urgent: 'Dringendste eerst',
      waiting: 'Langst wachtende eerst',
      newest: 'Nieuwste eerst',
      oldest: 'Oudste eerst',
    },
    saveAs: 'Opslaan als weergave…',
    saveTitle: 'Opslaan als weergave',
    save: 'Weergave opslaan',
    update: 'Weergave bijwerken',
    name: 'Naam',
    savedViews: 'Opgeslagen weergaven',
    noViews: 'Geen opgeslagen weergaven. Filter een lijst en kies ‘Opslaan als weergave…’.',
    goToSaved: 'Ga naar opgeslagen weergave 1 t/m 9',
    manage: 'Weergaven beheren…',
    nameOf: 'Naam van {{name}}',
    moveUp: '{{name}} omhoog verplaatsen',
    moveDown: '{{name}} omlaag verplaatsen',
    delete: '{{name}} verwijderen',
    deleteYes: 'Weergave verwijderen',
  },
};
