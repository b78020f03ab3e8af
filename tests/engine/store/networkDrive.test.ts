import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findNetworkDrive } from '#engine/store/networkDrive.ts';
import { lockWorkspace } from '#engine/store/workspaceLock.ts';
import { testFolder } from '../../support/openTestDb.ts';

const mountInfo = (at: string, type: string) =>
  [
    '22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw',
    '25 22 0:22 / /proc rw,nosuid shared:5 - proc proc rw',
    `36 22 0:52 / ${at} rw,relatime shared:30 - ${type} server:/care rw,vers=4.2`,
    '',
  ].join('\n');

const onLinux = (dir: string, table: string) => findNetworkDrive(dir, 'linux', () => table);

test('a folder on a network drive is told from one beside it', () => {
  const dir = testFolder();
  expect(onLinux(dir, mountInfo(dir, 'nfs4'))).toBe('nfs4');
  expect(onLinux(join(dir, 'not', 'there', 'yet'), mountInfo(dir, 'cifs'))).toBe('cifs');
  expect(onLinux(`${dir}-too`, mountInfo(dir, 'nfs4'))).toBeNull();
  expect(onLinux(dir, mountInfo(dir, 'ext4'))).toBeNull();
});

test('a name with a space, a link and a disk that was mounted over a network drive are followed', () => {
  const dir = join(testFolder(), 'our care');
  mkdirSync(dir);
  const escaped = dir.replaceAll(' ', String.raw`\040`);
  expect(onLinux(dir, mountInfo(escaped, 'fuse.sshfs'))).toBe('fuse.sshfs');
  const link = join(testFolder(), 'link');
  symlinkSync(dir, link);
  expect(onLinux(link, mountInfo(escaped, 'smb3'))).toBe('smb3');
  const covered = `${mountInfo(escaped, 'nfs')}37 22 8:1 / ${escaped} rw - ext4 /dev/sdb1 rw\n`;
  expect(onLinux(dir, covered)).toBeNull();
});

test('macOS says what is mounted in words', () => {
  const dir = testFolder();
  const table = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n//anna@server/care on ${dir} (smbfs, nodev, nosuid, mounted by anna)\n`;
  expect(findNetworkDrive(dir, 'darwin', () => table)).toBe('smbfs');
  expect(findNetworkDrive(resolve(dir, '..'), 'darwin', () => table)).toBeNull();
});

test.each([
  [String.raw`\\server\care\perch`, 'smb'],
  [String.raw`\\?\UNC\server\care`, 'smb'],
  [String.raw`C:\Users\anna`, null],
  [String.raw`\\?\C:\Users\anna`, null],
])('on Windows %s is on %s', (dir, drive) => {
  expect(findNetworkDrive(dir, 'win32')).toBe(drive);
});

test('a table that cannot be read refuses nobody', () => {
  const unreadable = () => {
    throw new Error('EACCES');
  };
  expect(findNetworkDrive(testFolder(), 'linux', unreadable)).toBeNull();
  expect(onLinux(testFolder(), 'not a table at all')).toBeNull();
});

test('the disk of this computer is none', () => {
  expect(findNetworkDrive(testFolder())).toBeNull();
});

test('a workspace on a network drive is refused, and nothing is left there', () => {
  const dir = testFolder();
  const refused = { ok: false, error: { code: 'storeOnNetwork', dir, drive: 'nfs4' } };
  expect(lockWorkspace(dir, process.pid, () => 'nfs4')).toEqual(refused);
  expect(readdirSync(dir)).toEqual([]);
});
