import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { pressedKey } from './pressedKey.ts';

/** A question that takes the place of the button that asks it, before something is done that cannot be undone. */
export interface Asking {
  readonly isAsked: boolean;
  /** Cancel; it has the focus while the question is asked, so that a key held down does nothing. */
  readonly cancel: RefObject<HTMLButtonElement | null>;
  /** The button that asks; it gets the focus back. */
  readonly trigger: RefObject<HTMLButtonElement | null>;
  ask(): void;
  giveUp(): void;
}

/** Returns a question that is not asked yet. */
export function useAsking(): Asking {
  const [isAsked, setAsked] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const set = (next: boolean) => {
    flushSync(() => setAsked(next));
    (next ? cancel : trigger).current?.focus();
  };
  return { isAsked, cancel, trigger, ask: () => set(true), giveUp: () => set(false) };
}

interface Props {
  readonly asking: Asking;
  readonly question: string;
  /** What the button does that does it. */
  readonly yes: string;
  readonly className: string | undefined;
  readonly onYes: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** The question with its two buttons; Escape gives up. */
export function Confirmation({ asking, question, yes, className, onYes }: Props) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Escape') return;
    event.stopPropagation();
    asking.giveUp();
  };
  return (
    <div className={className} role="alert" onKeyDown={onKeyDown}>
      <span>{question}</span>
      <Button ref={asking.cancel} size="small" tone="quiet" onClick={asking.giveUp}>
        {t('frame.cancel')}
      </Button>
      <Button size="small" tone="danger" onClick={onYes}>
        {yes}
      </Button>
    </div>
  );
}
