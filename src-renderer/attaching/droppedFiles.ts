import type { ClipboardEvent, DragEvent } from 'react';
import type { AttachedFiles } from './useAttaching.ts';

/** What makes an element take files that are dropped on it. */
export function toDropTarget({ add }: Pick<AttachedFiles, 'add'>) {
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return {
    onDragOver: (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      add(event.dataTransfer.files);
    },
  };
}

/** What makes a field take files that are pasted into it. Text is pasted as ever, also with a picture of it. */
export function toPasteTarget({ add }: Pick<AttachedFiles, 'add'>) {
  return {
    onPaste: (event: ClipboardEvent) => {
      const { files, types } = event.clipboardData;
      if (files.length === 0 || types.includes('text/plain')) return;
      event.preventDefault();
      add(files);
    },
  };
}
