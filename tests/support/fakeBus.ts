import { mkdtempSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** What the bus replies to the second call: the value of a boolean property, an error, or nothing. */
export type BusReply = boolean | 'error' | 'number' | 'nothing';

interface FakeBusOptions {
  readonly reply: BusReply;
  readonly refusesUsers?: boolean;
  /** Sends one byte at a time. */
  readonly inPieces?: boolean;
}

/** A session bus that accepts everybody. Returns its address, and the calls that it got, by their serial numbers. */
export async function openFakeBus({ reply, refusesUsers, inPieces }: FakeBusOptions) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'perch-bus-')), 'bus');
  const calls: string[] = [];
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    const send = (bytes: Buffer) => {
      if (!inPieces) socket.write(bytes);
      else for (const byte of bytes) socket.write(Buffer.from([byte]));
    };
    socket.on('error', () => {});
    socket.once('data', () => {
      send(Buffer.from(refusesUsers ? 'REJECTED\r\n' : 'OK 0123456789abcdef\r\n'));
      socket.on('data', (bytes) => {
        calls.push(bytes.toString('latin1'));
        if (!calls.join('').includes('IsStatusNotifierHostRegistered')) return;
        send(toMessage(2, 1, Buffer.from('\x05\0\0\0:1.42\0', 'latin1'), 's'));
        send(toMessage(4, 0, Buffer.from('\x05\0\0\0:1.42\0', 'latin1'), 's'));
        if (reply !== 'nothing') send(toReply(reply));
      });
    });
  });
  await new Promise<void>((resolve) => void server.listen(file, resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { address: `unix:path=${file},guid=0123456789abcdef`, calls };
}

function toReply(reply: Exclude<BusReply, 'nothing'>): Buffer {
  if (reply === 'error') return toMessage(3, 2, Buffer.from('\x04\0\0\0none\0', 'latin1'), 's');
  const type = reply === 'number' ? 'u' : 'b';
  const value = Number(reply === 'number' ? 1 : reply);
  return toMessage(2, 2, Buffer.from(`\x01${type}\0\0${String.fromCharCode(value)}\0\0\0`, 'latin1'), 'v');
}

/** A message with fields that the client must skip on its way to the serial number of the call. */
function toMessage(type: number, replyTo: number, body: Buffer, signature: string): Buffer {
  const sender = '\x07\x01s\0\x14\0\0\0org.freedesktop.DBus\0';
  const field = (text: string) => text.padEnd(Math.ceil(text.length / 8) * 8, '\0');
  const reply = replyTo > 0 ? field(`\x05\x01u\0${String.fromCharCode(replyTo)}\0\0\0`) : '';
  const fields = `${field(`\x08\x01g\0\x01${signature}\0`)}${field(sender)}${reply}`;
  const header = Buffer.alloc(16);
  header.write('l', 'latin1');
  header[1] = type;
  header[3] = 1;
  header.writeUInt32LE(body.length, 4);
  header.writeUInt32LE(7, 8);
  header.writeUInt32LE(fields.length, 12);
  return Buffer.concat([header, Buffer.from(fields, 'latin1'), body]);
}
