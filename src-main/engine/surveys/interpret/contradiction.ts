import type { SurveyScale } from '#shared/domain/survey.ts';
import { type Piece, toWord } from './readNumbers.ts';

const toSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Beginnings of words that hardly anybody says who gives the highest score. */
const harsh = new RegExp(
  `^(?:${`wast(?:e|ing) ignor(?:e|ed|ing|er|ant)? useless worst terribl horrib awful joke lol lmao disgrac pathetic los(?:e|es|ing|t)$ sham(?:e|eful)
  garbage trash rubbish scam ripoff incompeten disappoint fail(?:ed|ing|ure)? broke nothing$ liar lying congrat ridicul unaccept disgust
  rude kidding negeren genegeerd negeert waardelo slecht verschrik vreselijk schandal schande belachelijk grap(?:je|pen)?$ niks$ niets$ proficiat
  bravo$ kapot verloren verliezen kwijt oplicht leugen bescham laten$ wachten$ onaanvaard teleurgesteld onkund onbekwaam onbeschoft amateur
  pire hont lamentabl nul$ nulle nuls blague inutil arnaqu catastroph felicit panne perd(?:u|ue|re)$ attend(?:re|ant)$ attente$ menteur inadmiss
  scandal decu$ decue decev nulit`
    .split(/\s+/)
    .join('|')})`,
);

/** What takes the sting out of such a word: "nothing to complain", "niks op aan te merken", "rien à dire". */
const harmless =
  /nothing (?:but|to|bad|else|wrong)|(?:niks|niets) (?:op|aan|te|dan|mis)|lost (?:and found)|n'ai pas (?:du |)attendre|pas attendre/;

/** Words of people who are content. */
const praise =
  toSet(`great amazing awesome excellent perfect brilliant fantastic best love loved wonderful lovely geweldig fantastisch
  perfect super prachtig uitstekend toppers schitterend parfait parfaite genial geniale excellent excellente formidable super
  adorable impeccable`);
const negations = toSet("not no never isn't wasn't niet geen nooit allesbehalve pas jamais aucun far from");

/**
 * Whether the words say the opposite of the score: "10 for ignoring me", "1, best service ever". Sarcasm and a scale that was
 * read upside down look the same from here.
 */
export function contradicts(
  score: number,
  scale: SurveyScale,
  pieces: readonly Piece[],
  text: string,
): boolean {
  // Without what French writes before a vowel: l'incompétence.
  const words = pieces.map((piece) => toWord(piece).replace(/^[cdjlmnst]'/, ''));
  const isHigh = scale === 'nps' ? score >= 9 : score === 5;
  if (isHigh)
    return /🙄|🖕|🤡|💩/u.test(text) || isMock(words) || (hasHarsh(words) && !harmless.test(words.join(' ')));
  const isLow = scale === 'nps' ? score <= 3 : score <= 2;
  return isLow && words.some((word, n) => praise.has(word) && !isDenied(words, n));
}

/** "10 for making me cry": praise for what somebody did, in words that are none. */
function isMock(words: readonly string[]): boolean {
  const said = words.join(' ');
  return deeds.test(said) && !kindDeeds.test(said);
}
const deeds =
  /\bfor (?:\w+ )?\w+ing (?:me|us|my|our|the|all)\b|\bpour (?:\S+er|faire|avoir|\S*avoir) |\b(?:om|voor) (?:\S+ ){1,6}te \S+en\b/;
const kindDeeds =
  /help|fix|sort|solv|resol|answer|listen|quick|fast|rapid|kind|care|great|explain|being|aid|regl|resou|repon|ecout|vite|gentil|patien|oplos|opgelost|snel|luister|antwoord|uitleg|vriendelijk|goed/;

const hasHarsh = (words: readonly string[]): boolean =>
  words.some((word, n) => word !== '' && harsh.test(word) && !isDenied(words, n));

const isDenied = (words: readonly string[], at: number): boolean =>
  words.slice(Math.max(0, at - 3), at).some((word) => negations.has(word));
