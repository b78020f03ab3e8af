import { useEffect, useRef, useState } from 'react';

/** Whether an element has been in sight, for what costs something and may be never looked at. It stays true from then on. */
export function useIsSeen<T extends Element>() {
  const ref = useRef<T>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (isSeen || !element) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
  return { ref, isSeen };
}
