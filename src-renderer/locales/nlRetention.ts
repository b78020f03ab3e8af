import type { Words } from './catalogue.ts';
import type { enRetention } from './enRetention.ts';

/** Dutch: erasing old conversations by rules. */
export const nlRetention: Words<typeof enRetention> = {
  retention: {
    title: 'Oude gesprekken wissen',
    rule_one: '{{formatted}} dag zonder bericht',
    rule_other: '{{formatted}} dagen zonder bericht',
    ruleWithTag_one: 'Met het label “{{tag}}”, {{formatted}} dag zonder bericht',
    ruleWithTag_other: 'Met het label “{{tag}}”, {{formatted}} dagen zonder bericht',
    remove: 'Verwijderen',
    removeRule: 'Regel verwijderen: {{rule}}',
    age: 'Niets geschreven gedurende',
    hint: 'Alleen afgeronde gesprekken, en geen met een concept of een onverstuurd antwoord. Gebeurt één keer per dag als niemand met Perch werkt. Zonder regel staat het uit.',
    ages: {
      d180: '180 dagen',
      d365: '1 jaar',
      d730: '2 jaar',
      d1095: '3 jaar',
      d1825: '5 jaar',
      d3650: '10 jaar',
    },
    tag: 'Met het label',
    allTags: 'Elk label of geen',
    new: 'Nieuwe regel',
    add: 'Deze regel toevoegen…',
    addYes: 'Regel toevoegen',
    question: 'De regel blijft vanzelf werken. Wat is gewist, komt niet terug.',
    counting: 'Tellen wat er gewist zou worden…',
    wouldErase_one: 'Zou nu {{formatted}} gesprek wissen, van {{day}}.',
    wouldErase_other: 'Zou nu {{formatted}} gesprekken wissen, het oudste van {{day}}.',
    wouldEraseNone: 'Zou nu niets wissen.',
    now: 'Alle regels samen',
    run: 'Nu wissen…',
    lastRun_one: 'Laatst gewist: {{formatted}} gesprek, {{time}}',
    lastRun_other: 'Laatst gewist: {{formatted}} gesprekken, {{time}}',
  },
};
