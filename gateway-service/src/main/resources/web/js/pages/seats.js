import {html, nothing, repeat} from '../lib.js';
import {get, post, remove} from '../api.js';
import {requirePerson} from '../auth.js';
import {withClearance} from '../challenge.js';
import {until} from '../clock.js';
import {event as fetchEvent} from '../events.js';
import {clockFace, money, number, plural, seatName} from '../format.js';
import {titled} from '../router.js';
import {SeatCanvas} from '../seats/canvas.js';
import {Plan, describe} from '../seats/plan.js';
import {SeatStream} from '../seats/stream.js';
import {intention} from '../store.js';
import {View, announce, backLink, fields, loading, problemBox, timeLeft} from '../ui.js';
import {hasTurn, keepVisit, passHeaders, visit} from '../visit.js';

/** How often to look while changes are not told, and while they are. */
const LOOK_AGAIN = 4000;
const LOOK_ANYWAY = 30_000;
/** A page of thousands of seats is not made anew for each that changes. */
const SOON = 150;
const LOST_IS_SHOWN = 8000;
const TURN_OVER = ['access-token-required', 'access-token-invalid', 'access-token-expired', 'access-token-revoked', 'wrong-device'];

class SeatsPage extends View {
  #soon;

  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, event: null, plan: null, hold: null, chosen: [], way: 'map', offers: null, proving: false, said: '', lost: new Set(), placing: false, looked: 0});
  }

  load = () => this.run(async () => {
    const [event, map] = await Promise.all([fetchEvent(this.id, this.signal), get(`/events/${this.id}/seat-map`, {signal: this.signal, cached: true, anonymous: true})]);
    this.event = event;
    this.plan = new Plan(map.data);
    if (this.plan.seats.length === 0) this.way = 'best';
    titled(`Seats · ${event.name}`);
    if (!this.stream) this.follow();
    await this.look();
    await this.findHold(visit(this.id).hold_id);
  });

  async look() {
    this.looked = Date.now();
    const {data} = await get(`/events/${this.id}/availability`, {signal: this.signal, anonymous: true});
    // a cache on the way may be behind the stream
    if (!(data.version < this.plan.version)) this.plan.take(data);
    this.seen();
    this.update();
  }

  /** The stream tells what changes; looking is for the time without it, and for what it may have missed. */
  follow() {
    this.stream = new SeatStream(this.id, this.signal, {
      onSnapshot: told => {
        this.plan.take(told);
        this.seen();
      },
      onDelta: told => {
        if (this.plan.change(told)) this.seen();
        else this.look().catch(() => {});
      },
    });
    this.every(LOOK_AGAIN + Math.random() * 500, () => {
      const due = !this.stream.live || Date.now() - this.looked >= LOOK_ANYWAY;
      if (due && !document.hidden && !this.busy) this.look().catch(() => {});
    });
  }

  seen() {
    this.#giveUpLost();
    this.canvas?.draw();
    this.#soon ??= this.after(SOON, () => {
      this.#soon = undefined;
      this.update();
    });
  }

  /** What somebody else took leaves the choice, marked for a while; what we are just taking ourselves does not. */
  #giveUpLost() {
    const lost = this.hold || this.placing ? [] : this.chosen.filter(seat => seat.state !== 'A');
    if (lost.length === 0) return;
    this.chosen = this.chosen.filter(seat => seat.state === 'A');
    announce(`${plural(lost.length, 'seat')} you had chosen ${lost.length === 1 ? 'is' : 'are'} gone.`);
    this.said = `Somebody was faster: ${lost.map(seatName).join('; ')}.`;
    lost.forEach(seat => this.lost.add(seat));
    this.after(LOST_IS_SHOWN, () => {
      lost.forEach(seat => this.lost.delete(seat));
      this.seen();
    });
  }

  async findHold(id) {
    if (!id) return;
    const {data} = await get(`/events/${this.id}/holds/${id}`, {signal: this.signal}).catch(failure => {
      if (failure.status === 404) return {data: null};
      throw failure;
    });
    this.hold = data && ['ACTIVE', 'CHECKOUT'].includes(data.status) ? data : null;
    keepVisit(this.id, {hold_id: this.hold?.hold_id ?? null});
  }

  get mayChoose() {
    return this.event.waiting_room?.mode === 'OFF' || hasTurn(this.id);
  }

  toggle = seat => {
    if (this.hold) return;
    this.said = '';
    const chosen = this.chosen.includes(seat);
    if (chosen) this.chosen = this.chosen.filter(other => other !== seat);
    else if (seat.state !== 'A') return this.tell(`${seatName(seat)} is not available.`);
    else if (this.chosen.length >= this.event.ticket_limit) return this.tell(`You may choose ${plural(this.event.ticket_limit, 'seat')} at most.`);
    else this.chosen = [...this.chosen, seat];
    announce(describe(seat, this.price(seat.price), !chosen));
    this.canvas?.draw();
    return this.update();
  };

  tell(text) {
    this.said = text;
    announce(text);
    this.update();
  }

  price = amount => money(amount, this.event.currency);

  holdChosen = () => this.place({seat_ids: this.chosen.map(seat => seat.seat_id)});
  takeOffer = seats => this.place({seat_ids: seats.map(seat => seat.seat_id)});

  bestAvailable = submit => {
    submit.preventDefault();
    const wish = fields(submit.target);
    this.place({best_available: {
      quantity: Number(wish.quantity), adjacent: wish.apart !== 'on',
      ...(wish.section ? {section: wish.section} : {}), ...(wish.max_price ? {max_price: Number(wish.max_price)} : {}),
      ...(Number(wish.accessible) ? {accessible: Number(wish.accessible)} : {}),
    }});
  };

  standing = (section, quantity) => this.place({best_available: {quantity, section: section.section, adjacent: false}});

  /** The same wish has the same key until its answer is known: a double click or a reload holds once. */
  place = wish => this.run(async () => {
    await requirePerson();
    this.said = '';
    const {key, done} = intention(`hold.${this.id}`, wish);
    this.placing = true;
    try {
      const {data} = await withClearance(this.id, 'hold', headers => post(`/events/${this.id}/holds`, wish, {key, headers: {...headers, ...passHeaders(this.id)}, signal: this.signal}), this.#proof());
      done();
      this.hold = data;
      this.chosen = [];
      this.offers = null;
      keepVisit(this.id, {hold_id: data.hold_id});
      announce(`${plural(data.seats.length, 'seat')} held for you.`);
      scrollTo({top: 0});
    } catch (failure) {
      if (failure.status >= 400 && failure.status < 500 && failure.code !== 'idempotency-key-in-use') done();
      await this.refused(failure);
    } finally {
      this.placing = false;
    }
    await this.look().catch(() => {});
  });

  async refused(failure) {
    if (failure.code === 'hold-exists') {
      await this.findHold(failure.body.hold_id);
      if (this.hold) return;
    }
    if (failure.code === 'seat-taken') {
      this.offers = failure.body.alternatives ?? [];
      this.chosen = this.chosen.filter(seat => !failure.body.taken?.includes(seat.seat_id));
    }
    if (failure.code === 'orphan-seat') {
      const alone = this.plan.seats.filter(seat => failure.body.seats?.includes(seat.seat_id));
      if (alone.length) this.said = `It would be left alone: ${alone.map(seatName).join('; ')}.`;
    }
    if (TURN_OVER.includes(failure.code)) keepVisit(this.id, {access_token: null, access_expires_at: null});
    throw failure;
  }

  #proof() {
    return {signal: this.signal, onWork: proving => {
      this.proving = proving;
      this.update();
    }};
  }

  release = () => this.run(async () => {
    await remove(`/events/${this.id}/holds/${this.hold.hold_id}`, {signal: this.signal});
    this.hold = null;
    keepVisit(this.id, {hold_id: null});
    announce('Your seats are released.');
    await this.look();
  });

  tick() {
    if (!this.hold) return;
    if (this.hold.status === 'ACTIVE' && until(this.hold.expires_at) === 0) {
      this.hold = null;
      keepVisit(this.id, {hold_id: null});
      this.tell('The time ran out and your seats went back. Choose again.');
    }
    this.update();
  }

  drawn() {
    const element = this.root.querySelector('canvas');
    if (!element || this.canvas?.canvas === element) return;
    this.canvas = new SeatCanvas(element, this.plan, {
      signal: this.signal, onToggle: this.toggle, isSelected: seat => this.chosen.includes(seat) || this.heldIds.has(seat.seat_id), isLost: seat => this.lost.has(seat),
      onCursor: seat => announce(describe(seat, this.price(seat.price), this.chosen.includes(seat))),
    });
  }

  get heldIds() {
    return this.hold ? (this.hold.ids ??= new Set(this.hold.seats.map(seat => seat.seat_id))) : new Set();
  }

  template() {
    if (!this.plan) return html`${backLink(`/events/${this.id}`, 'The event')}${problemBox(this.problem, this.load)}${this.problem ? nothing : loading('Opening the seating plan…')}`;
    return html`${backLink(`/events/${this.id}`, this.event.name)}
      <div class="seats-head"><h1>Choose your seats</h1>${this.turn()}</div>
      ${this.proving ? loading('Checking that you are a person. This takes a few seconds…') : nothing}
      ${problemBox(this.problem)}
      ${TURN_OVER.includes(this.problem?.code) ? html`<p><a class="button" href="/events/${this.id}/queue">Join the queue</a></p>` : nothing}
      ${this.offers?.length ? this.offered() : nothing}
      ${this.said ? html`<p class="note">${this.said}</p>` : nothing}
      ${this.hold ? this.held() : nothing}
      ${this.hold ? nothing : this.ways()}
      ${this.hold ? nothing : this.basket()}`;
  }

  turn() {
    if (this.hold || this.event.waiting_room?.mode === 'OFF') return nothing;
    const {access_expires_at: ends} = visit(this.id);
    return hasTurn(this.id) ? html`<p class="turn-left">Your turn ends in <strong class="figures">${clockFace(until(ends))}</strong></p>`
      : html`<p><a class="button" href="/events/${this.id}/queue">Join the queue to choose</a></p>`;
  }

  held() {
    const {hold} = this;
    return html`<section class="box good" aria-labelledby="held"><h2 id="held">Held for you</h2>
      <ul class="seat-list">${hold.seats.map(seat => html`<li><span>${seatName(seat)}</span><span>${this.price(seat.price)}</span></li>`)}</ul>
      <p class="sum"><span>Subtotal</span><strong>${money(hold.subtotal, hold.currency)}</strong></p>
      ${hold.status === 'ACTIVE' ? timeLeft(hold.expires_at, 600, 'Pay within') : html`<p class="note">These seats are being paid for.</p>`}
      <div class="buttons"><a class="button big" href="/events/${this.id}/checkout/${hold.hold_id}">Go to checkout</a>
        ${hold.status === 'ACTIVE' ? html`<button class="button quiet" ?disabled=${this.busy} @click=${this.release}>Release these seats</button>` : nothing}</div></section>`;
  }

  offered() {
    return html`<section class="box"><p class="box-title">Take these instead?</p><ul class="plain">${this.offers.map(seats => html`<li>
      <button class="button quiet wide" ?disabled=${this.busy} @click=${() => this.takeOffer(seats)}>
        ${seats[0].section}, row ${seats[0].row}, ${seats.length === 1 ? 'seat' : 'seats'} ${seats.map(seat => seat.seat_number).join(', ')} · ${this.price(seats[0].price)} each</button></li>`)}</ul></section>`;
  }

  ways() {
    const seated = this.plan.seats.length > 0;
    const ways = [...(seated ? [['map', 'Map'], ['list', 'List']] : []), ['best', seated ? 'Best available' : 'Tickets']];
    return html`<div class="tabs" role="group" aria-label="How to choose">${ways.map(([name, text]) => html`<button aria-pressed=${this.way === name} @click=${() => {
      this.way = name;
      this.update();
    }}>${text}</button>`)}</div>
    ${this.way === 'map' ? this.map() : this.way === 'list' ? this.list() : this.best()}`;
  }

  map() {
    return html`<div class="map-frame">
        <canvas class="map" tabindex="0" role="application" aria-label="Seating plan. Arrow keys move from seat to seat, Enter chooses, plus and minus zoom. The List view has the same seats as a list."></canvas>
        <div class="map-tools"><button aria-label="Zoom in" @click=${() => this.canvas.zoom(1.5)}>+</button><button aria-label="Zoom out" @click=${() => this.canvas.zoom(1 / 1.5)}>−</button><button aria-label="Show everything" @click=${() => this.canvas.fit()}>⤢</button></div></div>
      <ul class="legend">${this.plan.sections.filter(section => !section.standing).map((section, index) => html`<li><span class="dot tier-${index % 5}" aria-hidden="true"></span>${section.section} <strong>${this.price(section.price)}</strong> <span class="dim">${number(section.available)} left</span></li>`)}
        <li><span class="dot square" aria-hidden="true">✓</span>Your choice</li><li><span class="dot cross" aria-hidden="true">×</span>Taken</li></ul>
      ${this.standingSections()}`;
  }

  list() {
    return html`<div class="seat-groups">${this.plan.sections.filter(section => !section.standing).map(section => html`<details @toggle=${toggle => {
      section.open = toggle.target.open;
      this.update();
    }}><summary><span>${section.section} · ${this.price(section.price)}</span><span class="dim">${number(section.available)} left</span></summary>${section.open ? this.rows(section) : nothing}</details>`)}</div>${this.standingSections()}`;
  }

  rows(section) {
    const seats = this.plan.seats.slice(section.first, section.first + section.count);
    const rows = [...Map.groupBy(seats, seat => seat.row)].map(([row, all]) => [row, all.filter(seat => seat.state === 'A' || this.chosen.includes(seat) || this.lost.has(seat))]).filter(([, free]) => free.length);
    if (rows.length === 0) return html`<p class="dim">None left in this section.</p>`;
    return html`<dl class="rows">${repeat(rows, ([row]) => row, ([row, free]) => html`<div><dt>Row ${row}</dt><dd>${repeat(free, seat => seat.seat_id, seat => html`<button class="chip ${this.lost.has(seat) ? 'lost' : ''}" ?disabled=${this.lost.has(seat) && seat.state !== 'A'} aria-pressed=${this.chosen.includes(seat)} aria-label=${describe(seat, this.price(seat.price), this.chosen.includes(seat))} @click=${() => this.toggle(seat)}>${seat.seat_number}${seat.accessible ? ' ♿' : ''}</button>`)}</dd></div>`)}</dl>`;
  }

  standingSections() {
    const standing = this.plan.sections.filter(section => section.standing);
    if (standing.length === 0) return nothing;
    return html`<div class="standing">${standing.map(section => html`<form class="box" @submit=${submit => {
      submit.preventDefault();
      this.standing(section, Number(fields(submit.target).quantity));
    }}><p class="box-title">${section.section} <span class="dim">· general admission</span></p><p>${this.price(section.price)} <span class="dim">· ${section.available > 0 ? `${number(section.available)} left` : 'none left'}</span></p>
      ${this.quantity()}<button class="button" ?disabled=${this.busy || !this.mayChoose || section.available === 0}>Hold</button></form>`)}</div>`;
  }

  quantity() {
    return html`<label>How many<select name="quantity">${Array.from({length: this.event.ticket_limit}, (_, index) => html`<option ?selected=${index === Math.min(1, this.event.ticket_limit - 1)}>${index + 1}</option>`)}</select></label>`;
  }

  best() {
    const seated = this.plan.sections.filter(section => !section.standing);
    return html`${seated.length ? html`<form class="box form" @submit=${this.bestAvailable}><p class="box-title">We pick the best seats for you</p>
      <div class="form-row">${this.quantity()}
        <label>Section<select name="section"><option value="">Any</option>${seated.map(section => html`<option value=${section.section}>${section.section} · ${this.price(section.price)}</option>`)}</select></label>
        <label>At most, each<input name="max_price" type="number" min="0" step="0.01" inputmode="decimal" placeholder="any price"></label>
        <label>Of these, wheelchair places<select name="accessible">${Array.from({length: this.event.ticket_limit + 1}, (_, index) => html`<option>${index}</option>`)}</select></label></div>
      <label class="check"><input type="checkbox" name="apart">They need not be side by side</label>
      <button class="button" ?disabled=${this.busy || !this.mayChoose}>Hold the best seats</button></form>` : nothing}${this.standingSections()}`;
  }

  basket() {
    if (this.chosen.length === 0) return nothing;
    const sum = this.chosen.reduce((total, seat) => total + seat.price, 0);
    return html`<div class="basket" role="region" aria-label="Your choice"><div><strong>${plural(this.chosen.length, 'seat')} · ${this.price(sum)}</strong>
      <span class="dim">${this.chosen.map(seat => `${seat.section} ${seat.row}/${seat.seat_number}`).join(', ')}</span></div>
      <button class="button big" ?disabled=${this.busy || !this.mayChoose} @click=${this.holdChosen}>${this.busy ? 'One moment…' : 'Hold'}</button></div>`;
  }
}

export async function page(root, signal, {event}) {
  titled('Seats');
  await requirePerson();
  const view = new SeatsPage(root, signal, event);
  await view.load();
  view.every(1000, () => (view.hold ? view.tick() : view.plan && view.update()));
}
