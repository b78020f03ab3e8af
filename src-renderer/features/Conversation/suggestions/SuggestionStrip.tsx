import { Menu } from '@base-ui/react/menu';
import { IconBulb, IconChevronUp } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { counted } from '../../../ui/counted.ts';
import { Kbd, KeyedText } from '../../../ui/Kbd.tsx';
import { MenuPopup } from '../../../ui/MenuPopup.tsx';
import shared from '../../../ui/shared.module.css';
import { useCommandKeys } from '../../../ui/uiHost.ts';
import { useFirstFocused } from '../../../ui/useFirstFocused.ts';
import styles from './Suggestions.module.css';
import { toSourceText } from './sourceText.ts';
import { type Suggestion, type Suggestions, useSuggestions } from './useSuggestions.ts';

interface Props {
  readonly conversationId: string;
  readonly channel: Channel;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Called with the pictures of a canned response that is taken. */
  readonly onPictures: (files: readonly ReplyFile[]) => void;
}

/**
 * The best suggested reply on one line, which is there from the beginning, so that nothing moves when the suggestions arrive. One key
 * takes it, another opens the rest.
 */
export function SuggestionStrip({ conversationId, channel, field, onPictures }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const suggestions = useSuggestions({ conversationId, channel }, field, onPictures);
  const [best] = suggestions.items;
  const canTake = best !== undefined && field.current !== null;
  useCommands([
    { id: 'reply.suggested', when: () => canTake, run: () => best && suggestions.take(best) },
    { id: 'reply.suggestions', when: () => canTake, run: () => setOpen(true) },
  ]);
  return (
    <div className={styles.strip} data-suggestions data-empty={best === undefined || undefined}>
      <IconBulb aria-hidden="true" size={15} stroke={1.75} className={styles.icon} />
      {best ? (
        <>
          <BestButton suggestion={best} onTake={() => suggestions.take(best)} />
          <MoreMenu suggestions={suggestions} field={field} isOpen={isOpen} onOpenChange={setOpen} />
        </>
      ) : (
        <span className={styles.hint}>
          {!suggestions.isPending && <KeyedText text={t('suggestions.none')} />}
        </span>
      )}
    </div>
  );
}

interface BestProps {
  readonly suggestion: Suggestion;
  readonly onTake: () => void;
}

function BestButton({ suggestion, onTake }: BestProps) {
  const { t, i18n } = useTranslation();
  const keys = useCommandKeys('reply.suggested');
  const source = toSourceText(suggestion, t, i18n.language);
  return (
    <button type="button" className={styles.best} title={`${suggestion.text}\n\n${source}`} onClick={onTake}>
      <span className={shared.spoken}>{t('suggestions.take')}</span>{' '}
      <bdi className={styles.text}>{suggestion.text}</bdi> <span className={styles.source}>{source}</span>
      {keys && <Kbd keys={keys} />}
    </button>
  );
}

interface MoreProps {
  readonly suggestions: Suggestions;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All suggestions in full, each with where it comes from. */
function MoreMenu({ suggestions: { items, take }, field, isOpen, onOpenChange }: MoreProps) {
  const { t, i18n } = useTranslation();
  const focusFirst = useFirstFocused(isOpen);
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Menu.Trigger className={styles.more} title={t('suggestions.all')}>
        <span className={shared.spoken}>{t('suggestions.all')}</span>{' '}
        <span data-figures>{t('suggestions.count', counted(items.length, i18n.language))}</span>
        <IconChevronUp aria-hidden="true" size={14} stroke={1.75} />
      </Menu.Trigger>
      <MenuPopup
        label={t('suggestions.title')}
        place={{ side: 'top', align: 'end', sideOffset: 6 }}
        className={styles.popup}
        onFocus={focusFirst}
        finalFocus={field}
      >
        {items.map((suggestion) => (
          <Choice key={toKey(suggestion)} suggestion={suggestion} onTake={() => take(suggestion)} />
        ))}
      </MenuPopup>
    </Menu.Root>
  );
}

const toKey = ({ source: { kind, id } }: Suggestion): string => `${kind} ${id}`;

function Choice({ suggestion, onTake }: BestProps) {
  const { t, i18n } = useTranslation();
  return (
    // The menu gives the focus back to the field first.
    <Menu.Item className={`${shared.menuItem} ${styles.item}`} onClick={() => requestAnimationFrame(onTake)}>
      <bdi className={styles.whole}>{suggestion.text}</bdi>{' '}
      <span className={styles.source}>{toSourceText(suggestion, t, i18n.language)}</span>
    </Menu.Item>
  );
}
