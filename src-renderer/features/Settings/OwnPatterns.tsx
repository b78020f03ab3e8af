import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnPattern } from '#shared/domain/guardSettings.ts';
import { compilePattern } from '#shared/domain/safePattern.ts';
import { Button } from '../../ui/Button.tsx';
import { pressedKey } from '../../ui/pressedKey.ts';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Entries } from './EntryList.tsx';
import styles from './GuardSettings.module.css';

interface Props {
  readonly patterns: readonly OwnPattern[];
  readonly onSave: (patterns: OwnPattern[]) => Promise<boolean>;
}

/** The company's own patterns of numbers, a line that adds one, and a field that shows what they find. */
export function OwnPatterns({ patterns, onSave }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<OwnPattern>({ name: '', pattern: '' });
  const wanted = OwnPattern.safeParse(draft).data;
  const add = async () => {
    const others = patterns.filter(({ name }) => name !== wanted?.name);
    if (wanted && (await onSave([...others, wanted]))) setDraft({ name: '', pattern: '' });
  };
  return (
    <>
      <NewPattern draft={draft} canAdd={wanted !== undefined} onChange={setDraft} onAdd={() => void add()} />
      <Entries
        label={t('guardSettings.patterns')}
        entries={patterns.map(({ name, pattern }) => ({
          key: name,
          shown: t('labelled', { label: name, value: pattern }),
        }))}
        onRemove={async (removed) => {
          await onSave(patterns.filter(({ name }) => name !== removed));
        }}
      />
      <TestField patterns={wanted ? [...patterns, wanted] : patterns} />
    </>
  );
}

interface NewProps {
  readonly draft: OwnPattern;
  readonly canAdd: boolean;
  readonly onChange: (draft: OwnPattern) => void;
  readonly onAdd: () => void;
}

function NewPattern({ draft, canAdd, onChange, onAdd }: NewProps) {
  const { t } = useTranslation();
  const name = useRef<HTMLInputElement>(null);
  const add = () => {
    if (!canAdd) return;
    onAdd();
    name.current?.focus();
  };
  const field = (key: keyof OwnPattern) => ({
    value: draft[key],
    className: styles.short ?? '',
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...draft, [key]: target.value }),
    onKeyDown: (event: React.KeyboardEvent) => pressedKey(event) === 'Enter' && add(),
  });
  return (
    <SettingsLine label={t('guardSettings.patterns')} hint={t('guardSettings.patternsHint')}>
      {() => (
        <>
          <TextField
            ref={name}
            placeholder={t('guardSettings.patternName')}
            aria-label={t('guardSettings.patternName')}
            {...field('name')}
          />
          <TextField placeholder="KL-####" aria-label={t('guardSettings.pattern')} {...field('pattern')} />
          <Button disabled={!canAdd} onClick={add}>
            {t('guardSettings.add')}
          </Button>
        </>
      )}
    </SettingsLine>
  );
}

/** A field for any text, and what the patterns find in it; the pattern that is being written counts too. */
function TestField({ patterns }: Pick<Props, 'patterns'>) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState('');
  const foundId = useId();
  if (patterns.length === 0) return null;
  const found = patterns.flatMap(({ name, pattern }) =>
    [...text.matchAll(compilePattern(pattern) ?? /(?!)/g)].map((match) =>
      t('labelled', { label: name, value: match[0] }),
    ),
  );
  return (
    <>
      <SettingsLine label={t('guardSettings.test')}>
        {(id) => (
          <TextField
            value={text}
            aria-labelledby={id}
            aria-describedby={foundId}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </SettingsLine>
      <p id={foundId} role="status" className={styles.found}>
        {text.trim() !== '' &&
          (found.length > 0
            ? t('guardSettings.found', { list: new Intl.ListFormat(i18n.language).format(found) })
            : t('guardSettings.foundNothing'))}
      </p>
    </>
  );
}
