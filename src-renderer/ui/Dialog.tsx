import { Dialog as Base } from '@base-ui/react/dialog';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { pressedKey } from './pressedKey.ts';
import shared from './shared.module.css';
import { UiHostContext } from './uiHost.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** True hides the title visually and omits the close button. */
  readonly bare?: boolean;
  readonly width?: number;
  /** The element that gets the focus first; by default the dialog itself, so that nothing looks selected. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A modal dialog: traps the focus, closes on Escape and returns the focus. */
export function Dialog({ open, onClose, title, bare = false, width = 520, initialFocus, children }: Props) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  const { focusRequests } = useContext(UiHostContext);
  const requestsBefore = useRef(0);
  useEffect(() => {
    if (open) requestsBefore.current = focusRequests();
  }, [open, focusRequests]);
  return (
    <Base.Root open={open} onOpenChange={(next, { event }) => !next && !isTaken(event) && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup
            className={styles.popup}
            style={{ width }}
            data-bare={bare || undefined}
            ref={popup}
            tabIndex={-1}
            // By itself the dialog takes the focus with the next frame, and keys pressed before that would be lost.
            initialFocus={() => {
              focusNow(initialFocus?.current ?? popup.current, popup.current);
              return false;
            }}
            // A key pressed during the closing animation may already have sent the focus elsewhere.
            finalFocus={() => focusRequests() === requestsBefore.current}
          >
            <div className={bare ? shared.spoken : styles.head}>
              <Base.Title className={styles.title}>{title}</Base.Title>
              {!bare && <IconButton label={t('frame.close')} icon={<IconX size={16} />} onClick={onClose} />}
            </div>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function focusNow(target: HTMLElement | null, popup: HTMLElement | null): void {
  target?.focus({ preventScroll: target === popup });
}

// The dialog itself does not know every way in which systems report an input method.
function isTaken(event: Event): boolean {
  return event instanceof KeyboardEvent && pressedKey(event) === null;
}
