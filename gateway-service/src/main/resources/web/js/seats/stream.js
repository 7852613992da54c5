/*
 * What is free, as it changes. The browser comes back by itself after a broken connection and says what it has; when there is no
 * stream to be had, whoever uses this looks now and then instead, and a stream is asked for again later.
 */
const AGAIN_AFTER = 30_000;

export class SeatStream {
  #source = null;
  #again = 0;

  /** `onSnapshot` and `onDelta` are given what was told. */
  constructor(event, signal, {onSnapshot, onDelta}) {
    Object.assign(this, {path: `/api/v1/events/${event}/availability/stream`, onSnapshot, onDelta});
    // a page that nobody sees leaves the place to others
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#close() : this.#open()), {signal});
    signal.addEventListener('abort', () => this.#close(), {once: true});
    if (!document.hidden) this.#open();
  }

  /** Whether changes are told; while they are not, the plan is only as new as the last look. */
  get live() {
    return this.#source?.readyState === EventSource.OPEN;
  }

  #open() {
    if (this.#source) return;
    clearTimeout(this.#again);
    const source = new EventSource(this.path);
    source.addEventListener('snapshot', told => this.onSnapshot(JSON.parse(told.data)));
    source.addEventListener('delta', told => this.onDelta(JSON.parse(told.data)));
    source.addEventListener('error', () => {
      if (source !== this.#source || source.readyState !== EventSource.CLOSED) return;
      this.#close();
      this.#again = setTimeout(() => document.hidden || this.#open(), AGAIN_AFTER * (1 + Math.random()));
    });
    this.#source = source;
  }

  #close() {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
  }
}
