import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_RECENT_EMOJI } from '#shared/domain/emojiPreferences.ts';
import type { Language } from '#shared/domain/language.ts';
import { useSetPreferences, useShellState } from '../shell/ShellProvider.tsx';
import { pressedKey } from '../ui/pressedKey.ts';
import { useTypeAhead } from '../ui/typeAhead.ts';
import { type Emoji, loadEmoji } from './emojiData.ts';
import { type Place, stepTo, toSections } from './toSections.ts';

const start: Place = { row: 0, column: 0 };

/** What the picker shows, where one is in it, and what keys and clicks do. */
export function usePicker(onPick: (emoji: string) => void) {
  const { text, setText, isSettled, shown, remember, ...loading } = useFound();
  useTypeAhead(({ key }) => key === 'Enter' && !(isSettled && (loading.isLoaded || loading.hasFailed)));
  const [wanted, setPlace] = useState(start);
  const rows = useMemo(() => shown.flatMap((section) => section.rows), [shown]);
  const place = rows[wanted.row]?.[wanted.column] ? wanted : start;
  const active = rows[place.row]?.[place.column];
  const pick = (emoji: string) => {
    remember(emoji);
    onPick(emoji);
  };
  const onKey = (event: KeyboardEvent) => {
    const key = pressedKey(event);
    if (key === null || event.altKey) return;
    const next = stepTo(key, place, rows);
    if (!next && key !== 'Enter') return;
    // With Ctrl, too: nothing is to be sent while somebody picks.
    event.preventDefault();
    if (next) setPlace(next);
    else if (active && isSettled) pick(active.emoji);
  };
  const look = (next: string) => {
    setText(next);
    setPlace(start);
  };
  return { ...loading, text, look, place, point: setPlace, shown, active, pick, onKey };
}

/** The text that is looked for and the sections that it finds, which follow it; settled once they have. */
function useFound() {
  const { all, hasFailed, load } = useAllEmoji();
  const [text, setText] = useState('');
  const looked = useDeferredValue(text);
  const { skinTone, recent, remember } = useRemembered();
  const shown = useMemo(
    () => toSections(all ?? [], looked, recent, skinTone),
    [all, looked, recent, skinTone],
  );
  const isSettled = looked === text;
  return { text, setText, isSettled, shown, remember, hasFailed, load, isLoaded: all !== null };
}

/** The skin tone and the emoji that were picked last, as this machine keeps them. */
function useRemembered() {
  const { recentEmoji: recent, skinTone } = useShellState().preferences;
  const setPreferences = useSetPreferences();
  const remember = (emoji: string) => {
    const others = recent.filter((other) => other !== emoji);
    setPreferences({ recentEmoji: [emoji, ...others].slice(0, MOST_RECENT_EMOJI) });
  };
  return { recent, skinTone, remember };
}

/** All emoji in the language of the window; null while they are read. */
function useAllEmoji() {
  const { i18n } = useTranslation();
  const [all, setAll] = useState<readonly Emoji[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try loads again
  useEffect(() => {
    let isCurrent = true;
    setFailed(false);
    loadEmoji(i18n.language as Language).then(
      (loaded) => isCurrent && setAll(loaded),
      () => isCurrent && setFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [i18n.language, tries]);
  return { all, hasFailed, load: () => setTries((before) => before + 1) };
}
