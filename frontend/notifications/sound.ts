const KEY = 'sound';
const OFF = 'off';

/** Two short tones, the second one higher, as quiet as not to startle anybody. */
const TONES_HZ = [660, 880];
const TONE_SECONDS = 0.09;
const LOUDNESS = 0.08;

let context: AudioContext | undefined;

/** Whether a sound is played when a message comes; so it is unless somebody has turned it off on this device. */
export function soundIsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return true;
  }
}

export function turnSound(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
  } catch {
    // A device that keeps nothing: it is on again with the next page.
  }
}

/** Whether the browser lets this page sound: none does that nobody has touched yet. */
export function maySound(): boolean {
  return navigator.userActivation?.hasBeenActive ?? false;
}

/** Plays it, where that may be. */
export function playSound(): void {
  if (!soundIsOn() || !maySound()) return;
  context ??= new AudioContext();
  const start = context.currentTime;
  for (const [i, frequency] of TONES_HZ.entries()) {
    const loudness = new GainNode(context, { gain: LOUDNESS });
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(loudness).connect(context.destination);
    tone.start(start + i * TONE_SECONDS);
    tone.stop(start + (i + 1) * TONE_SECONDS);
  }
}
