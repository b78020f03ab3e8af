import { type RefObject, useRef, useState } from 'react';

/** Which of the sections in a scrolled element is looked at, by its number, and how to show another. */
export function useGroupInView(body: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState(0);
  /** Where the element stands if it was scrolled to show a section: the last ones cannot come to its top. */
  const shownAt = useRef<number | null>(null);
  const onScroll = () => {
    const { current: element } = body;
    if (!element || element.scrollTop === shownAt.current) return;
    shownAt.current = null;
    setCurrent(findLookedAt(element));
  };
  /** Shows a section; with `enters` it gets the focus. */
  const show = (index: number, enters: boolean) => {
    const { current: element } = body;
    const section = element && sectionsOf(element)[index];
    if (!section) return;
    element.scrollTop += section.getBoundingClientRect().top - element.getBoundingClientRect().top;
    shownAt.current = element.scrollTop;
    setCurrent(index);
    if (enters) section.focus({ preventScroll: true });
  };
  return { current, onScroll, show };
}

const sectionsOf = (element: HTMLElement) => [...element.querySelectorAll<HTMLElement>(':scope > section')];

// The line that is looked at moves from the top to the bottom while the element is scrolled, so that each section has its turn.
function findLookedAt(element: HTMLElement): number {
  const { scrollTop, scrollHeight, clientHeight } = element;
  const share = scrollTop / Math.max(1, scrollHeight - clientHeight);
  const line = element.getBoundingClientRect().top + share * clientHeight;
  const tops = sectionsOf(element).map((section) => section.getBoundingClientRect().top);
  return Math.max(0, tops.filter((top) => top <= line).length - 1);
}
