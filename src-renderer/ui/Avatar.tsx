import { useEffect, useState } from 'react';
import { withoutHiddenMarks } from '#shared/hiddenMarks.ts';
import styles from './Avatar.module.css';

interface Props {
  /** Determines the colour, which therefore survives a change of name. */
  readonly id: string;
  readonly name: string;
  /** In pixels. */
  readonly size?: number;
  /** The `media:` address of a picture that covers the initials once it is there. */
  readonly picture?: string | undefined;
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

/** A coloured disc with a picture or initials; hidden from screen readers, since the name is beside it. */
export function Avatar({ id, name, size = 32, picture }: Props) {
  return (
    <span
      aria-hidden="true"
      className={styles.avatar}
      data-hue={toAvatarHue(id)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }}
    >
      {toInitials(name)}
      {picture !== undefined && <Picture key={picture} address={picture} />}
    </span>
  );
}

/** So long an avatar must be on the screen before its picture is asked for: rows that rush by ask for none. */
const REST_MS = 120;
/** A picture that could not be loaded is asked for again after this time. */
const RETRY_MS = 60_000;
const MOST_KNOWN = 5_000;

/** What became of the pictures that were asked for, and when. */
const known = new Map<string, { readonly isThere: boolean; readonly at: number }>();

function Picture({ address }: { readonly address: string }) {
  const [state, setState] = useState(() => toInitialState(address));
  useEffect(() => {
    if (state !== 'resting') return;
    const timer = setTimeout(() => setState('loading'), REST_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const settle = (isThere: boolean) => () => {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(address, { isThere, at: performance.now() });
    setState(isThere ? 'there' : 'missing');
  };
  if (state === 'resting' || state === 'missing') return null;
  return (
    <img
      src={address}
      alt=""
      draggable={false}
      decoding="async"
      className={styles.picture}
      data-there={state === 'there' || undefined}
      onLoad={settle(true)}
      onError={settle(false)}
    />
  );
}

function toInitialState(address: string): 'resting' | 'loading' | 'there' | 'missing' {
  const last = known.get(address);
  if (!last) return 'resting';
  if (last.isThere) return 'there';
  return performance.now() - last.at < RETRY_MS ? 'missing' : 'resting';
}

const signs = new Intl.Segmenter();

/** The first grapheme with at most one combining mark: more would not fit into the disc. */
function firstSign(text: string): string {
  const [first] = signs.segment(text.normalize('NFC'));
  return (first?.segment ?? '').replace(/(\p{L}\p{M})\p{M}+/gu, '$1');
}
