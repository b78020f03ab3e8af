import type { Words } from './catalogue.ts';
import type { enXSentences } from './enXSentences.ts';

/** Dutch: what X said and what to do, for the refusals whose words Perch knows. */
export const nlXSentences: Words<typeof enXSentences> = {
  notPermitted: {
    what: 'X staat dit account dat niet toe.',
    todo: 'Controleer op X of het account beperkingen heeft.',
  },
  notMentioned: {
    what: 'X staat een openbaar antwoord alleen toe aan wie je vermeld of geciteerd heeft.',
    todo: 'Antwoord privé, of antwoord op X zelf.',
  },
  postGone: {
    what: 'De post is verwijderd, of dit account kan hem niet zien.',
    todo: 'Antwoord op een andere post, of privé.',
  },
  repliesRestricted: {
    what: 'De auteur heeft beperkt wie op deze post kan antwoorden.',
    todo: 'Antwoord privé.',
  },
  blocked: {
    what: 'Een van jullie heeft de ander geblokkeerd op X.',
    todo: 'Hef de blokkering op X op als die van jou is.',
  },
  protectedAccount: {
    what: 'De posts van deze persoon zijn afgeschermd.',
    todo: 'Volg deze persoon eerst op X, of antwoord privé.',
  },
  personSuspended: {
    what: 'X heeft het account van deze persoon opgeschort.',
    todo: 'Je kunt deze persoon niet via X bereiken.',
  },
  suspended: {
    what: 'X heeft je account opgeschort.',
    todo: 'Log in op x.com en volg de aanwijzingen van X.',
  },
  locked: {
    what: 'X heeft je account tijdelijk vergrendeld.',
    todo: 'Log in op x.com om het te ontgrendelen.',
  },
  automated: {
    what: 'X vermoedt automatisering en accepteerde dit niet.',
    todo: 'Wacht een tijdje en probeer het dan opnieuw.',
  },
  dailyLimit: {
    what: 'Je account heeft de daglimiet van X bereikt.',
    todo: 'Probeer het morgen opnieuw.',
  },
  tooLong: {
    what: 'De tekst is te lang voor X.',
    todo: 'Maak hem korter.',
  },
  emptyPost: {
    what: 'X accepteert geen leeg bericht.',
    todo: 'Schrijf eerst iets.',
  },
  badMedia: {
    what: 'X accepteert de bijlage niet.',
    todo: 'Verstuur het zonder bijlage.',
  },
  cashtags: {
    what: 'X accepteert maar één cashtag ($NAAM) per post.',
    todo: 'Verwijder de andere.',
  },
  noAccess: {
    what: 'Dit zit niet in je X-ontwikkelaarsabonnement.',
    todo: 'Controleer het abonnement en de rechten van de app in het ontwikkelaarsportaal van X.',
  },
  badRequest: {
    what: 'X begreep het verzoek niet.',
    todo: 'Pas het aan en probeer het opnieuw; werk Perch bij als het blijft gebeuren.',
  },
};
