import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A property of an object of the session bus. */
export interface BusProperty {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly name: string;
}

const NO_AUTO_START = 2;
/** The types of messages, by the D-Bus specification. */
const CALL = 1;
const RETURN = 2;
const ERROR = 3;
const REPLY_SERIAL = 5;

/**
 * Reads a boolean property over the session bus at `address` (as in `DBUS_SESSION_BUS_ADDRESS`); null if there is no such bus, no
 * owner of the name or no such property, or after `timeoutMs`. Starts no service.
 */
export async function readBooleanProperty(
  address: string,
  property: BusProperty,
  timeoutMs: number,
): Promise<boolean | null> {
  const path = toSocketPath(address);
  if (path === null) return null;
  const socket = connect({ path });
  socket.setTimeout(timeoutMs, () => socket.destroy());
  try {
    await once(socket, 'connect');
    return await ask(socket, property);
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}

/** The path of the first socket of an address; an abstract one begins with a zero byte. Null if it has none. */
export function toSocketPath(address: string): string | null {
  for (const one of address.split(';')) {
    const [, kind, path] = /^unix:(?:[^,]*,)*?(path|abstract)=([^,]*)/.exec(one) ?? [];
    if (path) return `${kind === 'abstract' ? '\0' : ''}${decodeURIComponent(path)}`;
  }
  return null;
}

async function ask(socket: Socket, property: BusProperty): Promise<boolean | null> {
  socket.write(toAuth(process.getuid?.() ?? 0));
  let read = Buffer.alloc(0);
  let isAuthorised = false;
  for await (const chunk of socket) {
    read = Buffer.concat([read, chunk]);
    if (isAuthorised) {
      const reply = findReply(read);
      if (reply) return toBoolean(reply);
    } else if (read.includes('\r\n')) {
      if (!read.toString('latin1').startsWith('OK ')) return null;
      // Nothing follows that line before the client begins.
      read = Buffer.alloc(0);
      isAuthorised = true;
      socket.write(Buffer.concat([Buffer.from('BEGIN\r\n'), toHello(), toGet(property)]));
    }
  }
  return null;
}

/** The reply to the second call among complete messages; null until it is there. */
function findReply(bytes: Buffer): Message | null {
  const message = toMessage(bytes);
  if (!message || message.replyTo === GET_SERIAL) return message;
  return findReply(bytes.subarray(message.size));
}

const GET_SERIAL = 2;

/** The user id as proof, which the bus takes from the socket itself. */
const toAuth = (uid: number) => `\0AUTH EXTERNAL ${Buffer.from(String(uid)).toString('hex')}\r\n`;

function toHello(): Buffer {
  const bus = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
  return toCall({ ...bus, interface: 'org.freedesktop.DBus', name: 'Hello' }, 1, []);
}

function toGet({ interface: owner, name, ...object }: BusProperty): Buffer {
  const method = { ...object, interface: 'org.freedesktop.DBus.Properties', name: 'Get' };
  return toCall(method, GET_SERIAL, [owner, name]);
}

/** A call with texts as arguments, in little-endian byte order. */
function toCall(method: BusProperty, serial: number, args: readonly string[]): Buffer {
  const body = args.reduce((before, arg) => Buffer.concat([align(before, 4), toText(arg)]), Buffer.alloc(0));
  const fields = [
    toField(1, 'o', toText(method.path)),
    toField(6, 's', toText(method.destination)),
    toField(2, 's', toText(method.interface)),
    toField(3, 's', toText(method.name)),
    ...(args.length > 0 ? [toField(8, 'g', toSignature('s'.repeat(args.length)))] : []),
  ].reduce((before, field) => Buffer.concat([align(before, 8), field]), Buffer.alloc(0));
  const start = Buffer.from([0x6c, CALL, NO_AUTO_START, 1]);
  const header = Buffer.concat([start, toNumber(body.length), toNumber(serial), toNumber(fields.length)]);
  return Buffer.concat([align(Buffer.concat([header, fields]), 8), body]);
}

const toField = (code: number, type: string, value: Buffer) =>
  Buffer.concat([Buffer.from([code]), toSignature(type), value]);
const toText = (text: string) => Buffer.concat([toNumber(Buffer.byteLength(text)), Buffer.from(`${text}\0`)]);
const toSignature = (text: string) => Buffer.from(`${String.fromCharCode(text.length)}${text}\0`, 'latin1');

function toNumber(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function align(bytes: Buffer, to: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(alignUp(bytes.length, to) - bytes.length)]);
}

const alignUp = (at: number, to: number) => Math.ceil(at / to) * to;

interface Message {
  /** In bytes, with its header. */
  readonly size: number;
  readonly type: number;
  /** The serial number of the call that it replies to; null for others. */
  readonly replyTo: number | null;
  readonly body: Buffer;
}

/** The first message in `bytes`; null until it is complete. Throws on one that this client cannot read. */
function toMessage(bytes: Buffer): Message | null {
  if (bytes.length < 16) return null;
  if (bytes[0] !== 0x6c) throw new Error('big-endian');
  const bodyAt = alignUp(16 + bytes.readUInt32LE(12), 8);
  const size = bodyAt + bytes.readUInt32LE(4);
  if (bytes.length < size) return null;
  const type = bytes[1] ?? 0;
  const replyTo = type === RETURN || type === ERROR ? findReplySerial(bytes) : null;
  return { size, type, replyTo, body: bytes.subarray(bodyAt, size) };
}

/** Walks through the header fields, each of them a code, a signature of one letter and a value. */
function findReplySerial(bytes: Buffer): number | null {
  const end = 16 + bytes.readUInt32LE(12);
  for (let at = 16; at < end; ) {
    const type = String.fromCharCode(bytes[at + 2] ?? 0);
    const valueAt = at + 4;
    if (bytes[at] === REPLY_SERIAL) return bytes.readUInt32LE(valueAt);
    const length = type === 'g' ? 1 + (bytes[valueAt] ?? 0) + 1 : toLength(bytes, type, valueAt);
    at = alignUp(valueAt + length, 8);
  }
  return null;
}

const toLength = (bytes: Buffer, type: string, at: number) =>
  type === 'u' ? 4 : 4 + bytes.readUInt32LE(at) + 1;

/** The boolean in the variant that a reply brings; null for an error or another type. */
function toBoolean({ type, body }: Message): boolean | null {
  const isBoolean = type === RETURN && body.subarray(0, 3).toString('latin1') === '\u0001b\0';
  return isBoolean ? body.readUInt32LE(4) === 1 : null;
}
