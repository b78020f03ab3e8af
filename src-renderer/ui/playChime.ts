/** The notes of the sound: when each begins, in seconds, and its pitch in hertz. */
const notes = [
  { at: 0, hertz: 880 },
  { at: 0.13, hertz: 1_174.66 },
] as const;

const LOUDNESS = 0.12;
const RISE = 0.01;
const FADE = 0.5;

/** Plays a short sound of two rising notes, which is computed here: the window may load no recordings but those of X. */
export function playChime(): void {
  const context = new AudioContext();
  const last = notes.map(({ at, hertz }) => playNote(context, context.currentTime + at, hertz)).at(-1);
  last?.addEventListener('ended', () => void context.close());
}

function playNote(context: AudioContext, start: number, hertz: number): OscillatorNode {
  const note = new OscillatorNode(context, { frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain
    .setValueAtTime(0.0001, start)
    .exponentialRampToValueAtTime(LOUDNESS, start + RISE)
    .exponentialRampToValueAtTime(0.0001, start + FADE);
  note.connect(volume).connect(context.destination);
  note.start(start);
  note.stop(start + FADE);
  return note;
}
