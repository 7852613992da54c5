import {html, nothing, repeat} from '../lib.js';
import {get, post, remove} from '../api.js';
import {hasRole, requirePerson} from '../auth.js';
import {event as fetchEvent, zone} from '../events.js';
import {dateTime, money, number, plural, seatName} from '../format.js';
import {titled} from '../router.js';
import {SeatCanvas} from '../seats/canvas.js';
import {Plan, describe} from '../seats/plan.js';
import {intention} from '../store.js';
import {View, announce, backLink, empty, fields, loading, problemBox} from '../ui.js';
import {instantIn} from '../zones.js';

const LOOK_AGAIN = 4000;
const KINDS = {HOUSE: 'The house', ARTIST: 'The artist', SPONSOR: 'A sponsor', TECHNICAL: 'Stage and technology', PHASE: 'The general sale, during the presale'};
const NO_PLAN = ['not-found', 'event-not-found'];

/** Seats that an organiser keeps from sale: chosen in the plan, or so many of a section or row. */
class OrganiseBlocks extends View {
  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, event: null, plan: null, blocks: null, chosen: new Set(), taking: null, part: null, atMoment: false});
  }

  load = () => this.run(async () => {
    this.event = await fetchEvent(this.id, this.signal);
    titled(`Seats kept · ${this.event.name}`);
    const map = await get(`/events/${this.id}/seat-map`, {signal: this.signal, cached: true, anonymous: true});
    this.plan = new Plan(map.data);
    await this.look();
  });

  async look() {
    const [blocks, free] = await Promise.all([get(this.#path, {signal: this.signal}), get(`/events/${this.id}/availability`, {signal: this.signal, anonymous: true})]);
    this.blocks = blocks.data.items;
    this.plan.take(free.data);
    for (const seat of this.chosen) if (seat.state !== 'A') this.chosen.delete(seat);
    this.canvas?.draw();
    this.update();
  }

  get #path() {
    return `/events/${this.id}/seat-map/blocks`;
  }

  toggle = seat => {
    if (this.chosen.has(seat)) this.chosen.delete(seat);
    else if (seat.state === 'A') this.chosen.add(seat);
    else return announce(`${seatName(seat)} is not free.`);
    return this.#changed(describe(seat, money(seat.price, this.event.currency), this.chosen.has(seat)));
  };

  /** The free seats of a row, or of the whole section; none of them if all are chosen. */
  chooseRow = (section, row) => {
    const seats = this.plan.seats.slice(section.first, section.first + section.count).filter(seat => seat.state === 'A' && (!row || seat.row === row));
    const all = seats.every(seat => this.chosen.has(seat));
    for (const seat of seats) all ? this.chosen.delete(seat) : this.chosen.add(seat);
    this.#changed(`${plural(this.chosen.size, 'seat')} chosen.`);
  };

  #changed(text) {
    announce(text);
    this.canvas?.draw();
    this.update();
  }

  keep = submit => {
    submit.preventDefault();
    const {name, kind, when, at, section, quantity} = fields(submit.target);
    const which = this.chosen.size ? {seat_ids: [...this.chosen].map(seat => seat.seat_id)} : {section, ...(quantity ? {quantity: Number(quantity)} : {})};
    const release = when === 'AT' ? instantIn(at, zone(this.event)) : when === 'GENERAL_SALE' ? when : undefined;
    this.#post(this.#path, {name, kind, ...which, ...(release ? {release} : {})}, data => {
      this.chosen.clear();
      submit.target.reset();
      this.atMoment = false;
      return `${plural(data.seats, 'seat')} kept from sale.`;
    });
  };

  releasePart = (submit, block) => {
    submit.preventDefault();
    const {section, quantity} = fields(submit.target);
    this.#post(`${this.#path}/${block.block_id}/release`, {section, quantity: Number(quantity)}, () => `${plural(Number(quantity), 'seat')} back on sale.`);
  };

  /** The same wish has the same key until its answer is known. */
  #post(path, wish, said) {
    const {key, done} = intention(`block-${path}`, wish);
    return this.run(async () => {
      try {
        const {data} = await post(path, wish, {key, signal: this.signal});
        done();
        announce(said(data));
        this.part = null;
      } catch (failure) {
        if (failure.status >= 400 && failure.status < 500 && failure.code !== 'idempotency-key-in-use') done();
        throw failure;
      } finally {
        await this.look().catch(() => {});
      }
    });
  }

  release = block => this.run(async () => {
    this.taking = block.block_id;
    this.update();
    try {
      await remove(`${this.#path}/${block.block_id}`, {signal: this.signal});
      announce(`${block.name} is back on sale.`);
    } finally {
      this.taking = null;
      await this.look().catch(() => {});
    }
  });

  drawn() {
    const element = this.root.querySelector('canvas');
    if (!element || this.canvas?.canvas === element) return;
    this.canvas = new SeatCanvas(element, this.plan, {
      signal: this.signal, onToggle: this.toggle, isSelected: seat => this.chosen.has(seat),
      onCursor: seat => announce(describe(seat, money(seat.price, this.event.currency), this.chosen.has(seat))),
    });
  }

  template() {
    if (!hasRole('ORGANIZER')) return empty('For organisers', 'Sign in with an organiser account.');
    const back = backLink(`/organise/${this.id}`, this.event?.name ?? 'The event');
    if (!this.plan && NO_PLAN.includes(this.problem?.code)) return html`${back}${empty('No seats yet', 'Publish the event first; its seats can be kept from sale once they are made.')}`;
    if (!this.plan || !this.blocks) return html`${back}${problemBox(this.problem, this.load)}${this.problem ? nothing : loading('Opening the seating plan…')}`;
    return html`${back}<h1>Seats kept from sale</h1>${problemBox(this.problem)}
      ${this.list()}
      <section aria-labelledby="more"><h2 id="more">Keep seats</h2><p class="dim">Choose them in the plan or row by row, or say how many of a section: then those farthest from the stage are taken.</p>
        ${this.plan.seats.length ? html`${this.map()}${this.rows()}` : nothing}${this.form()}</section>`;
  }

  list() {
    const open = this.blocks.filter(block => !block.released_at);
    if (open.length === 0) return empty('Nothing is kept from sale', 'All seats that are not held or sold can be bought.');
    return html`<ul class="rows-list">${repeat(open, block => block.block_id, block => html`<li class="row"><span><strong>${block.name}</strong>
      <span class="dim">${KINDS[block.kind]} · ${plural(block.seats, 'seat')}: ${block.sections.map(part => `${part.section} ${number(part.seats)}`).join(', ')} · ${this.when(block)}</span></span>
      <span class="row-end buttons"><button class="button quiet" ?disabled=${this.busy} aria-expanded=${this.part === block.block_id} @click=${() => this.open(block)}>Some…</button>
        <button class="button quiet" ?disabled=${this.busy} @click=${() => this.release(block)}>${this.taking === block.block_id ? 'Releasing…' : 'Release'}</button></span></li>
      ${this.part === block.block_id ? html`<li>${this.some(block)}</li>` : nothing}`)}</ul>`;
  }

  open(block) {
    this.part = this.part === block.block_id ? null : block.block_id;
    this.update();
  }

  some(block) {
    return html`<form class="box form-row" @submit=${submit => this.releasePart(submit, block)}>
      <label>Section<select name="section">${block.sections.map(part => html`<option value=${part.section}>${part.section} · ${number(part.seats)}</option>`)}</select></label>
      <label>How many, the best first<input name="quantity" type="number" required min="1" max=${block.seats} value="1"></label>
      <button class="button" ?disabled=${this.busy}>${this.busy ? 'Releasing…' : 'Release these'}</button></form>`;
  }

  when(block) {
    if (block.release === 'GENERAL_SALE') return `until the general sale${block.release_at ? `, ${dateTime(block.release_at, zone(this.event))}` : ''}`;
    return block.release_at ? `until ${dateTime(block.release_at, zone(this.event))}` : 'until released by hand';
  }

  map() {
    return html`<div class="map-frame">
        <canvas class="map" tabindex="0" role="application" aria-label="Seating plan. Arrow keys move from seat to seat, Enter chooses, plus and minus zoom. Rows can be chosen below."></canvas>
        <div class="map-tools"><button aria-label="Zoom in" @click=${() => this.canvas.zoom(1.5)}>+</button><button aria-label="Zoom out" @click=${() => this.canvas.zoom(1 / 1.5)}>−</button><button aria-label="Show everything" @click=${() => this.canvas.fit()}>⤢</button></div></div>`;
  }

  rows() {
    return html`<div class="seat-groups">${this.plan.sections.filter(section => !section.standing).map(section => html`<details @toggle=${toggle => {
      section.open = toggle.target.open;
      this.update();
    }}><summary><span>${section.section}</span><span class="dim">${number(section.available)} free</span></summary>${section.open ? this.rowsOf(section) : nothing}</details>`)}</div>`;
  }

  rowsOf(section) {
    const seats = this.plan.seats.slice(section.first, section.first + section.count).filter(seat => seat.state === 'A');
    const rows = [...Map.groupBy(seats, seat => seat.row)];
    const chip = (text, all, row) => html`<button class="chip" aria-pressed=${all.length > 0 && all.every(seat => this.chosen.has(seat))} @click=${() => this.chooseRow(section, row)}>${text}</button>`;
    return rows.length === 0 ? html`<p class="dim">None are free in this section.</p>` : html`<p class="buttons">${chip('All', seats, null)}${rows.map(([row, all]) => chip(`Row ${row} · ${all.length}`, all, row))}</p>`;
  }

  form() {
    const many = this.chosen.size;
    return html`<form class="box form" @submit=${this.keep}><p class="box-title">${many ? `${plural(many, 'seat')} chosen` : 'So many of a section'}</p>
      <div class="form-row"><label>Name<input name="name" required maxlength="100"></label>
        <label>For<select name="kind">${Object.entries(KINDS).map(([kind, words]) => html`<option value=${kind}>${words}</option>`)}</select></label>
        ${many ? nothing : html`<label>Section<select name="section">${this.plan.sections.map(section => html`<option value=${section.section}>${section.section} · ${number(section.available)} free</option>`)}</select></label>
          <label>How many<input name="quantity" type="number" min="1" placeholder="all"></label>`}
        <label>Back on sale<select name="when" @change=${change => {
          this.atMoment = change.target.value === 'AT';
          this.update();
        }}><option value="">by hand</option><option value="GENERAL_SALE">with the general sale</option><option value="AT">at a moment</option></select></label>
        ${this.atMoment ? html`<label>Which moment, at the venue<input name="at" type="datetime-local" required></label>` : nothing}</div>
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? 'One moment…' : 'Keep from sale'}</button>
        ${many ? html`<button type="button" class="button quiet" @click=${() => { this.chosen.clear(); this.#changed('Nothing is chosen.'); }}>Choose none</button>` : nothing}</div></form>`;
  }
}

export async function page(root, signal, {event}) {
  titled('Seats kept from sale');
  await requirePerson();
  const view = new OrganiseBlocks(root, signal, event);
  view.update();
  if (!hasRole('ORGANIZER')) return;
  await view.load();
  view.every(LOOK_AGAIN, () => document.hidden || view.busy || !view.blocks || view.look().catch(() => {}));
}
