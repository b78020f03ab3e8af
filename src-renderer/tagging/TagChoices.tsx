import { IconTag } from '@tabler/icons-react';
import { Command as Cmdk } from 'cmdk';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandField } from '../ui/CommandField.tsx';
import shared from '../ui/shared.module.css';
import { toShownName } from '../ui/shownName.ts';
import { useTypeAhead } from '../ui/typeAhead.ts';
import styles from './TagChoices.module.css';
import { TagOption } from './TagOption.tsx';
import { newTag, toChoices } from './toChoices.ts';
import type { ChosenTags } from './useChosenTags.ts';

interface InputProps {
  readonly input: RefObject<HTMLInputElement | null>;
  /** The accessible name. */
  readonly label: string;
}

interface Props extends InputProps {
  readonly chosen: ChosenTags;
}

/**
 * The tags as a list in a dialog: type to filter, Enter puts one on or takes it off, and creates it if there is none.
 *
 * Tags arrive while somebody types, so the highlighted choice is derived here, as in the palette. What was typed stays, selected, so
 * that another Enter takes back what the first one did and typing begins anew.
 */
export function TagChoices({ input, label, chosen }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const { found, isNew } = toChoices(chosen.tags, text);
  useTypeAhead(({ key }) => key === 'Enter' && chosen.isPending);
  const values = [...found.map(({ id }) => id), ...(isNew ? [newTag] : [])];
  const current = values.find((value) => value === highlighted) ?? values[0] ?? '';
  const choose = (act: () => Promise<void>) => {
    input.current?.select();
    void act();
  };
  return (
    <Cmdk
      label={label}
      loop
      vimBindings={false}
      shouldFilter={false}
      value={current}
      onValueChange={setHighlighted}
      className={styles.picker ?? ''}
    >
      <Field input={input} label={label} text={text} onChange={setText} />
      <Cmdk.List className={styles.list ?? ''} label={t('tags.title')}>
        {values.length === 0 && (
          <p className={styles.empty}>{t(text === '' ? 'tags.none' : 'tags.cannot')}</p>
        )}
        {found.map((tag) => (
          <TagOption
            key={tag.id}
            tag={tag}
            isOn={chosen.isOn(tag.id)}
            onToggle={() => choose(() => chosen.toggle(tag))}
          />
        ))}
        {isNew && <NewTagOption text={text} onCreate={() => choose(() => chosen.create(text))} />}
      </Cmdk.List>
    </Cmdk>
  );
}

interface NewProps {
  readonly text: string;
  readonly onCreate: () => void;
}

function NewTagOption({ text, onCreate }: NewProps) {
  const { t } = useTranslation();
  return (
    <Cmdk.Item value={newTag} className={`${shared.choice} ${styles.item}`} onSelect={onCreate}>
      {t('tags.create', { name: toShownName(text, 60) })}
    </Cmdk.Item>
  );
}

interface FieldProps extends InputProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function Field(props: FieldProps) {
  const { t } = useTranslation();
  return (
    <CommandField
      {...props}
      icon={<IconTag aria-hidden="true" size={16} stroke={1.75} className={shared.fieldIcon} />}
      placeholder={t('tags.placeholder')}
      size="small"
    />
  );
}
