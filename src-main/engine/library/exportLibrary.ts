import type { EngineContext } from '../context/context.ts';
import { listCanned } from '../store/cannedResponses.ts';
import { type Delimiter, toCsv } from './csv.ts';
import { columns } from './readCsv.ts';

/** The whole library as a file that `importLibrary` reads back exactly. */
export function exportLibrary(
  { db }: Pick<EngineContext, 'db'>,
  { format, delimiter }: { readonly format: 'csv' | 'json'; readonly delimiter: Delimiter },
): string {
  const all = listCanned(db);
  if (format === 'json') {
    const items = all.map(({ id, title, shortcut, folder, isPromise, texts }) => ({
      id,
      title,
      shortcut,
      folder,
      ...(isPromise ? { isPromise } : {}),
      texts,
    }));
    return `${JSON.stringify({ version: 1, items }, null, 2)}\n`;
  }
  const rows = all.flatMap(({ id, title, shortcut, folder, texts }) =>
    texts.map(({ language, channel, text }) => [
      id,
      title,
      shortcut ?? '',
      folder,
      language ?? '',
      channel ?? '',
      text,
    ]),
  );
  return toCsv([columns, ...rows], delimiter);
}
