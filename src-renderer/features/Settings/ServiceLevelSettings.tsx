import { IconArrowUp, IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ServiceLevel,
  type ServiceTargets,
  TargetMinutes,
  toTargetMinutes,
} from '#shared/domain/serviceLevel.ts';
import { engineKey, useEngineCommand, useSave } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { useLevelText, useServiceLevels } from '../../workspace/useServiceLevels.ts';
import { DueWarningSetting } from './DueWarningSetting.tsx';
import { NumberField } from './NumberField.tsx';
import { ServiceLevelForm } from './ServiceLevelForm.tsx';
import styles from './SettingsList.module.css';

/** What the form is about: a new level or one of the levels; null while it is closed. */
type Form = 'new' | ServiceLevel | null;

function useForm() {
  const [form, open] = useState<Form>(null);
  /** The button that opened it is drawn anew then, and takes the focus. */
  const [hasClosed, setClosed] = useState(false);
  const close = () => {
    open(null);
    setClosed(true);
  };
  return { form, open, close, hasClosed };
}

/** What is promised to whom: the levels in their order, and a form that adds or changes one. */
export function ServiceLevelSettings() {
  const { t } = useTranslation();
  const known = useServiceLevels();
  const save = useSave(engineKey('serviceLevels.get', {}), useEngineCommand('serviceLevels.set'));
  const { form, open, close, hasClosed } = useForm();
  if (!known) return null;
  const { levels, standard } = known;
  const edited = form === 'new' ? null : form;
  const saveLevels = (changed: readonly (Omit<ServiceLevel, 'id'> & { readonly id?: string })[]) =>
    save({ levels: [...changed], standard });
  const put = async (level: Omit<ServiceLevel, 'id'>) => {
    const changed = levels.map((one) => (one.id === edited?.id ? { ...level, id: one.id } : one));
    const isSaved = await saveLevels(edited ? changed : [...levels, level]);
    if (isSaved) close();
    return isSaved;
  };
  return (
    <>
      <LevelList levels={levels} onChange={saveLevels} onEdit={open} />
      <StandardNext
        standard={standard}
        onSave={(nextReplyMinutes) => save({ levels, standard: { ...standard, nextReplyMinutes } })}
      />
      <DueWarningSetting />
      {form === null ? (
        <Button autoFocus={hasClosed} className={styles.add} onClick={() => open('new')}>
          {t('serviceLevels.new')}
        </Button>
      ) : (
        <ServiceLevelForm
          key={edited?.id ?? 'new'}
          edited={edited}
          others={levels.filter(({ id }) => id !== edited?.id)}
          onSave={put}
          onGiveUp={close}
        />
      )}
    </>
  );
}

interface StandardProps {
  readonly standard: ServiceTargets;
  readonly onSave: (minutes: number) => Promise<boolean>;
}

/** How soon whoever has no level gets the replies after the first. */
function StandardNext({ standard, onSave }: StandardProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={t('serviceLevels.standardNext')} hint={t('serviceLevels.hint')}>
      {(id) => (
        <NumberField
          labelledBy={id}
          value={toTargetMinutes(standard, 'next')}
          unit={t('settings.minutes')}
          shape={TargetMinutes}
          onSave={onSave}
        />
      )}
    </SettingsLine>
  );
}

interface ListProps {
  readonly levels: readonly ServiceLevel[];
  readonly onChange: (levels: readonly ServiceLevel[]) => Promise<boolean>;
  readonly onEdit: (level: ServiceLevel | null) => void;
}

function LevelList({ levels, onChange, onEdit }: ListProps) {
  const { t } = useTranslation();
  const toText = useLevelText();
  const remove = async (at: number) => {
    if (await onChange(levels.toSpliced(at, 1))) onEdit(null);
  };
  return (
    <ol className={styles.list} aria-label={t('serviceLevels.title')}>
      {levels.map((level, at) => {
        const name = toShownName(level.name, 60);
        return (
          <li key={level.id} className={styles.line}>
            <span className={styles.when}>{toText(level)}</span>
            {at > 0 && (
              <IconButton
                label={t('serviceLevels.up', { name })}
                icon={<IconArrowUp size={14} />}
                onClick={() => void onChange(levels.toSpliced(at, 1).toSpliced(at - 1, 0, level))}
              />
            )}
            <IconButton
              label={t('serviceLevels.edit', { name })}
              icon={<IconPencil size={14} />}
              onClick={() => onEdit(level)}
            />
            <IconButton
              label={t('serviceLevels.remove', { name })}
              icon={<IconX size={14} />}
              onClick={() => void remove(at)}
            />
          </li>
        );
      })}
    </ol>
  );
}
