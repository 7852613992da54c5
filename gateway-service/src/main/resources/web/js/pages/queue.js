import {html, nothing} from '../lib.js';
import {call, get, post, remove} from '../api.js';
import {requirePerson} from '../auth.js';
import {cleared, solve, withClearance} from '../challenge.js';
import {until} from '../clock.js';
import {event as fetchEvent, zone} from '../events.js';
import {about, clockFace, dateTime, number} from '../format.js';
import {phases} from '../phases.js';
import {go, titled} from '../router.js';
import {View, announce, backLink, fields, loading, problemBox} from '../ui.js';
import {forgetPlace, joinBody, keepVisit, placeHeaders, presaleCode, visit} from '../visit.js';

/** A queue hears of a new event a moment after its page is there. */
const HEARD_LATER = 2000;

const WHY = {
  'sold-out': ['All tickets are gone', 'Seats may come back when a purchase is not finished. The event page can tell you.'],
  purchased: ['You have your tickets', 'Thank you! They are under My tickets.'],
  'not-claimed': ['Your turn went by', 'Nobody claimed it in time, so it went to the next in line.'],
  'access-expired': ['Your turn is over', 'The time for choosing seats ran out, so it went to the next in line.'],
  'event-cancelled': ['The event is cancelled', 'Nobody waits for it any more.'],
  'event-postponed': ['The event is postponed', 'The line opens again when its sale goes on.'],
  'event-begun': ['The event has begun', 'Nothing is sold any more.'],
};

const BY_STATE = {
  EXPIRED: ['Your place is gone', 'It was not used in time, so it went to the next in line.'],
  ABANDONED: ['You were away for a while', 'We did not hear from this page. Within ten minutes you get the same place back.'],
  LEFT: ['You left the line', 'Your place went to the next in line.'],
  SUPERSEDED: ['You went on elsewhere', 'Your place moved to the browser in which you joined last.'],
};

const TO_THE_EVENT = ['sold-out', 'event-cancelled', 'event-postponed', 'event-begun'];

