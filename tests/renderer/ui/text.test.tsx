import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Avatar, toAvatarHue, toInitials } from '#renderer/ui/Avatar.tsx';
import { Bidi, capText, Handle, middleTruncate } from '#renderer/ui/Bidi.tsx';
import { ChannelBadge } from '#renderer/ui/ChannelBadge.tsx';
import { KeyedText, toCaps } from '#renderer/ui/Kbd.tsx';
import { toAddressee, toFirstName, toName, toShownName } from '#renderer/ui/shownName.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

describe('capText', () => {
  it.each([
    ['short', 10, 'short'],
    ['abcdef', 3, 'abc…'],
    ['ab👍', 3, 'ab…'],
    ['a\u0000b\u0007c', 10, 'abc'],
    ['line\nbreak', 20, 'line\nbreak'],
    ['a\ud800b', 10, 'a\ufffdb'],
    [`Z${'\u0300'.repeat(20)}b`, 30, `Z${'\u0300'.repeat(8)}b`],
  ])('truncates %j to %i characters as %j', (text, cap, shown) => {
    expect(capText(text, cap)).toBe(shown);
  });
});

describe('middleTruncate', () => {
  it('keeps both ends of a long handle', () => {
    expect(middleTruncate('averyveryverylonghandle_official', 15)).toBe('averyveryv…cial');
    expect(middleTruncate('short', 15)).toBe('short');
  });
});

describe('toInitials', () => {
  it.each([
    ['Anna de Vries', 'AV'],
    ['nina', 'N'],
    ["O'Brien, Pat", 'OP'],
    ['王小明', '王'],
    ['محمد حسن', 'مح'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    [`Z${'\u0338\u0322\u031b'.repeat(9)}algo`, 'Z\u0338'],
    ['Émilie', 'É'],
    ['', '?'],
    ['⟨U+200B⟩Anna', 'A'],
  ])('of %j are %j', (name, initials) => {
    expect(toInitials(name)).toBe(initials);
  });
});

describe('toAvatarHue', () => {
  it('stays the same for the same person', () => {
    expect(toAvatarHue('12345')).toBe(toAvatarHue('12345'));
    expect(new Set(Array.from({ length: 100 }, (_, id) => toAvatarHue(String(id)))).size).toBeGreaterThan(7);
  });
});

describe('toCaps', () => {
  it('uses the key names of the platform', () => {
    expect(toCaps('Mod+Enter', false)).toEqual(['Ctrl', '↵']);
    expect(toCaps('Mod+k', true)).toEqual(['⌘', 'K']);
  });
});

describe('text from X', () => {
  it('is isolated and never becomes elements', async () => {
    renderWithEngine(
      <>
        <Bidi text="<b>مرحبا</b> \u202Eevil" />
        <Handle handle="averyveryverylonghandle_official" cap={15} />
        <Avatar id="1" name="<script>" />
      </>,
    );
    const text = await screen.findByText(/<b>/);
    expect(text.tagName).toBe('BDI');
    expect(text.getAttribute('dir')).toBe('auto');
    expect(document.querySelector('b, script')).toBeNull();
  });
});

describe('the name of a person', () => {
  const person = (name: string, handle = 'anna') => ({ id: '1', name, handle });

  it('shows its invisible characters alone and in sentences', () => {
    expect(toName(person('Har\u200bbour'))).toBe('Har⟨U+200B⟩bour');
    expect(toShownName('Har\u200bbour')).toBe('Har⟨U+200B⟩bour');
    expect(toFirstName(person('\ufeffAnna de Vries'))).toBe('⟨U+FEFF⟩Anna');
    expect(toAddressee(person('Anna', 'an\u2060na'))).toBe('@an⟨U+2060⟩na');
  });

  it('is the handle if it is invisible as a whole', () => {
    expect(toName(person('\u200b\u3164'))).toBe('@anna');
    expect(toFirstName(person('\u200b\u3164'))).toBe('@anna');
  });

  it('shows the invisible characters of a handle', async () => {
    renderWithEngine(<Handle handle={'har\u200dbour'} />);
    expect(await screen.findByText('@har⟨U+200D⟩bour')).toBeTruthy();
  });
});

describe('ChannelBadge', () => {
  it('shows the channel as a word and an icon', async () => {
    renderWithEngine(
      <>
        <ChannelBadge channel="public" />
        <ChannelBadge channel="dm" />
      </>,
    );
    expect((await screen.findByText('Public')).querySelector('svg')).not.toBeNull();
    expect(screen.getByText('Private').querySelector('svg')).not.toBeNull();
  });
});

describe('KeyedText', () => {
  it('draws keys as key caps', async () => {
    renderWithEngine(
      <p>
        <KeyedText text="Press <k>g</k> then <k>q</k>." />
      </p>,
    );
    expect((await screen.findByText('G')).tagName).toBe('KBD');
    expect(screen.getByText('Q').tagName).toBe('KBD');
  });
});
