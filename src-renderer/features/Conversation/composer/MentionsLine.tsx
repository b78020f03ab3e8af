import { Menu } from '@base-ui/react/menu';
import { IconAt, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Bidi } from '../../../ui/Bidi.tsx';
import { MenuPopup } from '../../../ui/MenuPopup.tsx';
import shared from '../../../ui/shared.module.css';
import { useFirstFocused } from '../../../ui/useFirstFocused.ts';
import styles from './Mentions.module.css';
import type { Mention, OpenMentions } from './useMentions.ts';

/** So many are named; the others are counted. */
const NAMED = 2;

/** Whom a public reply mentions, in one line that opens the choice; nothing where it is its addressee alone. */
export function MentionsLine({ people, excluded, toggle }: OpenMentions) {
  const { t } = useTranslation();
  if (people.length < 2) return null;
  const shown = people.filter(({ userId }) => !excluded.includes(userId));
  const names = shown.slice(0, NAMED).map(({ handle }) => `@${handle}`);
  const more = shown.length - names.length;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={styles.line} title={t('mentions.choose')}>
        <IconAt aria-hidden="true" size={14} stroke={1.75} />
        <span className={styles.names}>
          {t('mentions.to', { names: names.join(', ') })}
          {more > 0 && <span data-figures> +{more}</span>}
        </span>
        {excluded.length > 0 && (
          <span className={styles.left}>{t('mentions.left', { count: excluded.length })}</span>
        )}
        <IconChevronDown aria-hidden="true" size={13} stroke={1.75} />
      </Menu.Trigger>
      <Choices people={people} excluded={excluded} toggle={toggle} />
    </Menu.Root>
  );
}

function Choices({ people, excluded, toggle }: OpenMentions) {
  const { t } = useTranslation();
  const focusFirst = useFirstFocused(false);
  return (
    <MenuPopup
      label={t('mentions.choose')}
      place={{ side: 'top', align: 'start' }}
      className={styles.popup}
      onFocus={focusFirst}
    >
      {people.map((person) => (
        <Choice
          key={person.userId}
          person={person}
          isIn={!excluded.includes(person.userId)}
          onToggle={() => toggle(person.userId)}
        />
      ))}
    </MenuPopup>
  );
}

interface ChoiceProps {
  readonly person: Mention;
  readonly isIn: boolean;
  readonly onToggle: () => void;
}

function Choice({ person: { handle, name, required }, isIn, onToggle }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Menu.CheckboxItem
      className={shared.menuItem}
      checked={isIn}
      disabled={required}
      label={handle}
      onCheckedChange={onToggle}
    >
      <span className={styles.check}>{isIn && <IconCheck aria-hidden="true" size={14} stroke={2} />}</span>
      <span>@{handle}</span>
      <span className={styles.name}>{required ? t('mentions.always') : <Bidi text={name} cap={26} />}</span>
    </Menu.CheckboxItem>
  );
}
