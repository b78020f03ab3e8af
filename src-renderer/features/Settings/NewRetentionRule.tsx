import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionRule } from '#shared/domain/retention.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirmation, useAsking } from '../../ui/Confirmation.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { useTags } from '../../workspace/useTags.ts';
import styles from './SettingsList.module.css';
import { useRetentionPreview } from './useRetentionPreview.ts';

const ages = ['180', '365', '730', '1095', '1825', '3650'] as const;
/** Not the id of a tag. */
const ALL = 'all';

interface Props {
  readonly rules: readonly RetentionRule[];
  /** Whether somebody looks at it, so that it says what it would erase. */
  readonly isSeen: boolean;
  readonly save: (change: { rules: RetentionRule[] }) => Promise<boolean>;
}

/** Adds a rule, after saying what it would erase now. */
export function NewRetentionRule({ rules, isSeen, save }: Props) {
  const { t } = useTranslation();
  const asking = useAsking();
  const [age, setAge] = useState<(typeof ages)[number]>('730');
  const [tag, setTag] = useState(ALL);
  const rule = { afterDays: Number(age), tagId: tag === ALL ? null : tag };
  const preview = useRetentionPreview([rule], isSeen);
  const add = async () => {
    await save({ rules: [...rules.filter((one) => !isSame(one, rule)), rule] });
    asking.giveUp();
  };
  return (
    <>
      <Choices age={age} setAge={setAge} tag={tag} setTag={setTag} />
      {asking.isAsked ? (
        <Confirmation
          asking={asking}
          question={`${preview.text} ${t('retention.question')}`}
          yes={t('retention.addYes')}
          className={styles.confirmation}
          onYes={() => void add()}
        />
      ) : (
        <SettingsLine label={t('retention.new')} hint={preview.text}>
          {(id) => (
            <Button
              ref={asking.trigger}
              aria-describedby={id}
              disabled={preview.count === null}
              onClick={asking.ask}
            >
              {t('retention.add')}
            </Button>
          )}
        </SettingsLine>
      )}
    </>
  );
}

const isSame = (a: RetentionRule, b: RetentionRule) => a.afterDays === b.afterDays && a.tagId === b.tagId;

interface ChoicesProps {
  readonly age: (typeof ages)[number];
  readonly setAge: (age: (typeof ages)[number]) => void;
  readonly tag: string;
  readonly setTag: (tag: string) => void;
}

function Choices({ age, setAge, tag, setTag }: ChoicesProps) {
  const { t } = useTranslation();
  const tags = useTags().map(({ id, name }) => ({ value: id, label: toShownName(name, 60) }));
  return (
    <>
      <SettingsLine label={t('retention.age')} hint={t('retention.hint')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={age}
            choices={ages.map((value) => ({ value, label: t(`retention.ages.d${value}`) }))}
            onChange={setAge}
          />
        )}
      </SettingsLine>
      <SettingsLine label={t('retention.tag')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={tag}
            choices={[{ value: ALL, label: t('retention.allTags') }, ...tags]}
            onChange={setTag}
          />
        )}
      </SettingsLine>
    </>
  );
}
