import { useState } from 'react';
import { FILE_LIMIT_BYTES, type ReplyFile } from '#shared/domain/replyFile.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineCommand } from '../engine/hooks.ts';
import { useShell } from '../shell/ShellProvider.tsx';
import { useUi } from '../state/ui.ts';

/** A file that somebody chose, pasted or dropped. */
interface ChosenFile {
  readonly name: string;
  /** In base64, in parts that fit into one call. */
  readonly parts: readonly string[];
}

/** Pictures that somebody puts together, of a draft or a canned response. */
export interface AttachedFiles {
  readonly files: readonly ReplyFile[];
  /** How many are being read and stored. */
  readonly adding: number;
  /** Adds files that were pasted or dropped; what is no picture is said in a notice. */
  add(files: Iterable<File>): void;
  /** Lets somebody choose files in the system's dialog. */
  choose(): void;
  remove(id: string): void;
  describe(id: string, altText: string): void;
}

/** Changes the files that there are by then. */
export type ChangeFiles = (edit: (files: readonly ReplyFile[]) => readonly ReplyFile[]) => Promise<unknown>;

/** How many bytes one call takes. */
const PART_BYTES = 2_000_000;

/** What adds to these files, takes away and describes them. The engine has each of them before `change` is called. */
export function useAttaching(files: readonly ReplyFile[], change: ChangeFiles): AttachedFiles {
  const shell = useShell();
  const store = useStoreFile();
  const [adding, setAdding] = useState(0);
  const addAll = async (chosen: readonly Promise<ChosenFile | null>[]) => {
    setAdding((count) => count + chosen.length);
    for (const reading of chosen) {
      const file = await reading;
      const added = file && (await store(file));
      if (added) await change((before) => [...before, added]);
      setAdding((count) => count - 1);
    }
  };
  return {
    files,
    adding,
    add: (added) => void addAll([...added].map(readChosen)),
    choose: async () => {
      const result = await shell.call('pictures.choose', {});
      if (result.ok) await addAll(result.value.files.map((file) => Promise.resolve(file)));
    },
    remove: (id) => void change((before) => before.filter((file) => file.id !== id)),
    describe: (id, altText) =>
      void change((before) => before.map((file) => (file.id === id ? { ...file, altText } : file))),
  };
}

/** Returns what stores a file in the engine; null if it cannot be attached, which a notice says. */
function useStoreFile() {
  const append = useEngineCommand('media.append');
  const add = useEngineCommand('media.add');
  return async ({ name, parts }: ChosenFile): Promise<ReplyFile | null> => {
    let id: string | undefined;
    for (const content of parts.slice(0, -1)) {
      const appended = await append({ name, content, id });
      if (!appended.ok) return null;
      id = appended.value.id;
    }
    const added = await add({ name, content: parts.at(-1) ?? '', id });
    return added.ok ? added.value : null;
  };
}

/** The content of a file; null if it cannot be attached, which a notice says. What is too large is not read at all. */
async function readChosen(file: File): Promise<ChosenFile | null> {
  const error = findRefusal(file);
  try {
    if (error === null) return await readParts(file);
    useUi.getState().notify(error);
  } catch (cause) {
    // A folder that was dropped, or a file that is gone or locked.
    useUi.getState().notify({ code: 'fileNotRead', file: file.name, detail: String(cause) });
  }
  return null;
}

// What kind of picture it is the engine sees by its bytes.
function findRefusal({ name, size, type }: File): AppError | null {
  if (type !== '' && !type.startsWith('image/')) return { code: 'fileTypeNotSupported', name, type };
  return size > FILE_LIMIT_BYTES
    ? { code: 'fileTooLarge', name, bytes: size, limit: FILE_LIMIT_BYTES }
    : null;
}

async function readParts(file: File): Promise<ChosenFile> {
  const parts: string[] = [];
  for (let from = 0; from < file.size || from === 0; from += PART_BYTES) {
    parts.push(await toBase64(file.slice(from, from + PART_BYTES)));
  }
  return { name: file.name || 'picture', parts };
}

function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
