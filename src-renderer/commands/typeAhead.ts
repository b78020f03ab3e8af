import { pressedKey } from '../ui/pressedKey.ts';
import { isTypedAhead } from '../ui/typeAhead.ts';
import { modifiers } from './keys.ts';
import { pressAgain } from './pressAgain.ts';

/** How long a key waits, in milliseconds: what is not there by then will not come, and it must not act on anything else. */
export const patienceMs = 5_000;

/**
 * Keeps the keys that are typed ahead of what they are meant for, and presses them again, in their order, once it is there:
 *
 * ```
 * j r H i --- the conversation is drawn, its field has the focus --- H i
 *     kept                                                           typed
 * ```
 *
 * Returns what ends it. It must see each key before anything else does.
 */
export function keepTypedAhead(): () => void {
  const kept: KeyboardEvent[] = [];
  const again = new WeakSet<Event>();
  let keptSince = 0;
  let hasGivenUp = false;

  const pressFirst = () => {
    const first = kept.shift();
    // What it brings may take as long again as what it waited for.
    keptSince = performance.now();
    if (first) pressAgain(first, (event) => again.add(event));
  };
  const look = () => {
    const [first] = kept;
    if (!first) return;
    if (!isTypedAhead(first)) {
      pressFirst();
      // What the key changes is drawn before the next one.
      queueMicrotask(look);
    } else if (performance.now() - keptSince > patienceMs) {
      kept.length = 0;
      hasGivenUp = true;
    } else requestAnimationFrame(look);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event);
    if (again.has(event) || key === null || modifiers.has(key)) return;
    const isAhead = isTypedAhead(event);
    hasGivenUp = hasGivenUp && isAhead;
    if (hasGivenUp || (kept.length === 0 && !isAhead)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.push(event);
    if (kept.length > 1) return;
    keptSince = performance.now();
    requestAnimationFrame(look);
  };
  window.addEventListener('keydown', onKeyDown, true);
  return () => window.removeEventListener('keydown', onKeyDown, true);
}
