import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RuleCondition, RuleDraft, RuleSteps, RuleTrigger } from '#shared/domain/rule.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { counted } from '../../ui/counted.ts';
import { toShownName } from '../../ui/shownName.ts';
import { toShortDuration } from '../../ui/time.ts';
import { toLanguageName } from '../../workspace/useFilterWords.ts';
import { useTags } from '../../workspace/useTags.ts';
import { toKind } from './conditionKinds.ts';

/** The words that a sentence is made of. */
interface Speaker {
  readonly t: TFunction;
  readonly language: string;
  readonly toTag: (id: string) => string;
  readonly toAgent: (id: string) => string;
  readonly toCanned: (id: string) => string;
  readonly toSearch: (id: string) => string;
}

function useSpeaker(): Speaker {
  const { t, i18n } = useTranslation();
  const tags = useTags();
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const canned = useEngineQuery('library.list', {}).data?.items.map(({ id, title }) => ({ id, name: title }));
  const searches = useEngineQuery('savedSearches.list', {}).data?.items ?? [];
  const nameOf = (all: readonly { id: string; name: string }[]) => (id: string) =>
    toShownName(all.find((one) => one.id === id)?.name ?? t('rules.gone'));
  return {
    t,
    language: i18n.language,
    toTag: nameOf(tags),
    toAgent: nameOf(agents),
    toCanned: nameOf(canned ?? []),
    toSearch: nameOf(searches),
  };
}

/** Returns what says in words what steps do. */
export function useStepWords(): (steps: RuleSteps) => string {
  const speaker = useSpeaker();
  return (steps) => toList(toSteps(steps, speaker), speaker);
}

/** Returns what says a rule in one sentence. */
export function useRuleSentence(): (
  rule: Pick<RuleDraft, 'when' | 'conditions' | 'steps' | 'stops'>,
) => string {
  const speaker = useSpeaker();
  const { t } = speaker;
  return ({ when, conditions, steps, stops }) => {
    const does = [...toSteps(steps, speaker), ...(stops ? [t('rules.steps.stops')] : [])];
    const values = {
      when: toWhen(when, speaker),
      conditions: toList(
        conditions.map((one) => toIf(one, speaker)),
        speaker,
      ),
      steps: does.length > 0 ? toList(does, speaker) : t('rules.steps.nothing'),
    };
    return t(conditions.length > 0 ? 'rules.sentenceIf' : 'rules.sentence', values);
  };
}

const toList = (
  parts: readonly string[],
  { language }: Speaker,
  type: 'conjunction' | 'disjunction' = 'conjunction',
) => new Intl.ListFormat(language, { type }).format(parts);

const quote = (text: string, { t }: Speaker) => t('rules.quoted', { text });

function toWhen(when: RuleTrigger, { t, language, toTag, toSearch }: Speaker): string {
  switch (when.kind) {
    case 'tagAdded':
      return t('rules.whenTagged', { tag: toTag(when.tag) });
    case 'noReply':
      return t(
        when.inOfficeHours ? 'rules.whenNoReplyInOffice' : 'rules.whenNoReply',
        counted(when.hours, language),
      );
    case 'silence':
      return t('rules.whenSilent', counted(when.days, language));
    case 'hit':
      return when.search === null
        ? t('rules.whens.hit')
        : t('rules.whenHit', { name: toSearch(when.search) });
    case 'score':
      return t('rules.whenScore', { scores: toScores(when, t), scale: t(`reports.scales.${when.scale}`) });
    default:
      return t(`rules.whens.${when.kind}`);
  }
}

const toScores = ({ from, to }: RuleTrigger & { readonly kind: 'score' }, t: TFunction): string =>
  from === to ? String(from) : t('rules.scores', { from, to });

const toIf = (condition: RuleCondition, speaker: Speaker): string =>
  speaker.t(`rules.if.${toKind(condition)}`, { value: toValue(condition, speaker) });

function toValue(condition: RuleCondition, speaker: Speaker): string {
  const toChoice = (parts: readonly string[]) => toList(parts, speaker, 'disjunction');
  switch (condition.kind) {
    case 'words':
      return toChoice(condition.words.map((one) => quote(toShownName(one), speaker)));
    case 'language':
      return toChoice(condition.languages.map((one) => toLanguageName(one, speaker.language)));
    case 'person':
      return toChoice(condition.handles.map((one) => `@${one}`));
    case 'followers':
      return new Intl.NumberFormat(speaker.language).format(condition.atLeast);
    case 'tag':
      return speaker.toTag(condition.tag);
    case 'priority':
      return speaker.t(`priority.${condition.priority}`);
    case 'assignee':
      return condition.agent === null ? '' : speaker.toAgent(condition.agent);
    default:
      return '';
  }
}

function toSteps(
  { addTags, removeTags, assignee, priority, status, snoozeMinutes, draft, notify, survey, hit }: RuleSteps,
  speaker: Speaker,
): string[] {
  const { t, toTag, toAgent, toCanned, language } = speaker;
  const say = (
    what: 'addTags' | 'removeTags' | 'assign' | 'priority' | 'status' | 'snooze' | 'draft',
    value: string,
  ) => t(`rules.steps.${what}`, { value });
  const toNames = (ids: readonly string[]) =>
    toList(
      ids.map((id) => quote(toTag(id), speaker)),
      speaker,
    );
  return [
    ...(hit === null ? [] : [t(`rules.steps.${hit}`)]),
    ...(addTags.length > 0 ? [say('addTags', toNames(addTags))] : []),
    ...(removeTags.length > 0 ? [say('removeTags', toNames(removeTags))] : []),
    ...(assignee === 'nobody' ? [t('rules.steps.unassign')] : []),
    ...(assignee !== null && assignee !== 'nobody' ? [say('assign', toAgent(assignee.agent))] : []),
    ...(priority === null ? [] : [say('priority', t(`priority.${priority}`))]),
    ...(status === null ? [] : [say('status', t(`status.${status}`))]),
    ...(snoozeMinutes === null ? [] : [say('snooze', toShortDuration(snoozeMinutes * MINUTE_MS, language))]),
    ...(draft === null ? [] : [say('draft', toCanned(draft))]),
    ...(survey === null ? [] : [t(survey === 'no' ? 'rules.steps.noSurvey' : 'rules.steps.survey')]),
    ...(notify ? [t('rules.steps.notify')] : []),
  ];
}
