import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Where a file system is mounted, and its type, such as `ext4`. */
interface Mount {
  readonly at: string;
  readonly type: string;
}

/** Of Linux and macOS. What only looks like a network, such as the shared folders of a virtual machine, is not among them. */
const networkTypes: ReadonlySet<string> = new Set(
  `nfs nfs4 cifs smb2 smb3 smbfs afpfs webdav davfs afs coda ceph lustre beegfs glusterfs
   fuse.sshfs fuse.rclone fuse.davfs fuse.glusterfs fuse.gvfsd-fuse fuse.ceph fuse.smbnetfs fuse.curlftpfs fuse.s3fs`.split(
    /\s+/,
  ),
);

/** The tables in which the systems list what is mounted. */
const tables: Partial<
  Record<NodeJS.Platform, { readonly read: () => string; readonly parse: (line: string) => Mount | null }>
> = {
  linux: { read: () => readFileSync('/proc/self/mountinfo', 'utf8'), parse: parseMountInfo },
  darwin: {
    read: () => execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 5_000 }),
    parse: parseMountLine,
  },
};

/**
 * The type of the network drive on which `dir` is or would be, such as `nfs`; null if it is on a disk of this computer, or if that cannot be told.
 * SQLite's write-ahead log needs memory that all its processes share, and locks that hold (https://www.sqlite.org/wal.html#noshm).
 */
export function findNetworkDrive(
  dir: string,
  platform: NodeJS.Platform = process.platform,
  readTable = tables[platform]?.read,
): string | null {
  const place = toRealPath(dir, platform === 'win32' ? win32.dirname : posix.dirname);
  // Windows says on which server a letter is when it is asked for the real path.
  if (platform === 'win32') return /^\\\\(?![?.]\\)|^\\\\\?\\UNC\\/i.test(place) ? 'smb' : null;
  try {
    const lines = readTable?.().split('\n') ?? [];
    const mounts = lines.flatMap((line) => tables[platform]?.parse(line) ?? []);
    // The last one, because a later one covers an earlier one at the same place.
    const [mount] = mounts
      .reverse()
      .filter(({ at }) => isBelow(place, at))
      .toSorted((a, b) => b.at.length - a.at.length);
    return mount && networkTypes.has(mount.type) ? mount.type : null;
  } catch {
    return null;
  }
}

/** The real path of a folder, or of the nearest one above it that exists. */
function toRealPath(dir: string, toParent: (path: string) => string): string {
  try {
    return realpathSync.native(dir);
  } catch {
    const parent = toParent(dir);
    return parent === dir ? dir : toRealPath(parent, toParent);
  }
}

const isBelow = (place: string, at: string) => at === '/' || place === at || place.startsWith(`${at}/`);

/** A line such as `36 35 0:52 / /srv/care rw,relatime shared:1 - nfs4 server:/care rw` (proc_pid_mountinfo(5)). */
function parseMountInfo(line: string): Mount | null {
  const [before, after] = line.split(' - ');
  const at = before?.split(' ')[4];
  const type = after?.split(' ')[0];
  if (!at || !type) return null;
  return {
    at: at.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8))),
    type,
  };
}

/** A line of macOS such as `//anna@server/care on /Volumes/care (smbfs, nodev, nosuid)` (mount(8)). */
function parseMountLine(line: string): Mount | null {
  const [, at, type] = /^.+ on (\/.*) \((\w+)/.exec(line) ?? [];
  return at && type ? { at, type } : null;
}
