import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellOutput } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { endPrinting, type PrintTarget } from '../state/printing.ts';
import { useSaid } from '../state/said.ts';
import { useUi } from '../state/ui.ts';
import { PrintedSheet } from '../ui/PrintedSheet.tsx';
import { toShownName } from '../ui/shownName.ts';
import { useShell } from './ShellProvider.tsx';

interface Props {
  readonly target: PrintTarget;
  /** The name that is suggested for a file. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Prints its children, or saves them in a file, once they and their pictures are there; then printing ends. */
export function PrintedPages({ target, name, children }: Props) {
  const shell = useShell();
  const { t } = useTranslation();
  const print = useCallback(async () => {
    const result: Result<ShellOutput<'page.savePdf'>, AppError> = target === 'pdf'
      ? await shell.call('page.savePdf', { name })
      : await shell.call('page.print', {});
    const error = result.ok ? result.value.error : result.error;
    if (error) useUi.getState().notify(error);
    if (!result.ok || result.value.savedAs === undefined) return;
    useSaid.getState().say(t('savedAs', { name: toShownName(result.value.savedAs, 80) }));
  }, [shell, t, target, name]);
  return <SettledPages print={print}>{children}</SettledPages>;
}

interface SettledProps {
  /** Never rejects. */
  readonly print: () => Promise<void>;
  readonly children: ReactNode;
}

/** Calls `print` once its children and their pictures are there; then printing ends. */
export function SettledPages({ print, children }: SettledProps) {
  const { i18n } = useTranslation();
  const [sheet, setSheet] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (sheet === null) return;
    const run = async () => {
      await settlePictures(sheet);
      await print();
      endPrinting();
    };
    void run();
  }, [sheet, print]);
  return (
    <PrintedSheet ref={setSheet} language={i18n.language}>
      {children}
    </PrintedSheet>
  );
}

/** Pictures that take longer than this, in milliseconds, are not printed. */
const PATIENCE_MS = 10_000;

/** Resolves once every picture is there or has failed, or after `PATIENCE_MS`. */
async function settlePictures(sheet: HTMLElement): Promise<void> {
  const pictures = [...sheet.querySelectorAll('img')];
  const all = Promise.allSettled(pictures.map((picture) => picture.decode()));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
