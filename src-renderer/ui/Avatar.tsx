import { withoutHiddenMarks } from '#shared/hiddenMarks.ts';
import styles from './Avatar.module.css';

interface Props {
  /** Determines the colour, which therefore survives a change of name. */
  readonly id: string;
  readonly name: string;
  /** In pixels. */
  readonly size?: number;
}

/** How many colours avatars have. */
export const avatarHues = 10;

/** The colour of an id, the same in every session (FNV-1a hash). */
export function toAvatarHue(id: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619);
  return (hash >>> 0) % avatarHues;
}

/** At most two letters of a name, or its first character if it has no letters; invisible characters do not count. */
export function toInitials(shownName: string): string {
  const name = withoutHiddenMarks(shownName);
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  if (first) return (firstSign(first) + (last ? firstSign(last) : '')).toLocaleUpperCase();
  return firstSign(name.trim()) || '?';
}

/** A coloured disc with initials; hidden from screen readers, since the name is beside it. */
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

/** The first grapheme with at most one combining mark: more would not fit into the disc. */
function firstSign(text: string): string {
  const [first] = signs.segment(text.normalize('NFC'));
  return (first?.segment ?? '').replace(/(\p{L}\p{M})\p{M}+/gu, '$1');
}
