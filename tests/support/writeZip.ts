import { writeFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip, and in what its headers differ from it. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly isStored?: boolean;
  /** Bits of the general purpose flag: 1 for encrypted. */
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** The unpacked size that the headers declare. */
  readonly bytes?: number;
  /** The mode of Unix, such as that of a link. */
  readonly mode?: number;
}

/** Writes a zip file and returns its path. */
export function writeZip(path: string, files: readonly ZipFile[]): string {
  writeFileSync(path, toZip(files));
  return path;
}

/** The bytes of a zip file. */
export function toZip(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { local, central } = toEntry(file, offset);
    bodies.push(local);
    directory.push(central);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

function toEntry(file: ZipFile, offset: number): { readonly local: Buffer; readonly central: Buffer } {
  const content = Buffer.from(file.content);
  const packed = file.isStored ? content : deflateRawSync(content);
  const name = Buffer.from(file.name, 'utf8');
  // Both headers share these fields: version, flags, method, time, date, checksum, sizes, length of the name and of the extra field.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x0800 | (file.flags ?? 0), 2);
  common.writeUInt16LE(file.method ?? (file.isStored ? 0 : 8), 4);
  common.writeUInt32LE(file.crc ?? crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(file.bytes ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(0x0314, 4);
  common.copy(central, 6);
  central.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 38);
  central.writeUInt32LE(offset, 42);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(0x04034b50, 0);
  return {
    local: Buffer.concat([signature, common, name, packed]),
    central: Buffer.concat([central, name]),
  };
}
