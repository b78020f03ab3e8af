import { markHidden } from '#shared/hiddenMarks.ts';
import { toLanguageTag } from './toLanguageTag.ts';

interface Props {
  readonly text: string;
  /** The maximum number of characters. */
  readonly cap?: number;
  readonly className?: string | undefined;
  /** X's code of its language. */
  readonly lang?: string | null;
}

const hiddenControls = /(?![\n\r\t])\p{Cc}/gu;
const loneSurrogates = /\p{Surrogate}/gu;
/**
 * No script needs more combining marks on one character; a font that does not stack them would draw them side by side.
 */
const piledMarks = /(\p{M}{8})\p{M}+/gu;

/**
 * At most `cap` characters of an untrusted text, without split surrogate pairs, control characters or piles of
 * combining marks.
 */
export function capText(text: string, cap: number): string {
  const shown = text.length <= cap ? text : `${text.slice(0, cap).replace(/[\ud800-\udbff]$/, '')}…`;
  return shown.replace(hiddenControls, '').replace(loneSurrogates, '\ufffd').replace(piledMarks, '$1');
}

/** Text from X as a text node, isolated so that its direction cannot affect its surroundings. */
export function Bidi({ text, cap = 300, className, lang = null }: Props) {
  return (
    <bdi dir="auto" lang={toLanguageTag(lang)} className={className}>
      {capText(text, cap)}
    </bdi>
  );
}

/**
 * A handle with its @, invisible characters marked, truncated in the middle so that both ends stay readable; nothing for an unknown
 * (empty) one.
 */
export function Handle({
  handle,
  cap = 24,
  className,
}: {
  readonly handle: string;
  readonly cap?: number;
  readonly className?: string | undefined;
}) {
  if (handle === '') return null;
  const shown = markHidden(handle);
  return (
    <bdi dir="ltr" className={className} title={shown.length > cap ? `@${shown}` : undefined}>
      @{middleTruncate(shown, cap)}
    </bdi>
  );
}

/** Truncates a text longer than `cap` in the middle. */
export function middleTruncate(text: string, cap: number): string {
  const clean = capText(text, 200);
  if (clean.length <= cap) return clean;
  const tail = Math.floor((cap - 1) / 3);
  return `${clean.slice(0, cap - 1 - tail)}…${clean.slice(clean.length - tail)}`;
}
