import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';

/** Languages that people write in, those that Perch has no replies in under `other`. */
type Detected = ReplyLanguage | 'other';

// Words that are frequent in one of the languages and hardly occur in the others.
const words: Readonly<Record<Detected, string>> = {
  en: `the and on at our us if or be you your my is are was were have has had does did don't doesn't didn't isn't can't won't
    i'm i've it's it this that these there they them what where when why how who which with without from for not nothing still please thanks thank hello hi hey
    would could should will can just been being about again after before because any some yet ever never need want get got help
    order delivery refund package parcel account app working works stopped anyone someone problem issue sorry morning good`,
  nl: `de het een en ik je jij jullie mijn jouw wij ze zijn ben bent was waren heb hebt heeft hebben had kan kunt kunnen wil wilt moet
    niet geen maar ook nog al wel waar wanneer waarom hoe wie wat welke met zonder van voor naar bij uit op om te dat dit deze die er
    hier daar alsjeblieft alstublieft dank bedankt dankjewel hallo hoi dag goedemorgen goeiemorgen goedemiddag graag even nu altijd
    nooit iemand iets niets niks twee keer geld bestelling levering pakje pakket rekening werkt doet gaat komt blijft krijg kreeg sinds gisteren
    vandaag morgen weer opnieuw jammer helaas hulp help klopt steeds`,
  fr: `de en on à le les un une des du et je tu il elle nous vous ils mon ma mes votre vos notre nos est sont suis avez ai ont était pas ne plus
    mais aussi encore où quand pourquoi comment qui que quoi quel quelle avec sans pour dans sur chez depuis merci bonjour bonsoir
    salut svp s'il ça cela ce cette ces rien jamais toujours quelqu'un quelque commande livraison colis remboursement compte
    fonctionne marche reçu reçois attends peux peut pouvez voudrais veux aide hier aujourd'hui demain très bien problème toujours`,
  other: `der das und ich nicht ist mein meine wo wie warum auch noch bitte danke ein eine keine mit von für auf sie wir kann habe
    el los las una mi su es está dónde cuándo por qué gracias hola muy pero como con para más il lo gli di che non mio mia dove
    quando perché grazie ciao per sono è o os um uma meu minha não onde quando obrigado você och jag inte är det`,
};

const weights = toWeights();

/** Spellings that tell languages apart in words that are not in the lists. */
const spellings: readonly (readonly [Detected, RegExp])[] = [
  ['nl', /ij|aa|oe|uu|eeuw|sch|^ge\p{L}{3,}[dt]$|heid$|lijk$|tje$/u],
  ['fr', /[éèêàçùœ]|^(?:j|l|d|c|n|m|t|s|qu)['’]|eau|tion$|ment$|eux$|oi[rs]$/u],
  ['en', /th|wh|sh|ght|ing$|ould$|['’](?:s|m|ve|re|ll|t|d)$|y$/u],
  ['other', /[äöüßñ¿¡ãõåø]|ción$|keit$|ung$|zione$|ção$/u],
];

/** Fewer letters say nothing. */
const LEAST_LETTERS = 6;

/**
 * The language of what a person wrote, for private messages, of which X says none. Handles, links, hashtags and addresses do not
 * count. Null if there is too little, if it is a mixture, or probably another language.
 */
export function detectLanguage(text: string, leastLetters = LEAST_LETTERS): ReplyLanguage | null {
  const found = toPlainWords(text);
  if (found.join('').length < leastLetters) return null;
  const scores: Record<Detected, number> = { en: 0, nl: 0, fr: 0, other: 0 };
  for (const word of found) score(scores, word);
  const [first, second] = Object.entries(scores).toSorted(([, a], [, b]) => b - a);
  if (!first || !second || first[0] === 'other') return null;
  const isClear = first[1] >= 1 && first[1] >= 1.5 * second[1];
  return isClear ? (first[0] as ReplyLanguage) : null;
}

/** Whether a text has too few letters to say anything about its language. */
export const saysNoLanguage = (text: string): boolean => toPlainWords(text).join('').length < LEAST_LETTERS;

function toPlainWords(text: string): string[] {
  const plain = text.normalize('NFC').replace(/https?:\/\/\S+|www\.\S+|\S+@\S+|[@#]\S+/giu, ' ');
  const lower = plain.toLowerCase().replaceAll('’', "'");
  return lower.match(/\p{L}+(?:'\p{L}+)*/gu) ?? [];
}

function score(scores: Record<Detected, number>, word: string): void {
  const known = weights.get(word);
  if (known) for (const [language, weight] of known) scores[language] += weight;
  else for (const [language, pattern] of spellings) if (pattern.test(word)) scores[language] += 0.4;
}

/** How much each word says: one point, shared where more than one language has it. */
function toWeights(): ReadonlyMap<string, readonly (readonly [Detected, number])[]> {
  const languages = new Map<string, Set<Detected>>();
  for (const [language, list] of Object.entries(words) as [Detected, string][]) {
    for (const word of list.split(/\s+/u))
      languages.set(word, (languages.get(word) ?? new Set()).add(language));
  }
  return new Map(
    [...languages].map(([word, of]) => [word, [...of].map((one) => [one, 1 / of.size] as const)]),
  );
}
