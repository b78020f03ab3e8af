import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';

/** What customers of the year write about and what agents reply, with `{name}`, `{order}` and `{case}` to fill in. */
export interface Topic {
  readonly language: ReplyLanguage;
  readonly opens: Texts;
  readonly replies: Texts;
  readonly continues: Texts;
}

type Texts = readonly [string, ...string[]];

export const topics: readonly Topic[] = [
  {
    language: 'en',
    opens: [
      'My parcel with order {order} should have been here days ago. Where is it?',
      'Is there a delivery on Saturday? Order {order} still says “packed”.',
      'The tracking of order {order} has not moved since Monday, and I need the parcel this week.',
    ],
    replies: [
      'Hi {name}, sorry about the wait! Order {order} is with the carrier and comes tomorrow. (case {case})',
      'Hi {name}, I have asked the carrier about {order} and will let you know by tonight. (case {case})',
    ],
    continues: [
      'Still nothing here today, to be honest.',
      'Okay, I will be at home. Until what time do they come?',
    ],
  },
  {
    language: 'en',
    opens: [
      'I sent order {order} back two weeks ago. When do I get my refund?',
      'How do I get my money back for {order}? It arrived broken.',
      'You charged twice for order {order}, please look into it.',
    ],
    replies: [
      'Hi {name}, the amount for {order} left us this morning and takes up to five working days. (case {case})',
      'Hi {name}, thanks for writing. I have passed {order} on to our finance team. (case {case})',
    ],
    continues: [
      'It has been five days and my bank shows nothing.',
      'Could you send me a confirmation of that?',
    ],
  },
  {
    language: 'en',
    opens: [
      'The app logs me out every time I open it since the last update.',
      'I cannot find my playlists any more. Did something change?',
      'The app closes by itself as soon as I press play.',
    ],
    replies: [
      'Hi {name}, thanks for telling us. A clean reinstall helps most of the time, could you try that? (case {case})',
      'Hi {name}, which device and which version of the app is that? (case {case})',
    ],
    continues: ['I tried that and it is the same.', 'Version 8.2, on a Pixel 9.'],
  },
  {
    language: 'nl',
    opens: [
      'Mijn pakje van bestelling {order} is nog altijd niet aangekomen, waar blijft het?',
      'Hoe lang duurt een terugbetaling bij jullie? Het gaat over bestelling {order}.',
      'De app sluit vanzelf af zodra ik op afspelen druk, wat kan ik doen?',
    ],
    replies: [
      'Dag {name}, sorry dat het zo lang duurt! We hebben het nagekeken en laten je vandaag iets weten. (dossier {case})',
      'Dag {name}, bedankt voor je bericht. Het is doorgegeven aan de collega’s. (dossier {case})',
    ],
    continues: ['Ik heb nog altijd niets gehoord, jammer.', 'Bedankt, wanneer weten jullie meer?'],
  },
  {
    language: 'fr',
    opens: [
      'Mon colis de la commande {order} n’est toujours pas arrivé, où est-il ?',
      'Quand vais-je recevoir mon remboursement pour la commande {order} ?',
      'L’application se ferme toute seule depuis la mise à jour, que faire ?',
    ],
    replies: [
      'Bonjour {name}, toutes nos excuses pour l’attente ! Nous vérifions et revenons vers vous aujourd’hui. (dossier {case})',
      'Bonjour {name}, merci pour votre message. Nous l’avons transmis à nos collègues. (dossier {case})',
    ],
    continues: ['Toujours rien reçu, c’est dommage.', 'Merci, quand aurez-vous plus de nouvelles ?'],
  },
];

export const returns: Texts = [
  'One more thing about this: it happened again today.',
  'Hello, me again. It is not solved after all.',
];

/** What people write when music stops playing for everybody. */
export const outage = {
  hashtag: '#HarbourDown',
  posts: [
    'Nothing plays any more, every song stops after three seconds #HarbourDown',
    'Songs stop after three seconds, nothing plays any more since this morning #HarbourDown',
    'Is the login down? I cannot sign in to my account #HarbourDown',
    'Cannot sign in to my account, the login seems to be down #HarbourDown',
  ],
  title: 'Music stops after three seconds',
  statement: {
    en: 'Hi {firstName}, music stops for many of you right now. We have found the cause and are working on it; your files are safe.',
    nl: 'Dag {firstName}, bij velen stopt de muziek op dit moment. We kennen de oorzaak en werken eraan; je bestanden zijn veilig.',
    fr: 'Bonjour {firstName}, la musique s’arrête chez beaucoup d’entre vous. Nous en connaissons la cause et y travaillons ; vos fichiers sont en sécurité.',
  },
  fact: 'A storage server in Ghent does not respond; streams from the other two work.',
  decision: 'Send the holding statement to everybody who wrote, and nothing else until we know more.',
  handBack:
    'Streaming works again. The cause was a full disk; alerts for it are set up. Those who wrote have a reply each.',
  handBackAgain:
    'Songs play again after ten minutes. The statement was stopped; everybody who wrote gets a reply by hand.',
  over: 'Hi {name}, everything plays again. Sorry for the interruption! (case {case})',
} as const;

const firstNames = (
  'Anna Bram Clara Daan Elise Femke Gert Hanna Ivo Julie Kobe Lotte Milan Nora Oscar Paula Quinten Roos Stijn Tessa ' +
  'Ugo Vera Wout Xander Yara Zoe Amelie Bruno Celine Dries Emma Finn Greta Hugo Ines Jasper Karel Laura Matteo Nele'
).split(' ');
const lastNames = (
  'Aerts Bakker Claes Dubois Evers Fontaine Goossens Hendriks Iversen Jacobs Klein Lambert Martens Nijs Olsen Peeters ' +
  'Renard Smit Thijs Urban Vermeer Willems Yildiz Zeeman'
).split(' ');

export interface Customer {
  readonly handle: string;
  readonly name: string;
}

/** The n-th customer; from 960 on names come again, with other handles. */
export function toCustomer(n: number): Customer {
  const position = n % firstNames.length;
  const first = firstNames[position] ?? '';
  const last = lastNames[(Math.floor(n / firstNames.length) + position * 7) % lastNames.length] ?? '';
  const round = Math.floor(n / (firstNames.length * lastNames.length));
  const handle = `${first}_${last}`.toLowerCase().slice(0, 12);
  return { handle: `${handle}${round === 0 ? '' : round}`, name: `${first} ${last}` };
}

/** Fills a text in. */
export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(name|order|case)\}/g, (_, key: string) => String(values[key] ?? ''));
