import type { Words } from './catalogue.ts';
import type { enSpelling } from './enSpelling.ts';

/** Dutch: spelling. */
export const nlSpelling: Words<typeof enSpelling> = {
  spelling: {
    check: 'Spelling controleren',
    checkHint:
      'Onderstreept spelfouten: in antwoorden in de taal van de klant, in notities in die van jou. Klik met rechts voor suggesties. Werkt offline, in het Nederlands, Frans en Engels.',
    checkHintMac: 'macOS onderstreept spelfouten in antwoorden en notities.',
    unreadable:
      'Staat uit voor {{languages}}: het woordenboek kon niet worden gelezen. Perch opnieuw installeren kan helpen.',
    words: 'Jouw woorden',
    wordsHint:
      'Woorden die je aan het woordenboek hebt toegevoegd, worden op deze computer nooit onderstreept.',
    remove: '“{{word}}” verwijderen',
  },
};
