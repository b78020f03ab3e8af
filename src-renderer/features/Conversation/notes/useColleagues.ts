import { type RefObject, useState } from 'react';
import { foldName } from '#shared/foldText.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { stepWithin } from '../../../state/moving.ts';

/** A colleague who can be mentioned. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** The most that are offered at once. */
const MOST = 6;

const steps = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/** The colleagues that complete the `@` before the cursor of a field. */
export function useColleagues(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onChange: (text: string) => void,
) {
  const [, ...others] = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const found = typed === null ? [] : others.filter(({ name }) => beginsWith(name, typed)).slice(0, MOST);
  const active = found[Math.min(at, found.length - 1)];
  const close = () => setTyped(null);
  const look = () => {
    const { current } = field;
    const next = current ? toTyped(current.value.slice(0, current.selectionStart)) : null;
    if (next !== typed) setAt(0);
    setTyped(next);
  };
  const choose = ({ name }: Colleague) => {
    const { current } = field;
    if (!current || typed === null) return;
    const end = current.selectionStart;
    const start = end - typed.length;
    onChange(`${text.slice(0, start)}${name} ${text.slice(end)}`);
    close();
    const cursor = start + name.length + 1;
    requestAnimationFrame(() => current.setSelectionRange(cursor, cursor));
  };
  /** Takes a key while colleagues are offered; returns whether it did. */
  const onKey = (key: string): boolean => {
    if (!active) return false;
    const step = steps.get(key);
    if (step !== undefined) setAt(stepWithin(found.length, at, step));
    else if (key === 'Escape') close();
    else if (key === 'Enter' || key === 'Tab') choose(active);
    else return false;
    return true;
  };
  return { isOpen: found.length > 0, found, active, choose, close, look, onKey };
}

/** What follows the last `@` that begins a word: at most three words, as names have. */
export function toTyped(before: string): string | null {
  return /(?:^|[^\p{L}\p{N}_])@((?:[^\s@]+ ){0,2}[^\s@]*)$/u.exec(before)?.[1] ?? null;
}

function beginsWith(name: string, typed: string): boolean {
  const wanted = foldName(typed);
  return foldName(name).startsWith(wanted) && !(typed.endsWith(' ') && foldName(name) === wanted);
}
