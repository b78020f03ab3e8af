import type { Words } from './catalogue.ts';
import type { enMenus } from './enMenus.ts';

/** Dutch: the context menus of messages and rows. */
export const nlMenus: Words<typeof enMenus> = {
  menu: {
    message: 'Bericht van {{name}}',
    conversation: 'Gesprek met {{name}}',
    more: 'Meer acties',
    copySelection: 'Selectie kopiëren',
    copyText: 'Tekst kopiëren',
    copyPostLink: 'Link naar de post kopiëren',
    copyPersonLink: 'Link naar het profiel kopiëren',
    setPending: 'Op ‘Wacht op klant’ zetten',
  },
};
