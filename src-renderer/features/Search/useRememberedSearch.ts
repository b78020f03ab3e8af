import { useEffect } from 'react';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useFind } from '../../state/find.ts';
import { useUi } from '../../state/ui.ts';

/** What is opened is read first: the engine waits for the disk when it stores a search. */
const AFTER_MS = 400;

/** Remembers a search soon after one of its results is opened. */
export function useRememberedSearch(text: string): void {
  const remember = useEngineCommand('pastSearches.add', { quiet: true });
  useEffect(() => {
    if (text === '') return;
    let isRemembered = false;
    const add = (isOpened: boolean) => {
      if (!isOpened || isRemembered) return;
      isRemembered = true;
      setTimeout(() => void remember({ text }), AFTER_MS);
    };
    const leave = [
      useUi.subscribe((now, before) => add(now.selectedId !== null && now.selectedId !== before.selectedId)),
      useFind.subscribe((now, before) => add(now.hit !== null && now.hit !== before.hit)),
    ];
    return () => {
      for (const each of leave) each();
    };
  }, [text, remember]);
}
