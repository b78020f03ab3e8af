/** Handles, hashtags and addresses within a run without spaces, also one that a missing space after a full stop makes. */
const exempt =
  /[^\s@]+@[^\s@]+\.[^\s@]+|[@＠#＃][\p{L}\p{M}\p{N}_]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,}(?:\/\S*)?/gu;

/** In longer runs only whole links are looked for: the time that `exempt` takes grows with the square of the length. */
const LONG_RUN = 300;

/**
 * The words in the handles, hashtags and addresses of a text. Chromium passes the words of a field to a spell checker without
 * what stands around them.
 */
export function listExemptWords(text: string): ReadonlySet<string> {
  const words = text.split(/\s+/).flatMap(listExemptParts).flatMap(toWords);
  return new Set(words);
}

function listExemptParts(run: string): readonly string[] {
  if (/:\/\/|^\P{L}*www\./u.test(run)) return [run];
  return run.length > LONG_RUN ? [] : (run.match(exempt) ?? []);
}

/** Chromium splits at neither `_`, nor a full stop, a colon or an apostrophe between letters; with and without these. */
const toWords = (part: string) => [
  ...part.split(/[^\p{L}\p{M}\p{N}]+/u),
  ...part.split(/[^\p{L}\p{M}\p{N}_]+/u),
  ...part.split(/[^\p{L}\p{M}\p{N}_.:'’]+|[.:'’](?!\p{L})/u),
];
