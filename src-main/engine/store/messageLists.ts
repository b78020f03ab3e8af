import { z } from 'zod';
import { Attachment } from '#shared/domain/attachment.ts';
import { Link, Media, Message } from '#shared/domain/message.ts';
import { parseColumn } from './jsonColumn.ts';

/*
 * The lists of a message, which are stored as JSON. A damaged list reads as an empty one. Most are empty, which needs no parsing.
 */
const createReader =
  <T extends z.ZodType<unknown[]>>(schema: T) =>
  (json: string): z.output<T> | [] =>
    json === '[]' ? [] : parseColumn(schema, json, []);

/** Perch 0.1 stored links without positions. */
export const readLinks = createReader(z.array(Link.partial({ start: true, end: true })));
export const readMedia = createReader(z.array(Media));
export const readAttachments = createReader(z.array(Attachment));
/** The X ids of quoted or shared posts. */
export const readQuotes = createReader(z.array(z.string()));
export const readEarlier = createReader(Message.shape.earlier);
