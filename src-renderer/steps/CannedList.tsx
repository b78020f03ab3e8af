import { IconCheck, IconMessage2 } from '@tabler/icons-react';
import { Command as Cmdk } from 'cmdk';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '#shared/foldText.ts';
import { CommandField } from '../ui/CommandField.tsx';
import shared from '../ui/shared.module.css';
import { toShownName } from '../ui/shownName.ts';
import styles from './CannedList.module.css';

/** So many are drawn; who has more finds the others by typing. */
const MOST = 100;

const NONE = 'none';

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  /** The accessible name. */
  readonly label: string;
  readonly canned: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: string | null;
  /** What the choice of none is called; absent where one is needed. */
  readonly none?: string;
  readonly onChoose: (id: string | null) => void;
}

/** The canned responses whose titles contain what is typed, folded as the search does; Enter chooses one. */
export function CannedList({ input, label, canned, chosen, none, onChoose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const toKey = (words: string) => foldText(words).toLowerCase();
  const typed = toKey(text.trim());
  const found = canned.filter(({ title }) => toKey(title).includes(typed)).slice(0, MOST);
  return (
    <Cmdk label={label} loop vimBindings={false} shouldFilter={false}>
      <CommandField
        input={input}
        icon={<IconMessage2 aria-hidden="true" size={16} stroke={1.75} className={shared.fieldIcon} />}
        text={text}
        placeholder={t('library.search')}
        label={label}
        size="small"
        onChange={setText}
      />
      <Cmdk.List className={styles.list ?? ''} label={label}>
        {none !== undefined && typed === '' && (
          <Option value={NONE} isChosen={chosen === null} onChoose={() => onChoose(null)}>
            {none}
          </Option>
        )}
        {found.map(({ id, title }) => (
          <Option key={id} value={`c ${id}`} isChosen={id === chosen} onChoose={() => onChoose(id)}>
            <bdi>{toShownName(title, 80)}</bdi>
          </Option>
        ))}
        {found.length === 0 && typed !== '' && <p className={styles.empty}>{t('library.nothingFound')}</p>}
      </Cmdk.List>
    </Cmdk>
  );
}

interface OptionProps {
  readonly value: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Option({ value, isChosen, onChoose, children }: OptionProps) {
  return (
    <Cmdk.Item
      value={value}
      aria-checked={isChosen}
      className={`${shared.choice} ${styles.item}`}
      onSelect={onChoose}
    >
      <span className={styles.title}>{children}</span>
      {isChosen && <IconCheck aria-hidden="true" size={15} stroke={2} />}
    </Cmdk.Item>
  );
}
