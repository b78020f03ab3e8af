import type { Words } from './catalogue.ts';
import type { enServiceLevels } from './enServiceLevels.ts';

/** Dutch: what is promised to whom. */
export const nlServiceLevels: Words<typeof enServiceLevels> = {
  serviceLevels: {
    title: 'Serviceniveaus',
    hint: 'Het eerste dat bij een gesprek past geldt, anders de standaard: “Antwoorden binnen”, onder Werkruimte.',
    sentence: '{{name}} ({{who}}): eerste antwoord binnen {{first}}, volgend binnen {{next}}',
    standardNext: 'Standaard: volgend antwoord binnen',
    name: 'Naam',
    channel: 'Kanaal',
    anyChannel: 'Elk',
    tag: 'Labels',
    tagHint: 'Met een ervan; is er geen gekozen, dan maken labels niet uit.',
    vip: 'Alleen vips',
    first: 'Eerste antwoord binnen, in minuten',
    next: 'Volgend antwoord binnen, in minuten',
    new: 'Nieuw niveau',
    incomplete:
      'Nodig: een naam die geen ander niveau heeft, een kanaal, een label of vips, en 1 tot 10.080 minuten.',
    add: 'Niveau toevoegen',
    change: 'Niveau opslaan',
    giveUp: 'Annuleren',
    edit: '{{name}} bewerken',
    up: '{{name}} omhoog',
    remove: '{{name}} verwijderen',
    standard: 'Standaard',
    warn: 'Waarschuwen voor het te laat is',
    warnHint: 'Een melding over gesprekken van jou of van niemand.',
    warnOff: 'Uit',
    paused: 'gepauzeerd · {{time}}',
    pausedOverdue: 'gepauzeerd · te laat',
    replyDue: 'Antwoord verwacht',
    due: {
      first: '{{level}}: eerste antwoord binnen {{time}}',
      next: '{{level}}: volgend antwoord binnen {{time}}',
    },
  },
};
