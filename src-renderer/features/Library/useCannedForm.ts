import { useTranslation } from 'react-i18next';
import {
  CannedFolder,
  CannedImages,
  type CannedResponse,
  CannedShortcut,
  type CannedText,
  CannedTexts,
  CannedTitle,
} from '#shared/domain/cannedResponse.ts';
import { type AttachedFiles, useAttaching } from '../../attaching/useAttaching.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { type CannedForm, toProposalId, useLibrary } from '../../state/library.ts';
import { useSaid } from '../../state/said.ts';

/** The form of a canned response: what stands in it, what is wrong with it, and how to save it. */
export interface CannedFormState {
  readonly form: CannedForm;
  readonly images: AttachedFiles;
  readonly isChanged: boolean;
  /** The first thing that keeps it from being saved; null if nothing does. */
  readonly wrong: 'title' | 'shortcut' | 'folder' | 'texts' | 'images' | null;
  change(change: Partial<CannedForm>): void;
  changeText(index: number, change: Partial<CannedText>): void;
  /** Resolves with whether it was saved. */
  save(): Promise<boolean>;
  discard(): void;
}

/** Returns the form of a canned response that is edited under `id`; `saved` is null for a new one. */
export function useCannedForm(saved: CannedResponse | null, id: string): CannedFormState {
  const edited = useLibrary((state) => state.edits[id]);
  const { edit, discard } = useLibrary.getState();
  const save = useSave(saved, id);
  const unchanged = saved ? toForm(saved) : emptyForm;
  const form = edited ?? unchanged;
  const change = (part: Partial<CannedForm>) => edit(id, { ...form, ...part });
  // Storing a picture takes a while, in which somebody goes on writing.
  const images = useAttaching(form.images, async (editImages) => {
    const now = useLibrary.getState().edits[id] ?? unchanged;
    edit(id, { ...now, images: editImages(now.images) });
  });
  const wrong = findWrong(form);
  return {
    form,
    images,
    isChanged: edited !== undefined,
    wrong,
    change,
    changeText: (index, part) =>
      change({ texts: form.texts.map((text, at) => (at === index ? { ...text, ...part } : text)) }),
    save: async () => {
      if (wrong !== null || images.adding > 0 || !(await save(form))) return false;
      discard(id);
      return true;
    },
    discard: () => discard(id),
  };
}

function useSave(saved: CannedResponse | null, id: string): (form: CannedForm) => Promise<boolean> {
  const { t } = useTranslation();
  const create = useEngineCommand('library.create');
  const update = useEngineCommand('library.update');
  const dismiss = useEngineCommand('replies.dismissProposal', { quiet: true });
  const proposalId = toProposalId(id);
  return async ({ title, shortcut, folder, texts, images, isPromise }) => {
    const input = {
      title,
      shortcut: shortcut.trim() || null,
      folder,
      texts: [...texts],
      images: toImages(images),
      isPromise,
    };
    const result = saved ? await update({ id: saved.id, ...input }) : await create(input);
    if (!result.ok) return false;
    // However much of its text was changed, it is not proposed again.
    if (proposalId !== null) await dismiss({ id: proposalId });
    useLibrary.getState().select(result.value.id);
    useSaid.getState().say(t('library.saved'));
    return true;
  };
}

const emptyText: CannedText = { language: null, channel: null, text: '' };
const emptyForm: CannedForm = {
  title: '',
  shortcut: '',
  folder: '',
  texts: [emptyText],
  images: [],
  isPromise: false,
};

const toImages = (images: CannedForm['images']) => images.map(({ id, altText }) => ({ id, altText }));

function toForm({ title, shortcut, folder, texts, images, isPromise }: CannedResponse): CannedForm {
  return { title, shortcut: shortcut ?? '', folder, texts, images, isPromise };
}

/** The fields in the order in which they are read. */
function findWrong({ title, shortcut, folder, texts, images }: CannedForm): CannedFormState['wrong'] {
  if (!CannedTitle.safeParse(title).success) return 'title';
  if (shortcut.trim() !== '' && !CannedShortcut.safeParse(shortcut).success) return 'shortcut';
  if (!CannedFolder.safeParse(folder).success) return 'folder';
  if (!CannedTexts.safeParse(texts).success) return 'texts';
  return CannedImages.safeParse(toImages(images)).success ? null : 'images';
}

/** A wording for a language and channel that none of these is for. */
export function toNextText(texts: readonly CannedText[]): CannedText {
  const languages = [null, 'en', 'nl', 'fr'] as const;
  const isTaken = (language: CannedText['language']) =>
    texts.some((text) => text.language === language && text.channel === null);
  return { ...emptyText, language: languages.find((language) => !isTaken(language)) ?? null };
}
