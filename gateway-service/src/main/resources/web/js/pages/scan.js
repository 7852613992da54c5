import {html, nothing} from '../lib.js';
import {get, post} from '../api.js';
import {hasRole, requirePerson} from '../auth.js';
import {readCodes} from '../camera.js';
import {now} from '../clock.js';
import {Pages, zone} from '../events.js';
import {dateTime, time} from '../format.js';
import {titled} from '../router.js';
import {deviceId, local, random, session} from '../store.js';
import {View, empty, fields, loading, problemBox} from '../ui.js';

const REASONS = {
  'already-used': 'This ticket was used already', 'wrong-event': 'This ticket is for another event', 'wrong-gate': 'This is not the gate of this ticket', revoked: 'This ticket is no longer valid',
  refunded: 'This ticket was refunded', transferred: 'This ticket has a new owner and a new code', locked: 'A sale or refund of this ticket is under way', 'code-expired': 'This code is too old: ask for a fresh one in the app',
  'bad-signature': 'This is not a genuine ticket', 'too-early': 'The doors are not open yet', unknown: 'This is not a ticket of ours',
};

const SHOWN_AGAIN = 4000;

class Scanner extends View {
  constructor(root, signal) {
    super(root, signal);
    Object.assign(this, {events: new Pages('/events'), setup: local.get('scanner') ?? {}, gates: [], result: null, camera: null, last: {code: '', at: 0}, log: session.get('scans') ?? []});
  }

  load = () => this.run(async () => {
    await this.events.next(this.signal);
    if (this.setup.event && !this.events.items.some(event => event.event_id === this.setup.event)) {
      const kept = await get(`/events/${this.setup.event}`, {signal: this.signal}).then(answer => answer.data, () => null);
      if (kept) this.events.items.unshift(kept);
      else this.choose({event: '', gate: ''});
    }
    await this.findGates();
  });

  async findGates() {
    if (!this.setup.event) return;
    const map = await get(`/events/${this.setup.event}/seat-map`, {signal: this.signal, anonymous: true}).then(answer => answer.data, () => null);
    this.gates = [...new Set((map?.sections ?? []).map(section => section.gate).filter(Boolean))].sort();
    if (!this.setup.gate && this.gates.length) this.choose({gate: this.gates[0]});
    this.update();
  }

  choose(change) {
    this.setup = {...this.setup, ...change};
    local.set('scanner', this.setup);
    this.update();
  }

  byHand = submit => {
    submit.preventDefault();
    const {code} = fields(submit.target);
    if (code) this.scan(code).then(() => {
      submit.target.reset();
      submit.target.elements.code.focus();
    });
  };

  /** A nonce for each scan: repeated after a lost answer it is the same scan, and gets the same answer. */
  scan = code => this.run(async () => {
    this.result = null;
    const scan = {code: code.trim(), gate: this.setup.gate, device_id: deviceId(), scanned_at: new Date(now()).toISOString(), nonce: random(18), direction: 'IN'};
    const {data} = await post(`/events/${this.setup.event}/scans`, scan, {signal: this.signal, repeatable: true});
    this.result = data;
    this.log = [{...data, at: scan.scanned_at, gate: scan.gate}, ...this.log].slice(0, 20);
    session.set('scans', this.log);
    signalTo(data.result === 'ADMITTED');
  });

  toggleCamera = async () => {
    if (this.camera) {
      this.camera.abort();
      this.camera = null;
      return this.update();
    }
    this.camera = new AbortController();
    const {signal} = this.camera;
    this.signal.addEventListener('abort', () => this.camera?.abort(), {once: true});
    this.update();
    await Promise.resolve();
    try {
      await readCodes(this.root.querySelector('video'), code => this.seen(code), signal);
    } catch (failure) {
      this.camera?.abort();
      this.camera = null;
      this.problem = new Error(failure.name === 'NotAllowedError' ? 'The camera is not allowed for this page. Allow it in the browser, or type the code.' : 'The camera could not be opened. Type the code instead.');
    }
    return this.update();
  };

