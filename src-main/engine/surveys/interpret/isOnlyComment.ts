import { cleanText } from './cleanText.ts';
import { tokenise } from './tokenise.ts';

const toSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Longer ones are about a matter, too. */
const MAX_WORDS = 8;

/** Words that say that there is nothing to do better, and nothing else. */
const nothing = toSet('nothing none no nope nah niets niks nee neen rien non');
const content =
  toSet(`good great fine perfect excellent happy top super goed prima perfect tevreden parfait parfaite bien nickel
  satisfait satisfaite`);
const courtesies =
  toSet(`really at all it's was is were all everything ok okay keep up the work thanks thank you so very much cheers honestly just
  eigenlijk echt helemaal alles het was is doe zo verder bedankt dank je jullie u wel hoor ik ben heel zeer
  du tout vraiment c'est c'etait etait est va merci beaucoup tres franchement continuez comme ca je suis`);

/** Words with which a wish begins that is no more than one: "faster delivery". */
const wishes =
  toSet(`more less fewer faster quicker better shorter cheaper clearer friendlier lower easier simpler earlier sooner longer
  meer minder sneller snellere beter betere korter kortere goedkoper goedkopere duidelijker duidelijkere vriendelijker vriendelijkere lager lagere
  makkelijker makkelijkere eenvoudiger eenvoudigere vroeger langer langere ruimer ruimere
  mieux meilleur meilleure meilleurs meilleures davantage moins`);
const beforeWishes = toSet(
  'maybe perhaps just a bit little slightly misschien gewoon iets wat een beetje peut-etre juste un une peu de',
);
/** "Plus de réponse" is no wish but a matter, so that "plus" needs one of these behind it. */
const afterPlus = toSet(
  'rapide rapides vite clair claire clairs claires simple simples court courts courte courtes aimable efficace',
);

/** Words of somebody who is waiting for something, or tells what happened. */
const matters =
  toSet(`i i'm i've i'd me my mine we we've our us not never still but if because please pls yet again since until when where why how who which
  can could would should will want need call contact phone send replace refund cancel fix answer reply respond help tell ask return
  ik m'n mijn mij me wij we ons onze niet nooit nog maar als omdat want graag gelieve aub svp sinds tot wanneer waar waarom hoe wie welke
  kan kunnen kunt zou wil willen moet bel bellen contact stuur sturen terugbetaling terugbetalen annuleer annuleren antwoord antwoorden help helpen laat
  je j'ai j'attends moi mon ma mes nous notre nos pas jamais toujours encore mais si car parce depuis jusqu'a quand ou pourquoi comment qui quel quelle
  pouvez peux pourriez voudrais veux faut appelez rappelez contactez envoyez remboursez remboursement annulez annuler repondez reponse aidez aide`);

/**
 * Whether a response to the question what could be done better certainly calls for nothing: it says that there is nothing, or wishes for more or
 * less of something in few words. Everything else may be a matter that somebody has to see to. Reads closed word lists only.
 */
export function isOnlyComment(text: string): boolean {
  if (/https?:|[@?¿]/i.test(text)) return false;
  const tokens = tokenise(cleanText(text));
  if (tokens.some(({ kind }) => kind === 'number' || kind === 'code' || kind === 'line')) return false;
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ folded }) => folded);
  if (words.length === 0 || words.length > MAX_WORDS) return false;
  return isNothing(words) || isWish(words);
}

const isNothing = (words: readonly string[]): boolean =>
  words.every((word) => nothing.has(word) || content.has(word) || courtesies.has(word)) &&
  words.some((word) => nothing.has(word) || content.has(word));

function isWish(words: readonly string[]): boolean {
  if (words.some((word) => matters.has(word))) return false;
  const first = words.findIndex((word) => !beforeWishes.has(word));
  const [word = '', next = ''] = words.slice(Math.max(first, 0));
  return wishes.has(word) || (word === 'plus' && afterPlus.has(next));
}
