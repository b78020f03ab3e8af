import type { Words } from './catalogue.ts';
import type { enProposals } from './enProposals.ts';

/** Dutch: replies that are proposed as canned responses. */
export const nlProposals: Words<typeof enProposals> = {
  proposals: {
    title: 'Voorgestelde standaardantwoorden',
    shown_one: '{{formatted}} voorstel',
    shown_other: '{{formatted}} voorstellen',
    hint: 'Deze antwoorden heeft je team keer op keer in bijna dezelfde woorden verzonden. Bewaar er een als standaardantwoord, of wijs het voorgoed af.',
    written_one: '{{formatted}} keer geschreven',
    written_other: '{{formatted}} keer geschreven',
    last: 'laatst {{when}}',
    create: 'Standaardantwoord maken',
    dismiss: 'Afwijzen',
    dismissed: 'Voorstel afgewezen',
    none: 'Geen voorstellen',
    noneHint:
      'Een antwoord dat je team drie keer in bijna dezelfde woorden verzendt, wordt hier voorgesteld.',
    failed: 'Voorstellen laden is mislukt',
  },
};