  /** The camera sees the same code many times a second. */
  seen(code) {
    const again = code === this.last.code && Date.now() - this.last.at < SHOWN_AGAIN;
    if (this.busy || again) return;
    this.last = {code, at: Date.now()};
    this.scan(code).then(() => {
      this.last.at = Date.now();
    });
  }

  template() {
    if (!hasRole('SCANNER')) return empty('For gate staff', 'Sign in with a scanner account to check tickets.');
    const {items} = this.events;
    return html`<h1>Scanner</h1>${items ? nothing : this.problem ? problemBox(this.problem, this.load) : loading()}
      ${items ? html`<div class="box form-row">
        <label>Event<select @change=${change => {
          this.choose({event: change.target.value, gate: ''});
          this.findGates();
        }}><option value="">Choose…</option>${items.map(event => html`<option value=${event.event_id} ?selected=${event.event_id === this.setup.event}>${event.name} · ${dateTime(event.date, zone(event))}</option>`)}</select></label>
        <label>Gate<input list="gates" .value=${this.setup.gate ?? ''} @change=${change => this.choose({gate: change.target.value.trim()})} placeholder="A"></label><datalist id="gates">${this.gates.map(gate => html`<option value=${gate}></option>`)}</datalist></div>` : nothing}
      ${this.setup.event && this.setup.gate ? this.work() : items ? html`<p class="dim">Choose the event and your gate to begin.</p>` : nothing}`;
  }

  work() {
    return html`<div class="verdict ${this.result ? (this.result.result === 'ADMITTED' ? 'yes' : 'no') : ''}" role="status" aria-live="assertive">${this.verdict()}</div>
      ${problemBox(this.problem)}
      ${this.camera ? html`<video class="camera" muted playsinline></video>` : nothing}
      <p><button class="button quiet wide" aria-pressed=${Boolean(this.camera)} @click=${this.toggleCamera}>${this.camera ? 'Stop the camera' : 'Use the camera'}</button></p>
      <form class="box form-row" @submit=${this.byHand}><label>Code<input name="code" required autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="BX1…"></label><button class="button" ?disabled=${this.busy}>Check</button></form>
      ${this.log.length ? html`<h2>Last scans</h2><ul class="rows-list compact">${this.log.map(scan => html`<li class="row"><span><strong class=${scan.result === 'ADMITTED' ? 'good-text' : 'bad-text'}>${scan.result === 'ADMITTED' ? '✓ Admitted' : '✗ Denied'}</strong><span class="dim">${[scan.seat?.replaceAll('/', ' · '), scan.reason && (REASONS[scan.reason] ?? scan.reason)].filter(Boolean).join(': ')}</span></span><span class="dim">${time(scan.at)}</span></li>`)}</ul>` : nothing}`;
  }

  verdict() {
    const {result} = this;
    if (this.busy) return html`<p>Checking…</p>`;
    if (!result) return html`<p class="dim">Hold a ticket to the camera or type its code.</p>`;
    if (result.result === 'ADMITTED') return html`<p class="verdict-word">✓ Let in</p><p>${result.seat?.replaceAll('/', ' · ')}</p>${result.entry > 1 ? html`<p>Entry ${result.entry}</p>` : nothing}`;
    return html`<p class="verdict-word">✗ Stop</p><p>${REASONS[result.reason] ?? result.reason}</p><p>${result.seat?.replaceAll('/', ' · ') ?? ''}</p>`;
  }
}

let sound;

/** High and short for yes, low and long for no: known without looking. */
function signalTo(yes) {
  navigator.vibrate?.(yes ? 80 : [250, 100, 250]);
  try {
    sound ??= new AudioContext();
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = yes ? 880 : 200;
    volume.gain.value = 0.15;
    tone.connect(volume).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + (yes ? 0.12 : 0.5));
  } catch {
    // a gate without sound still has its colours
  }
}

export async function page(root, signal) {
  titled('Scanner');
  await requirePerson();
  const view = new Scanner(root, signal);
  view.update();
  if (hasRole('SCANNER')) await view.load();
}
