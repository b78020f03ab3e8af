import type { HandoverSettings } from './handover.ts';

/** What handovers say until a workspace has wordings of its own. */
export const standardWordings: HandoverSettings['wordings'] = {
  en: {
    link: 'To help you we need a few details that don’t belong in public. Please send us a private message here:',
    words:
      'To help you we need a few details that don’t belong in public. Please send a private message to {account}.',
    reminder: 'We’d still like to help. Have you had a chance to send us a private message?',
    closing: 'Thanks for your private message! We’ll carry on from there.',
    prefill: 'Hello, this is about my post:',
  },
  nl: {
    link: 'Om je te helpen hebben we gegevens nodig die niet openbaar horen te zijn. Stuur ons hier een privébericht:',
    words:
      'Om je te helpen hebben we gegevens nodig die niet openbaar horen te zijn. Stuur een privébericht naar {account}.',
    reminder: 'We helpen je graag verder. Is het al gelukt om ons een privébericht te sturen?',
    closing: 'Bedankt voor je privébericht! We zetten het gesprek daar voort.',
    prefill: 'Hallo, het gaat over mijn bericht:',
  },
  fr: {
    link: 'Pour vous aider, il nous faut des informations à ne pas publier ici. Écrivez-nous en message privé :',
    words:
      'Pour vous aider, il nous faut des informations à ne pas publier ici. Écrivez à {account} en message privé.',
    reminder: 'Nous souhaitons toujours vous aider. Avez-vous pu nous envoyer un message privé ?',
    closing: 'Merci pour votre message privé ! Nous poursuivons la conversation là-bas.',
    prefill: 'Bonjour, c’est au sujet de mon post :',
  },
};
