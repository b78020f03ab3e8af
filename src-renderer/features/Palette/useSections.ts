import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useCommandList } from '../../commands/CommandsProvider.tsx';
import { toGroupHeading } from '../../commands/commandWords.ts';
import { type Command, groups } from '../../commands/registry.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { usePrepareSearch } from '../../workspace/usePrepareSearch.ts';
import { toScore } from './toScore.ts';

/** Something to choose in the palette; `value` is unique among all choices, `score` is above 0. */
export type Choice = { readonly value: string; readonly score: number } & (
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'person'; readonly row: Conversation }
);

export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly choices: readonly Choice[];
}

/** A person whom the engine found fits better than words inside a command's label, worse than the label's beginning. */
const PERSON_SCORE = 0.8;

/**
 * The choices that fit `text`, in sections: best section first, best choice first, otherwise in their usual order. `isLooking` until
 * the people are those of `text`.
 */
export function useSections(text: string) {
  const { t } = useTranslation();
  const { people, isLooking } = usePeople(text);
  const commands = useCommandList().filter((command) => !command.keyOnly && command.when?.() !== false);
  const sections: readonly Section[] = [
    { id: 'people', heading: t('palette.people'), choices: people },
    ...groups.map((group) => ({
      id: group,
      heading: toGroupHeading(group, t),
      choices: toChoices(
        commands.filter((command) => command.group === group),
        text,
      ),
    })),
  ];
  const shown = sections.filter(({ choices }) => choices.length > 0);
  return { sections: shown.toSorted((a, b) => bestScore(b) - bestScore(a)), isLooking };
}

function toChoices(commands: readonly Command[], text: string): readonly Choice[] {
  return commands
    .map((command) => ({
      kind: 'command' as const,
      value: `command:${command.id}`,
      score: toScore(command.label, text),
      command,
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}

// From two letters on; the people of the text before stay until the engine has responded, so that nothing flickers.
function usePeople(text: string) {
  const prepare = usePrepareSearch();
  useEffect(prepare, [prepare]);
  const enabled = text.length > 1;
  const { data, isPending, isPlaceholderData } = useEngineQuery(
    'search.quick',
    { text: text || '-', limit: 5 },
    { enabled, keepPrevious: true },
  );
  const rows = enabled ? (data?.items ?? []) : [];
  const people = rows.map(
    (row): Choice => ({
      kind: 'person',
      value: `person:${row.id}`,
      score: PERSON_SCORE,
      row,
    }),
  );
  return { people, isLooking: enabled && (isPending || isPlaceholderData) };
}

const bestScore = ({ choices }: Section) => choices[0]?.score ?? 0;
