import { toName } from '../ui/shownName.ts';
import type { MediaMessage } from './mediaBox.ts';

/** A picture as saving and copying need it. */
export interface KeptPicture {
  /** Its `media:` address. */
  readonly address: string;
  /** The suggested name of its file, without the extension. */
  readonly name: string;
}

/** A picture's name as a file: who sent it and on what day, such as `Anna de Vries 2026-11-27`. */
export function toPictureName({ author, at }: Pick<MediaMessage, 'author' | 'at'>): string {
  const date = new Date(at);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `${toName(author)} ${day}`;
}

const attribute = 'data-picture';
const nameAttribute = 'data-picture-name';

/** Marks an element as the place of a picture. */
export const asPicture = ({ address, name }: KeptPicture) => ({
  [attribute]: address,
  [nameAttribute]: name,
});

/** The picture around an element, and the element that opens it; null outside of pictures. */
export function pictureAround(
  element: Element | null,
): { readonly picture: KeptPicture; readonly element: HTMLElement } | null {
  const around = element?.closest<HTMLElement>(`[${attribute}]`);
  if (!around) return null;
  const [address, name] = [attribute, nameAttribute].map((one) => around.getAttribute(one) ?? '');
  return { picture: { address: address ?? '', name: name ?? '' }, element: around };
}
