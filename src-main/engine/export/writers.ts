import type { EngineParsed } from '#shared/contract/engine.ts';
import { toCsv, toCsvLines } from '../library/csv.ts';
import { getOfficeTime } from '../surveys/figures/localPeriods.ts';
import { PAGE_END, toPageStart } from './pageParts.ts';
import type { ExportContext, ExportedConversation } from './readExported.ts';
import { getStoredMedium } from './storedMedia.ts';
import { type PageContext, toArticle } from './toHtml.ts';
import { toJson } from './toJson.ts';
import { columns, toRows } from './toRows.ts';

/** Writes a format piece by piece. */
export interface Writer {
  readonly begin: () => string;
  /** The pieces of a conversation, each of which takes only so long. */
  readonly add: (exported: ExportedConversation) => Iterable<string>;
  readonly end: () => string;
  /** How many pictures of what was added are not in the workspace. */
  readonly missingPictures: () => number;
}

type Wanted = Pick<EngineParsed<'conversations.export'>, 'format' | 'language' | 'delimiter'>;

/** The writer of a format. */
export function toWriter(ctx: ExportContext, wanted: Wanted): Writer {
  switch (wanted.format) {
    case 'json':
      return jsonWriter(ctx);
    case 'csv':
      return csvWriter(ctx, wanted);
    case 'html':
      return htmlWriter(ctx, wanted);
  }
}

const toAccountName = ({ account }: ExportContext): string => `@${account()?.handle ?? ''}`;

function jsonWriter(ctx: ExportContext): Writer {
  const exportedAt = new Date(ctx.clock.now()).toISOString();
  let isFirst = true;
  return {
    begin: () =>
      `{"format":1,"account":${JSON.stringify(toAccountName(ctx))},"exportedAt":"${exportedAt}","conversations":[`,
    *add(exported) {
      yield isFirst ? '\n' : ',\n';
      isFirst = false;
      yield* toJson(exported);
    },
    end: () => '\n]}\n',
    missingPictures: () => 0,
  };
}

function csvWriter({ db }: ExportContext, { delimiter }: Wanted): Writer {
  const { toLocal } = getOfficeTime(db);
  // As spreadsheets read it: no zone, no T.
  const toClock = (at: number) => new Date(toLocal(at)).toISOString().slice(0, 19).replace('T', ' ');
  return {
    begin: () => toCsv([columns], delimiter),
    *add(exported) {
      for (const rows of toRows(exported, toClock)) yield toCsvLines(rows, delimiter);
    },
    end: () => '',
    missingPictures: () => 0,
  };
}

function htmlWriter(ctx: ExportContext, { language }: Wanted): Writer {
  let missing = 0;
  const account = toAccountName(ctx);
  const page: PageContext = {
    language,
    account,
    exportedAt: ctx.clock.now(),
    getStored: (message, media) => {
      const stored = getStoredMedium(ctx, message, media);
      if (stored === null) missing += 1;
      return stored;
    },
  };
  return {
    begin: () => toPageStart(`Perch ${account}`, language),
    add: (exported) => toArticle(exported, page),
    end: () => PAGE_END,
    missingPictures: () => missing,
  };
}
