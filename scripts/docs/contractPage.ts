import { z } from 'zod';
import { engineContract } from '#shared/contract/engine.ts';
import { engineEvents } from '#shared/contract/events.ts';
import { Activity, ActivityKind } from '#shared/domain/activity.ts';
import { CannedResponse, CannedText, StaleReason } from '#shared/domain/cannedResponse.ts';
import { Gap, GapReason, SourceKind, SourceStatus } from '#shared/domain/capture.ts';
import {
  Conversation,
  ConversationStatus,
  Reason,
  SettableStatus,
  View,
} from '#shared/domain/conversation.ts';
import { BudgetSettings, CostReport, Prices } from '#shared/domain/cost.ts';
import { ImportError, ImportErrorCode } from '#shared/domain/libraryImport.ts';
import { Direction, Link, Media, Message, MessageKind, MessageState } from '#shared/domain/message.ts';
import { Note } from '#shared/domain/note.ts';
import { Holiday, OfficeHours, OpeningRange } from '#shared/domain/officeHours.ts';
import { Person, PersonSummary } from '#shared/domain/person.ts';
import { Channel, OutboxEntry, OutboxState, ReplyStatus, ReplyStatusKind } from '#shared/domain/reply.ts';
import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import { SavedSearch, SearchTerms } from '#shared/domain/savedSearch.ts';
import { Tag, TagColour } from '#shared/domain/tag.ts';
import { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { AppError, StopReason } from '#shared/errors.ts';
import { toNamedTypeText, toTypeText } from './schemaText.ts';

/** The types that the page refers to by name. */
const named = {
  Conversation,
  Tag,
  Note,
  CannedResponse,
  CannedText,
  StaleReason,
  ImportError,
  ImportErrorCode,
  ReplyLanguage,
  Message,
  Link,
  Media,
  Person,
  PersonSummary,
  OutboxEntry,
  ReplyStatus,
  Activity,
  SourceStatus,
  Gap,
  SavedSearch,
  SearchTerms,
  CostReport,
  BudgetSettings,
  Prices,
  WorkspaceSettings,
  OfficeHours,
  OpeningRange,
  Holiday,
  ConversationStatus,
  SettableStatus,
  View,
  Reason,
  TagColour,
  Channel,
  Direction,
  MessageKind,
  MessageState,
  ReplyStatusKind,
  StopReason,
  OutboxState,
  ActivityKind,
  SourceKind,
  GapReason,
  AppError,
};

for (const [id, schema] of Object.entries(named)) {
  if (!z.globalRegistry.has(schema)) z.globalRegistry.add(schema, { id });
}

const introduction = `# The contract of the engine

All methods and events of the engine. Names and shapes are the same on every transport: the window's MessagePort, and stdin and
stdout for scripts (see [engine.md](engine.md)).

- A **query** changes nothing and can be repeated. A **command** changes state in one transaction, or does something that
  costs money; once it has returned, the change is safe on disk.
- Times are milliseconds since 1970 in UTC. Ids of X are strings.
- An expected failure is data: an object with a \`code\` and its facts (see [Failures](#failures)).
- Events carry ids only. Fetch again what you show.
- What is marked as deprecated keeps working; new scripts use what is named instead.

This page is generated from the source by \`npm run docs\`.
`;

const block = (text: string) => `\`\`\`ts\n${text}\n\`\`\`\n`;

function toMethodText([name, method]: [
  string,
  (typeof engineContract)[keyof typeof engineContract],
]): string {
  const input = toTypeText(method.input, 'input');
  const output = toTypeText(method.output, 'output');
  return `### ${name}\n\n*${method.kind}.* ${method.summary}\n\n${block(`params: ${input}\nresult: ${output}`)}`;
}

function toEventText([name, event]: [string, (typeof engineEvents)[keyof typeof engineEvents]]): string {
  return `### ${name}\n\n${event.summary}\n\n${block(`params: ${toTypeText(event.params, 'output')}`)}`;
}

function toErrorRows(): string {
  const rows = AppError.options.map((option) => {
    const { code, ...facts } = option.shape;
    const names = Object.keys(facts).map((fact) => `\`${fact}\``);
    const { deprecated, description } = option.meta() ?? {};
    const note = deprecated ? `; ${description}` : '';
    return `| \`${code.value}\` | ${names.join(', ') || '-'}${note} |`;
  });
  return ['| code | facts |', '|---|---|', ...rows].join('\n');
}

/** Returns the text of docs/contract.md, generated from the schemas of the contract. */
export function toContractPage(): string {
  const types = Object.entries(named).filter(([name]) => name !== 'AppError');
  return [
    introduction,
    '## Methods\n',
    ...Object.entries(engineContract).map(toMethodText),
    '## Events\n',
    ...Object.entries(engineEvents).map(toEventText),
    '## Types\n',
    ...types.map(([name, schema]) => block(`type ${name} = ${toNamedTypeText(schema)}`)),
    '## Failures\n',
    `${toErrorRows()}\n`,
  ].join('\n');
}
