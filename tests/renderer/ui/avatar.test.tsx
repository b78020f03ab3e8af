import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Avatar } from '#renderer/ui/Avatar.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

let next = 0;

function draw(address = `media://x/?url=${next++}`) {
  const { container, rerender, unmount } = render(<Avatar id="1" name="Anna de Vries" picture={address} />);
  const change = (picture: string | undefined) =>
    rerender(<Avatar id="1" name="Anna de Vries" picture={picture} />);
  return {
    address,
    picture: () => container.querySelector('img'),
    text: () => container.textContent,
    change,
    unmount,
  };
}

it('shows the initials, and asks for the picture once it has been on the screen for a moment', () => {
  const { address, picture, text } = draw();
  expect(picture()).toBeNull();
  act(() => vi.advanceTimersByTime(200));
  expect(picture()?.getAttribute('src')).toBe(address);
  expect(text()).toBe('AV');
});

it('shows a picture at once that was loaded before', () => {
  const { address, picture, unmount } = draw();
  act(() => vi.advanceTimersByTime(200));
  fireEvent.load(picture() as Element);
  unmount();
  expect(draw(address).picture()).not.toBeNull();
});

it('keeps the initials where there is no picture to be had, and asks again after a while', () => {
  const { address, picture, unmount } = draw();
  act(() => vi.advanceTimersByTime(200));
  fireEvent.error(picture() as Element);
  expect(picture()).toBeNull();
  unmount();
  const soon = draw(address);
  act(() => vi.advanceTimersByTime(200));
  expect(soon.picture()).toBeNull();
  soon.unmount();
  vi.advanceTimersByTime(61_000);
  const later = draw(address);
  act(() => vi.advanceTimersByTime(200));
  expect(later.picture()).not.toBeNull();
});

it('takes the new picture of a person', () => {
  const { picture, change } = draw();
  act(() => vi.advanceTimersByTime(200));
  fireEvent.load(picture() as Element);
  change('media://x/?url=new');
  expect(picture()).toBeNull();
  act(() => vi.advanceTimersByTime(200));
  expect(picture()?.getAttribute('src')).toBe('media://x/?url=new');
  change(undefined);
  expect(picture()).toBeNull();
});
