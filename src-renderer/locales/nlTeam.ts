import type { Words } from './catalogue.ts';
import type { enTeam } from './enTeam.ts';

/** Dutch: tags and private notes. */
export const nlTeam: Words<typeof enTeam> = {
  tags: {
    title: 'Labels',
    choose: 'Labels',
    placeholder: 'Label toevoegen of zoeken',
    none: 'Nog geen labels. Typ een naam om het eerste te maken.',
    cannot: 'Dit kan geen naam zijn. Gebruik hoogstens 60 tekens.',
    create: '“{{name}}” aanmaken',
    of_one: 'Label: {{names}}',
    of_other: 'Labels: {{names}}',
    tagged: 'Label toegevoegd: {{tag}}',
    untagged: 'Label verwijderd: {{tag}}',
    addedBy_one: '{{by}} voegde het label {{tags}} toe',
    addedBy_other: '{{by}} voegde de labels {{tags}} toe',
    removedBy_one: '{{by}} verwijderde het label {{tags}}',
    removedBy_other: '{{by}} verwijderde de labels {{tags}}',
    settingsHint:
      'Een nieuwe naam of kleur zie je in elk gesprek. Druk op <k>conversation.tag</k> bij een gesprek om het een label te geven.',
    settingsNone: 'Nog geen labels. Druk op <k>conversation.tag</k> bij een gesprek om er een te maken.',
    colour: 'Kleur',
    name: 'Naam',
    nameAdvice: '1 tot {{limit}} tekens, en niet de naam van een ander label',
    conversations_one: '{{count}} gesprek',
    conversations_other: '{{count}} gesprekken',
    delete: '{{name}} verwijderen',
    deleteSure_zero: '“{{name}}” verwijderen? Geen enkel gesprek heeft dit label.',
    deleteSure_one:
      '“{{name}}” verwijderen? Het verdwijnt bij {{count}} gesprek; dit kan niet ongedaan worden gemaakt.',
    deleteSure_other:
      '“{{name}}” verwijderen? Het verdwijnt bij {{count}} gesprekken; dit kan niet ongedaan worden gemaakt.',
    deleteYes: 'Verwijderen',
    found: 'Met dit label',
    colours: {
      grey: 'Grijs',
      brown: 'Bruin',
      red: 'Rood',
      orange: 'Oranje',
      yellow: 'Geel',
      green: 'Groen',
      teal: 'Blauwgroen',
      pink: 'Roze',
    },
  },
};
