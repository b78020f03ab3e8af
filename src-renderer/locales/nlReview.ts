import type { Words } from './catalogue.ts';
import type { enReview } from './enReview.ts';

/** Dutch: reading what is old, and keeping it. */
export const nlReview: Words<typeof enReview> = {
  review: {
    old: 'Lang geleden afgerond: geopend om te lezen',
    reply: 'Antwoorden…',
    export: 'Exporteren…',
    exportName_one: 'Gesprek',
    exportName_other: '{{formatted}} gesprekken',
    exporting: 'Gesprekken worden geëxporteerd…',
    exported: '{{done}} van {{total}}',
    missingPictures_one: '{{formatted}} afbeelding is niet opgeslagen in Perch en staat er niet in',
    missingPictures_other: '{{formatted}} afbeeldingen zijn niet opgeslagen in Perch en staan er niet in',
    open: 'Een kopie openen om te lezen…',
    openHint:
      'Een back-up, een oude werkruimte of een kopie van iemand anders: zonder account, en het bestand blijft zoals het is.',
    banner: 'Alleen-lezen: {{name}}, stand van {{time}}',
    bannerEmpty: 'Alleen-lezen: {{name}}',
    close: 'Deze kopie sluiten',
    state: 'Alleen-lezen',
    stateHint: 'Een bestand dat alleen-lezen is geopend: er wordt niets opgehaald, verstuurd of gewijzigd.',
  },
};
