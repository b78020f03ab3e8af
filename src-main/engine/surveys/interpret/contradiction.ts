import type { SurveyScale } from '#shared/domain/survey.ts';
import { type Piece, toWord } from './readNumbers.ts';

const toSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that hardly anybody says who gives the highest score. */
const harsh =
  toSet(`wasting wasted ignoring ignored useless worst terrible horrible awful joke lol lmao disgrace disgraceful pathetic
  lose losing lost shame shameful garbage trash rubbish scam ripoff incompetent disappointed disappointing failing broken broke
  nothing liars lying congrats congratulations ridiculous unacceptable disgusting
  negeren genegeerd waardeloos slechtste slechte verschrikkelijk vreselijk schandalig schande belachelijk grap niks niets proficiat
  bravo kapot verloren kwijt oplichters oplichting leugens beschamend laten wachten onaanvaardbaar teleurgesteld
  ignore ignorer ignorant pire honte honteux lamentable nul nulle nuls blague inutile arnaque catastrophe catastrophique felicitations
  panne perdu perdue attendre menteurs incompetents inadmissible scandaleux deçu decu decue`);

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
  const words = pieces.map(toWord);
  const isHigh = scale === 'nps' ? score >= 9 : score === 5;
  if (isHigh) return /🙄|🖕|🤡|💩/u.test(text) || (hasHarsh(words) && !harmless.test(words.join(' ')));
  const isLow = scale === 'nps' ? score <= 3 : score <= 2;
  return isLow && words.some((word, n) => praise.has(word) && !isDenied(words, n));
}

const hasHarsh = (words: readonly string[]): boolean =>
  words.some((word, n) => harsh.has(word) && !isDenied(words, n));

const isDenied = (words: readonly string[], at: number): boolean =>
  words.slice(Math.max(0, at - 3), at).some((word) => negations.has(word));
