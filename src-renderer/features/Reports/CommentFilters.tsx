import { useTranslation } from 'react-i18next';
import { type SurveyScale, scoreRange, toScoreBand } from '#shared/domain/survey.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Named } from '../../ui/Named.tsx';
import { Select } from '../../ui/Select.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './base/Reports.module.css';

const bands = ['all', 'low', 'middle', 'high'] as const;

export interface CommentFilter {
  readonly band: (typeof bands)[number];
  /** Ids; empty for all. */
  readonly agent: string;
  readonly tag: string;
  readonly text: string;
}

/** The lowest and highest score of a band, as an input of the query; none for all. */
export function toScores(scale: SurveyScale, band: CommentFilter['band']) {
  if (band === 'all') return {};
  const { min, max } = scoreRange[scale];
  const all = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const scores = all.filter((score) => toScoreBand(scale, score) === band);
  return { scores: { min: Math.min(...scores), max: Math.max(...scores) } };
}

interface Props {
  readonly filter: CommentFilter;
  readonly onChange: (filter: CommentFilter) => void;
}

/** Which comments are shown: by score, agent, tag and words. */
export function CommentFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const tags = useEngineQuery('tags.list', {}).data?.items ?? [];
  const change = (part: Partial<CommentFilter>) => onChange({ ...filter, ...part });
  const scores = bands.map((value) => ({ value, label: t(`reports.filter.${value}`) }));
  return (
    <div className={styles.filters}>
      <Choice
        label={t('surveys.scoring.score')}
        value={filter.band}
        choices={scores}
        onChange={(band) => change({ band })}
      />
      {agents.length > 1 && (
        <Choice
          label={t('reports.groups.agent')}
          value={filter.agent}
          choices={toChoices(t('reports.filter.everyone'), agents)}
          onChange={(agent) => change({ agent })}
        />
      )}
      {tags.length > 0 && (
        <Choice
          label={t('reports.groups.tag')}
          value={filter.tag}
          choices={toChoices(t('reports.filter.anyTag'), tags)}
          onChange={(tag) => change({ tag })}
        />
      )}
      <Words text={filter.text} onChange={(text) => change({ text })} />
    </div>
  );
}

interface WordsProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function Words({ text, onChange }: WordsProps) {
  const { t } = useTranslation();
  const label = t('reports.filter.words');
  return (
    <TextField
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={200}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

const toChoices = (all: string, items: readonly { readonly id: string; readonly name: string }[]) => [
  { value: '', label: all },
  ...items.map(({ id, name }) => ({ value: id, label: toShownName(name) })),
];

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, ...rest }: ChoiceProps<T>) {
  return <Named label={label}>{(id) => <Select labelledBy={id} {...rest} />}</Named>;
}
