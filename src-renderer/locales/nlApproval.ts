import type { Words } from './catalogue.ts';
import type { enApproval, enApprovalErrors } from './enApproval.ts';

/** Dutch: errors of approvals. */
export const nlApprovalErrors: Words<typeof enApprovalErrors> = {
  noColleague: {
    what: 'Er werkt nog niemand anders in deze werkruimte.',
    safe: 'Er is niets verstuurd; je tekst is bewaard.',
    todo: 'Voeg een collega toe in Instellingen, of verstuur het zelf.',
  },
  ownReply: {
    what: 'Je kunt je eigen antwoord niet goedkeuren.',
    safe: 'Het wacht nog op een collega.',
    todo: 'Trek het in om het zelf te versturen.',
  },
  conversationChanged: {
    what: 'Het gesprek is veranderd sinds dit antwoord is geschreven.',
    safe: 'Er is niets verstuurd; het antwoord wacht nog.',
    todo: 'Lees wat er nieuw is en keur het dan toch goed, of stuur het terug.',
  },
};

/** Dutch: replies that a colleague approves. */
export const nlApproval: Words<typeof enApproval> = {
  approval: {
    ask: 'Goedkeuring vragen',
    askHint: 'Het antwoord blijft hier tot een collega het goedkeurt. Tot dan kun je het intrekken.',
    whom: 'Vragen aan',
    anyone: 'Wie dan ook',
    note: 'Notitie',
    noteHint: 'Niet verplicht; alleen je team ziet die',
    asked: 'Wacht op goedkeuring',
    label: 'Wacht op goedkeuring: antwoord van {{author}}',
    ownLabel: 'Wacht op goedkeuring: jouw antwoord',
    askedYou: '{{author}} vraagt je dit goed te keuren',
    askedAnyone: '{{author}} vraagt iemand dit goed te keuren',
    askedOther: '{{author}} vroeg {{approver}} dit goed te keuren',
    youAsked: 'Wacht tot {{approver}} dit goedkeurt',
    youAskedAnyone: 'Wacht tot een collega dit goedkeurt',
    newMessage: '{{name}} schreef opnieuw nadat dit was geschreven.',
    answeredElsewhere: 'Iemand heeft al geantwoord nadat dit was geschreven.',
    guarded: 'Waarschuwing: {{guards}}. Misschien heeft {{author}} dat toegestaan; kijk nog eens.',
    approve: 'Goedkeuren',
    approveEdited: 'Goedkeuren met wijzigingen',
    approveAnyway: 'Toch goedkeuren',
    edit: 'Antwoord voor goedkeuring bewerken',
    editShort: 'Bewerken',
    editLabel: 'Goed te keuren tekst',
    return: 'Antwoord terugsturen of intrekken',
    returnShort: 'Terugsturen',
    withdraw: 'Intrekken',
    returnLabel: 'Waarom je het terugstuurt',
    returnHint: 'Wordt een privénotitie; de tekst gaat terug naar het concept',
    cancel: 'Annuleren',
    withdrawn: 'Ingetrokken; de tekst staat weer in het concept',
    returned: 'Met een notitie teruggestuurd naar {{author}}',
    rowToApprove: 'Antwoord goed te keuren',
    rowWaiting: 'Wacht op goedkeuring',
    told: {
      asked: 'Een collega vraagt je een antwoord goed te keuren',
      approved: 'Een collega heeft je antwoord goedgekeurd',
      returned: 'Een collega heeft je antwoord teruggestuurd',
    },
    system: {
      asked: '{{by}} vroeg {{approver}} een antwoord goed te keuren',
      askedAnyone: '{{by}} vroeg om goedkeuring van een antwoord',
      approved: '{{by}} keurde het antwoord van {{author}} goed',
      edited: '{{by}} keurde het antwoord van {{author}} goed met wijzigingen. Eerst: “{{before}}”',
      returned: '{{by}} stuurde het antwoord van {{author}} terug',
      withdrawn: '{{by}} trok een antwoord in dat op goedkeuring wachtte',
    },
  },
};
