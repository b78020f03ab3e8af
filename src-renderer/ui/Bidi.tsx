interface Props {
  readonly text: string;
  /** The most characters shown. */
  readonly cap?: number;
  readonly className?: string | undefined;
}

const hiddenControls = /(?![\n\r\t])\p{Cc}/gu;
const loneSurrogates = /\p{Surrogate}/gu;
/** No script needs more marks on one sign; where a font does not stack them, a long pile is as wide as it is high. */
const piledMarks = /(\p{M}{8})\p{M}+/gu;

/**
 * At most `cap` characters of a text that anybody may have written; never half a sign, never a control character, never a
 * pile of marks.
 */
export function capText(text: string, cap: number): string {
  const shown = text.length <= cap ? text : `${text.slice(0, cap).replace(/[\ud800-\udbff]$/, '')}…`;
  return shown.replace(hiddenControls, '').replace(loneSurrogates, '\ufffd').replace(piledMarks, '$1');
}

/** Text from X as a text node only, isolated so that its direction cannot disturb its neighbours. */
export function Bidi({ text, cap = 300, className }: Props) {
  return (
    <bdi dir="auto" className={className}>
      {capText(text, cap)}
    </bdi>
  );
}

/** A handle with its sign, shortened in the middle so that both ends can be told apart. */
export function Handle({
  handle,
  cap = 24,
  className,
}: {
  readonly handle: string;
  readonly cap?: number;
  readonly className?: string | undefined;
}) {
  return (
    <bdi dir="ltr" className={className} title={handle.length > cap ? `@${handle}` : undefined}>
      @{middleTruncate(handle, cap)}
    </bdi>
  );
}

/** Keeps the beginning and the end of a text that is longer than `cap`. */
export function middleTruncate(text: string, cap: number): string {
  const clean = capText(text, 200);
  if (clean.length <= cap) return clean;
  const tail = Math.floor((cap - 1) / 3);
  return `${clean.slice(0, cap - 1 - tail)}…${clean.slice(clean.length - tail)}`;
}
