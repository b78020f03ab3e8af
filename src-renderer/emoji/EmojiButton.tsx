import { Popover } from '@base-ui/react/popover';
import { IconMoodSmile } from '@tabler/icons-react';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../commands/CommandsProvider.tsx';
import { pickEmojiFor, useEmojiFor } from '../state/emoji.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { insertText } from '../ui/insertText.ts';
import shared from '../ui/shared.module.css';
import { EmojiPanel } from './EmojiPanel.tsx';

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** The attribute of a text field that an `EmojiButton` belongs to. */
const takesEmoji = 'data-takes-emoji';

/**
 * Opens the emoji picker of a text field, which must have `data-takes-emoji`. The emoji goes where the cursor is; however the picker
 * closes, the field has the focus. The shortcut opens that of the field with the focus, else that of the editor shown last.
 */
export function EmojiButton({ field }: Props) {
  const { t } = useTranslation();
  const isOpen = useEmojiFor((state) => state.field !== null && state.field === field.current);
  const show = (next: boolean) => pickEmojiFor(next ? field.current : null);
  useCommands([
    {
      id: 'emoji.open',
      // The palette takes the focus away from the field.
      keyOnly: true,
      when: () => field.current !== null && !field.current.closest('[inert], [aria-hidden="true"]'),
      run: () => pickEmojiFor(toFocusedField() ?? field.current),
    },
  ]);
  const insert = (emoji: string) => {
    show(false);
    if (field.current) insertText(field.current, emoji);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={show}>
      <Popover.Trigger
        render={
          <IconButton
            label={t('emoji.insert')}
            command="emoji.open"
            icon={<IconMoodSmile size={17} stroke={1.75} />}
            side="top"
          />
        }
      />
      <Popup field={field} onPick={insert} />
    </Popover.Root>
  );
}

/** Stands above the field, so that one sees where the emoji will go. */
function Popup({ field, onPick }: Props & { readonly onPick: (emoji: string) => void }) {
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  return (
    <Popover.Portal>
      <Popover.Positioner
        anchor={field}
        side="top"
        align="end"
        sideOffset={6}
        collisionPadding={8}
        className={shared.menuPositioner}
      >
        <Popover.Popup
          className={shared.menuPopup}
          aria-label={t('emoji.title')}
          // By itself the picker takes the focus with the next frame, and keys pressed before that would be typed into the reply.
          initialFocus={() => {
            search.current?.focus({ preventScroll: true });
            return false;
          }}
          finalFocus={field}
        >
          <EmojiPanel search={search} onPick={onPick} />
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  );
}

function toFocusedField(): HTMLTextAreaElement | null {
  const focused = document.activeElement;
  return focused instanceof HTMLTextAreaElement && focused.hasAttribute(takesEmoji) ? focused : null;
}