class WaitingRoom extends View {
  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, event: null, status: null, entry: null, proving: false, needsCode: null, nextPoll: Infinity, lot: null});
  }

  begin = () => this.run(async () => {
    this.asked = Date.now();
    this.event ??= await fetchEvent(this.id, this.signal);
    if (this.event.waiting_room?.mode === 'OFF') return go(`/events/${this.id}/seats`, {replace: true});
    await this.lookAround();
    if (visit(this.id).queue_token) await this.poll();
    else await this.join();
    await this.#lookAtDraw();
    return null;
  });

  async lookAround() {
    this.status = await get(`/events/${this.id}/queue`, {signal: this.signal, anonymous: true}).then(answer => answer.data, () => this.status);
    await this.#lookAtDraw();
  }

  /** Where the draw put this fan, once it was held. */
  async #lookAtDraw() {
    const index = this.entry?.draw?.join_index;
    if (index === undefined || this.lot || this.entry.state === 'LOBBY') return;
    const answer = await get(`/events/${this.id}/queue/draw?join_index=${index}`, {signal: this.signal, anonymous: true}).catch(() => null);
    if (answer?.data.state === 'DRAWN') this.lot = answer.data;
  }

  /** Joining twice is joining once: it may be repeated after a lost answer. */
  async join(code = presaleCode.get(this.id)) {
    const body = await joinBody(this.id, code);
    try {
      const {data} = await withClearance(this.id, 'join', headers => post(`/events/${this.id}/queue/entries`, body, {headers, signal: this.signal, repeatable: true}), this.#proof());
      presaleCode.forget(this.id);
      this.needsCode = null;
      keepVisit(this.id, {queue_token: data.queue_token, first_position: data.position});
      this.heard(data);
    } catch (failure) {
      if (!failure.code?.startsWith('presale-code')) throw failure;
      presaleCode.forget(this.id);
      this.needsCode = failure;
    }
  }

  async poll() {
    this.nextPoll = Infinity;
    try {
      const {data} = await call('GET', `/events/${this.id}/queue/entries/me`, {anonymous: true, headers: {...placeHeaders(this.id), ...cleared(this.id, 'join')}, signal: this.signal});
      this.problem = null;
      this.heard(data);
      if (data.challenge_required && !data.access_token) {
        await solve(this.id, 'join', this.#proof());
        this.#in(1);
      }
    } catch (failure) {
      if (failure.code === 'queue-token-invalid' || failure.code === 'queue-secret-wrong') {
        forgetPlace(this.id);
        throw failure;
      }
      if (failure.code !== 'poll-too-soon' && !this.signal.aborted) this.problem = failure;
      this.#in(failure.retryAfter ?? 5);
    }
    this.update();
  }

  heard(entry) {
    const turned = entry.state === 'ADMITTED' && this.entry?.state !== 'ADMITTED';
    this.entry = entry;
    if (entry.access_token) {
      keepVisit(this.id, {access_token: entry.access_token, access_expires_at: entry.access_expires_at});
      if (turned) this.#yourTurn();
    }
    if (['LOBBY', 'QUEUED', 'ADMITTED'].includes(entry.state)) {
      keepVisit(this.id, {draw: entry.draw ?? null});
      this.#in((entry.poll_after_seconds ?? 30) * (1 + Math.random() * 0.15));
      if (entry.position > 0) titled(`${number(entry.position)} ahead of you`);
    } else {
      this.nextPoll = Infinity;
      // what was left alone for a while can be taken up again with the same token
      if (entry.state !== 'ABANDONED') forgetPlace(this.id);
    }
    this.update();
  }

  #yourTurn() {
    titled('It is your turn!');
    announce('It is your turn. You can choose your seats now.');
    navigator.vibrate?.([200, 100, 200]);
  }

  #in(seconds) {
    this.nextPoll = Date.now() + seconds * 1000;
  }

  #proof() {
    return {signal: this.signal, onWork: proving => {
      this.proving = proving;
      this.update();
    }};
  }

  tick() {
    if (this.problem?.code === 'event-not-found' && !this.busy && Date.now() - this.asked > HEARD_LATER) this.begin();
    else if (Date.now() >= this.nextPoll && !this.busy) this.run(() => this.poll());
    else if (this.needsCode || ['ADMITTED', 'LOBBY'].includes(this.entry?.state)) this.update();
  }

  leave = () => this.run(async () => {
    await remove(`/events/${this.id}/queue/entries/me`, {anonymous: true, headers: placeHeaders(this.id), signal: this.signal});
    forgetPlace(this.id);
    await go(`/events/${this.id}`);
  });

  takeUp = () => this.run(async () => {
    await this.poll();
    if (this.entry.state === 'ABANDONED') {
      forgetPlace(this.id);
      await this.join();
    }
  });

  again = () => this.run(() => {
    this.entry = null;
    forgetPlace(this.id);
    return this.join();
  });

  withCode = submit => {
    submit.preventDefault();
    const {code} = fields(submit.target);
    this.run(() => this.join(code));
  };

  template() {
    return html`${backLink(`/events/${this.id}`, this.event?.name ?? 'The event')}
      <section class="waiting" aria-labelledby="waiting-title">
        <h1 id="waiting-title">${this.#title()}</h1>
        ${this.proving ? loading('Checking that you are a person. This takes a few seconds…') : nothing}
        ${problemBox(this.problem, this.problem?.code?.startsWith('queue-') ? this.again : this.begin)}
        ${this.notes()}
        ${this.needsCode ? this.codeForm() : this.place()}
      </section>`;
  }

  notes() {
    const said = [this.paused ? 'The line is paused for a moment. Nobody loses their place.' : null, this.status?.message].filter(Boolean);
    return said.length ? html`<div class="note" role="status">${said.map(text => html`<p>${text}</p>`)}</div>` : nothing;
  }

  get paused() {
    return this.status?.state === 'PAUSED';
  }

  #title() {
    const titles = {ADMITTED: 'It is your turn', LOBBY: 'You are in the lobby', QUEUED: 'You are in line'};
    if (this.entry) return titles[this.entry.state] ?? 'You are not in line';
    return this.event?.name ?? 'Waiting room';
  }

  place() {
    const {entry} = this;
    if (!entry) return this.problem ? nothing : loading('Finding your place…');
    if (entry.state === 'ADMITTED') return this.admitted(entry);
    if (entry.state === 'LOBBY') return this.lobby(entry);
    if (entry.state === 'QUEUED') return this.queued(entry);
    const [title, text] = WHY[entry.reason] ?? BY_STATE[entry.state] ?? ['You are not in line', ''];
    return html`<div class="box"><p class="box-title">${title}</p><p>${text}</p>${this.wayOn(entry)}</div>`;
  }

  wayOn(entry) {
    if (entry.reason === 'purchased') return html`<a class="button" href="/tickets">My tickets</a>`;
    if (TO_THE_EVENT.includes(entry.reason)) return html`<a class="button" href="/events/${this.id}">To the event</a>`;
    if (entry.state === 'ABANDONED') return html`<button class="button" @click=${this.takeUp}>Take it up again</button>`;
    return html`<button class="button" @click=${this.again}>${entry.state === 'SUPERSEDED' ? 'Go on here instead' : 'Join again'}</button>`;
  }

  admitted(entry) {
    if (!entry.access_token) return loading('Opening the door…');
    return html`<div class="box good"><p class="turn-left">Begin within <strong class="figures">${clockFace(until(entry.access_expires_at))}</strong></p>
      <a class="button wide big" href="/events/${this.id}/seats">Choose your seats</a>
      <p class="small dim">Seats you hold are yours for a while longer.</p></div>
      <p><button class="button quiet" @click=${this.leave}>I do not want to buy any more</button></p>`;
  }

  lobby(entry) {
    const opens = this.event?.sale_dates?.general ?? this.status?.opens_at;
    return html`<div class="box"><p class="dim">Everybody's place is drawn in</p><p class="countdown figures" role="timer">${clockFace(until(opens))}</p>
      <p class="dim">${dateTime(opens, zone(this.event))}</p>
      <p>When the sale opens, places are drawn among all who are here. Who came first is no better off.</p>
      ${entry.draw ? html`<dl class="facts"><div><dt>Your draw number</dt><dd class="figures">${number(entry.draw.join_index)}</dd></div>
        ${entry.draw.leaf ? html`<div><dt>Its mark</dt><dd class="hash">${entry.draw.leaf}</dd></div>` : nothing}</dl>` : nothing}
      <p class="small"><a href="/events/${this.id}/draw">How the draw works, and how to check it</a></p></div>
      ${this.#foot()}`;
  }

  queued(entry) {
    const first = Math.max(visit(this.id).first_position ?? 0, entry.position ?? 0, 1);
    const done = 1 - (entry.position ?? first) / first;
    const ahead = `${entry.position === 1 ? 'person' : 'people'} ahead of you`;
    return html`<div class="box">
      <p class="position">${entry.position === 0 ? html`<strong>You are next</strong>` : html`<span class="figures">${number(entry.position)}</span> <span>${ahead}</span>`}</p>
      <progress class="line" max="1" .value=${done} aria-label="Your way to the front"></progress>
      <dl class="facts"><div><dt>Estimated wait</dt><dd>${this.paused ? 'known when the line goes on' : about(entry.estimated_wait_seconds)}
        ${!this.paused && entry.wait_high_seconds > 60 ? html`<span class="dim">(${about(entry.wait_low_seconds)} to ${about(entry.wait_high_seconds)})</span>` : nothing}</dd></div>
        <div><dt>In line</dt><dd>${number(entry.queue_size)}</dd></div>
        ${this.lot?.proof ? html`<div><dt>Drawn</dt><dd>place ${number(this.lot.proof.position + 1)} of ${number(this.lot.participants)} · <a href="/events/${this.id}/draw">how the draw went</a></dd></div>` : nothing}</dl></div>
      <p class="unseen" aria-live="polite">${entry.position === 0 ? 'You are next' : `${number(entry.position)} ${ahead}`}</p>
      ${this.#foot()}`;
  }

  #foot() {
    return html`<p class="dim small">Keep this page open. You may reload it, or close it for a short while: your place is kept in this browser.</p>
      <p><button class="button quiet" ?disabled=${this.busy} @click=${this.leave}>Leave the line</button></p>`;
  }

  codeForm() {
    const {lobbyOn, open} = phases(this.event);
    return html`${this.needsCode.code === 'presale-code-required' ? nothing : problemBox(this.needsCode)}
      <form class="box" @submit=${this.withCode}><p class="box-title">This is a presale</p>
      <label>Your presale code<input name="code" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"></label>
      <div class="buttons"><button class="button" ?disabled=${this.busy}>Join</button>${lobbyOn || open ? html`<button class="button quiet" type="button" @click=${this.again}>Go on without a code</button>` : nothing}</div></form>`;
  }
}

export async function page(root, signal, {event}) {
  titled('Waiting room');
  await requirePerson();
  const view = new WaitingRoom(root, signal, event);
  await view.begin();
  view.every(1000, () => view.tick());
  view.every(10_000, () => document.hidden || view.lookAround().then(() => view.update()));
}
