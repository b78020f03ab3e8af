import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { Select } from '../../ui/Select.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { toLanguageName } from '../../workspace/useFilterWords.ts';

/** The language whose wordings are shown, and what chooses it; that of the window at first. */
export function useWordingLanguage() {
  const { i18n } = useTranslation();
  return useState<ReplyLanguage>(ReplyLanguage.safeParse(i18n.language).data ?? 'en');
}

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly language: ReplyLanguage;
  readonly onChange: (language: ReplyLanguage) => void;
}

/** Chooses the language whose wordings are shown below it. */
export function WordingLanguage({ label, hint, language, onChange }: Props) {
  const { i18n } = useTranslation();
  return (
    <SettingsLine label={label} hint={hint}>
      {(id) => (
        <Select
          labelledBy={id}
          value={language}
          choices={ReplyLanguage.options.map((value) => ({
            value,
            label: toLanguageName(value, i18n.language),
          }))}
          onChange={onChange}
        />
      )}
    </SettingsLine>
  );
}
