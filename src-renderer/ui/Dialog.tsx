import { Dialog as Base } from '@base-ui/react/dialog';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useCallback, useContext, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { takeNotices } from './noticePlace.ts';
import { pressedKey } from './pressedKey.ts';
import shared from './shared.module.css';
import { useTypeAhead } from './typeAhead.ts';
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
  const { onFocused, isOurs } = useFocusOf(open, popup);
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
            // What has the focus in it would still take keys while it fades.
            inert={!open}
            tabIndex={-1}
            // By itself the dialog takes the focus with the next frame, and keys pressed before that would be lost.
            initialFocus={() => {
              focusNow(initialFocus?.current ?? popup.current, popup.current);
              onFocused();
              return false;
            }}
            finalFocus={isOurs}
          >
            <div className={bare ? shared.spoken : styles.head}>
              <Base.Title className={styles.title}>{title}</Base.Title>
              {!bare && <IconButton label={t('frame.close')} icon={<IconX size={16} />} onClick={onClose} />}
            </div>
            <div ref={open ? takeNotices : null} className={styles.notices} />
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * The focus of a dialog. Keys wait until it has it, and as it closes, before it has faded, it goes back to where it was, unless
 * somebody has sent it elsewhere.
 */
function useFocusOf(open: boolean, popup: RefObject<HTMLElement | null>) {
  const { focusRequests } = useContext(UiHostContext);
  const opener = useRef<Element | null>(null);
  const requestsBefore = useRef(0);
  const isDue = useRef(false);
  const isOurs = useCallback(() => {
    const focused = document.activeElement ?? document.body;
    const isHere = focused === document.body || popup.current?.contains(focused) === true;
    return isHere && focusRequests() === requestsBefore.current;
  }, [popup, focusRequests]);
  useLayoutEffect(() => {
    isDue.current = open;
    if (open) {
      opener.current = document.activeElement;
      requestsBefore.current = focusRequests();
    } else if (opener.current instanceof HTMLElement && isOurs()) {
      opener.current.focus({ preventScroll: true });
    }
  }, [open, focusRequests, isOurs]);
  useTypeAhead(() => isDue.current);
  const onFocused = () => {
    isDue.current = false;
  };
  return { onFocused, isOurs };
}

function focusNow(target: HTMLElement | null, popup: HTMLElement | null): void {
  target?.focus({ preventScroll: target === popup });
}

// The dialog itself does not know every way in which systems report an input method.
function isTaken(event: Event): boolean {
  return event instanceof KeyboardEvent && pressedKey(event) === null;
}
