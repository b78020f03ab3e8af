import type { Photo } from '../world/model.ts';
import type { Shape } from './fields.ts';

/** A picture with exactly the fields that were asked for, and those that X always gives. */
export function renderPhoto(photo: Photo, shape: Shape): Record<string, unknown> {
  const optional: Record<string, unknown> = {
    url: `${shape.baseUrl}/media/${encodeURIComponent(photo.file)}`,
    width: photo.width,
    height: photo.height,
    alt_text: photo.altText === '' ? undefined : photo.altText,
  };
  const rendered: Record<string, unknown> = { media_key: photo.key, type: 'photo' };
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined && shape.media.has(name)) rendered[name] = value;
  }
  return rendered;
}
