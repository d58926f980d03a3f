/**
 * A short, soft tone, made on the spot.
 */

const PITCH_HZ = 660;
const LENGTH_S = 0.25;
const LOUDNESS = 0.12;

export class Chime {
  /** @type {AudioContext | null} */
  #audio = null;

  /**
   * Browsers allow sound only to pages that one has touched, so it is turned on by a gesture.
   *
   * @param {boolean} on
   */
  turn(on) {
    if (on) this.#audio ??= new AudioContext();
    else this.stop();
  }

  /** Sounds, where it is on. */
  ring() {
    if (!this.#audio) return;
    // A call, say, has interrupted the sound; while it lasts, browsers refuse.
    this.#audio.resume().catch(() => {});
    const now = this.#audio.currentTime;
    const tone = this.#audio.createOscillator();
    const volume = this.#audio.createGain();
    tone.frequency.value = PITCH_HZ;
    volume.gain.setValueAtTime(LOUDNESS, now);
    volume.gain.exponentialRampToValueAtTime(0.001, now + LENGTH_S);
    tone.connect(volume).connect(this.#audio.destination);
    tone.start(now);
    tone.stop(now + LENGTH_S);
  }

  stop() {
    this.#audio?.close();
    this.#audio = null;
  }
}
