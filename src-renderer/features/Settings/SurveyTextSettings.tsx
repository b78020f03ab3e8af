import { useTranslation } from 'react-i18next';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { SurveyTexts } from '#shared/domain/surveySettings.ts';
import { AutoSaveField } from '../../ui/AutoSaveField.tsx';
import { SettingsLine } from '../../ui/SettingsGroup.tsx';
import { SurveyPreview } from './SurveyPreview.tsx';
import type { SurveySettingsProps } from './SurveySettings.tsx';
import { useWordingLanguage, WordingLanguage } from './WordingLanguage.tsx';

/** What surveys say, in one language at a time, with the message as customers will see it. */
export function SurveyTextSettings({ settings: { texts }, save }: SurveySettingsProps) {
  const { t } = useTranslation();
  const [language, setLanguage] = useWordingLanguage();
  const own = texts[language];
  const saveTexts = (change: Partial<SurveyTexts>) =>
    save({ texts: { ...texts, [language]: { ...own, ...change } } });
  return (
    <>
      <WordingLanguage
        label={t('surveySettings.language')}
        hint={t('surveySettings.hints.texts')}
        language={language}
        onChange={setLanguage}
      />
      <SurveyPreview key={language} language={language} texts={own} />
      <Lines key={`${language} lines`} texts={own} save={saveTexts} />
    </>
  );
}

interface LinesProps {
  readonly texts: SurveyTexts;
  readonly save: (change: Partial<SurveyTexts>) => Promise<boolean>;
}

const { thanks: thanksShape, ...shapes } = SurveyTexts.shape;

function Lines({ texts, save }: LinesProps) {
  const { t } = useTranslation();
  const plain = (
    name: 'introduction' | 'reminder' | 'privacy' | 'optOut' | 'freeText' | 'optOutConfirmation',
  ) => (
    <TextLine
      label={t(`surveySettings.texts.${name}`)}
      value={texts[name]}
      isValid={(text) => shapes[name].safeParse(text).success}
      onSave={(text) => save({ [name]: text })}
    />
  );
  return (
    <>
      {plain('introduction')}
      <Questions scale="csat" texts={texts} save={save} />
      <Questions scale="nps" texts={texts} save={save} />
      {plain('reminder')}
      {plain('privacy')}
      {plain('optOut')}
      {thanksShape.keyof().options.map((band) => (
        <TextLine
          key={band}
          label={t(`surveySettings.thanks.${band}`)}
          value={texts.thanks[band]}
          isValid={(text) => thanksShape.shape[band].safeParse(text).success}
          onSave={(text) => save({ thanks: { ...texts.thanks, [band]: text } })}
        />
      ))}
      {plain('freeText')}
      {plain('optOutConfirmation')}
    </>
  );
}

/** The wordings of one question. An emptied one goes, and the empty last field adds one. */
function Questions({ scale, texts, save }: LinesProps & { readonly scale: SurveyScale }) {
  const { t } = useTranslation();
  const wordings = texts[scale];
  const toChanged = (at: number, text: string) =>
    [...wordings.slice(0, at), text, ...wordings.slice(at + 1)].filter((one) => one !== '');
  const isAllowed = (changed: readonly string[]) => shapes[scale].safeParse(changed).success;
  const fields = isAllowed([...wordings, 'x']) ? [...wordings, ''] : wordings;
  return fields.map((wording, at) => (
    <TextLine
      // biome-ignore lint/suspicious/noArrayIndexKey: a wording is known by its place
      key={at}
      label={t(wording === '' ? `surveySettings.another.${scale}` : `surveySettings.questions.${scale}`, {
        number: at + 1,
      })}
      value={wording}
      isValid={(text) => isAllowed(toChanged(at, text))}
      onSave={(text) => save({ [scale]: toChanged(at, text) })}
    />
  ));
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  /** Given the text without space around it, as `onSave` is. */
  readonly isValid: (text: string) => boolean;
  readonly onSave: (text: string) => Promise<boolean>;
}

function TextLine({ label, value, isValid, onSave }: LineProps) {
  const { t } = useTranslation();
  return (
    <SettingsLine label={label} isWide>
      {(id) => (
        <AutoSaveField
          isLong
          labelledBy={id}
          value={value}
          advice={t('surveySettings.textAdvice')}
          isValid={(text) => isValid(text.trim())}
          onSave={(text) => onSave(text.trim())}
        />
      )}
    </SettingsLine>
  );
}
