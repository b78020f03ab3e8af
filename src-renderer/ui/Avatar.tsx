import styles from './Avatar.module.css';

interface Props {
  /** Decides the colour, so that somebody keeps it when the name changes. */
  readonly id: string;
  readonly name: string;
  /** Pixels. */
  readonly size?: number;
}

/** How many colours avatars have. */
export const avatarHues = 10;

/** The same colour for the same id, in every window and for ever. */
export function toAvatarHue(id: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619);
  return (hash >>> 0) % avatarHues;
}

/** At most two letters of a name, or its first sign where it has no letters. */
export function toInitials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  if (first) return (firstSign(first) + (last ? firstSign(last) : '')).toLocaleUpperCase();
  return firstSign(name.trim()) || '?';
}

/** A coloured disc with initials; the name stands beside it, so it says nothing to screen readers. */
export function Avatar({ id, name, size = 32 }: Props) {
  return (
    <span
      aria-hidden="true"
      className={styles.avatar}
      data-hue={toAvatarHue(id)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }}
    >
      {toInitials(name)}
    </span>
  );
}

const signs = new Intl.Segmenter();

/** The first sign with one mark at most: a pile of them would not stay inside the disc. */
function firstSign(text: string): string {
  const [first] = signs.segment(text.normalize('NFC'));
  return (first?.segment ?? '').replace(/(\p{L}\p{M})\p{M}+/gu, '$1');
}
