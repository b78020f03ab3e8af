/*
 * Segmentation by Unicode takes every full stop before a capital or a number for the end of a sentence. After these, and
 * after initials and the numbers of a list, it is none.
 */
const english =
  'mr mrs ms dr prof st no nos vs approx dept est fig ext e.g i.e jan feb mar apr jun jul aug sept oct nov dec';
const dutch =
  'dhr mevr mw mej drs ir ing mr bijv bv b.v bijz ca circa d.w.z dwz o.a m.b.t mbt i.v.m ivm t.a.v tav t.n.v tnv nr nrs tel blz pag incl excl max min art evt resp jl a.s ev st ed';
const french =
  'm mm mme mmes mlle mlles me pr dr p.ex ex c.-à-d env tél tel av bd boul n° no art cf resp max min p pp st ste';
const abbreviations: ReadonlySet<string> = new Set(`${english} ${dutch} ${french}`.split(' '));

/** Whether a text that may be cut after it ends there with a sentence. */
export function endsSentence(before: string): boolean {
  const text = before.trimEnd();
  if (!/[.!?…。！？｡]["'”’»)\]]*$/u.test(text)) return false;
  if (!text.endsWith('.')) return true;
  const word = /[^\s("'«“[]*$/u.exec(text.slice(0, -1))?.[0].toLowerCase() ?? '';
  const isInitial = /^(?:\p{L}\.)*\p{L}$/u.test(word);
  return !(abbreviations.has(word) || isInitial || isListNumber(text));
}

const isListNumber = (text: string): boolean => /(?:^|\n)[^\S\n]*\d{1,3}\.$/.test(text);
