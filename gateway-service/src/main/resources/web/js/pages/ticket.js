import {html, nothing, qrCreator} from '../lib.js';
import {get, post, remove} from '../api.js';
import {requirePerson} from '../auth.js';
import {event as fetchEvent, place, zone} from '../events.js';
import {dateTime, money, standing} from '../format.js';
import {titled} from '../router.js';
import {intention} from '../store.js';
import {View, backLink, badge, fields, loading, problemBox} from '../ui.js';

const AROUND = 2 * Math.PI * 46;

class TicketPage extends View {
  constructor(root, signal, event, id) {
    super(root, signal);
    Object.assign(this, {eventId: event, id, event: null, ticket: null, gate: null, listing: null, code: null, codeProblem: null, asking: false});
  }

  load = () => this.run(async () => {
    const [event, {data}] = await Promise.all([fetchEvent(this.eventId, this.signal), get(`/events/${this.eventId}/tickets`, {signal: this.signal})]);
    this.event = event;
    this.ticket = data.items.find(ticket => ticket.ticket_id === this.id) ?? null;
    if (!this.ticket) return;
    titled(event.name);
    this.findGate();
    await this.findListing();
    if (['VALID', 'LISTED', 'TRANSFER_PENDING'].includes(this.ticket.status)) await this.refresh();
  });

  async findGate() {
    const map = await get(`/events/${this.eventId}/seat-map`, {signal: this.signal, cached: true, anonymous: true}).then(answer => answer.data, () => null);
    this.gate = map?.sections.find(section => section.section === this.ticket.section)?.gate;
    this.update();
  }

  async findListing() {
    if (this.ticket.status !== 'LISTED') return;
    const {data} = await get(`/resale/listings?event_id=${this.eventId}&mine=true`, {signal: this.signal}).catch(() => ({data: {items: []}}));
    this.listing = data.items.find(listing => listing.status === 'ACTIVE' && listing.tickets.some(ticket => ticket.ticket_id === this.id)) ?? null;
  }

  /** A new code before the old one dies; without a connection the old one stays until its time is over. */
  async refresh() {
    if (this.asking) return;
    this.asking = true;
    try {
      const {data} = await post(`/events/${this.eventId}/tickets/${this.id}/credential`, {}, {signal: this.signal, repeatable: true});
      this.code = {...data, got: Date.now(), lasts: (data.refresh_after_seconds || 15) * 1000};
      this.codeProblem = null;
      await this.draw();
    } catch (failure) {
      if (!this.signal.aborted) {
        this.codeProblem = failure;
        this.after(3000, () => this.refresh());
      }
    } finally {
      this.asking = false;
      this.update();
    }
  }

  async draw() {
    const creator = await qrCreator();
    const canvas = document.createElement('canvas');
    creator.render({text: this.code.code, radius: 0, ecLevel: 'M', fill: '#000000', background: '#ffffff', size: 560}, canvas);
    this.picture = canvas.toDataURL();
  }

  get fresh() {
    return this.code && (!this.code.valid_until || Date.parse(this.code.valid_until) > Date.now() - 30_000);
  }

  tick() {
    if (!this.code || document.hidden) return;
    if (this.code.mode === 'R' && Date.now() - this.code.got >= this.code.lasts && !this.codeProblem) this.refresh();
    this.update();
  }

  sell = submit => {
    submit.preventDefault();
    const {price} = fields(submit.target);
    this.run(async () => {
      const wish = {event_id: this.eventId, ticket_ids: [this.id], price_each: Number(price)};
      const {key, done} = intention(`listing.${this.id}`, wish);
      try {
        await post('/resale/listings', wish, {key, signal: this.signal});
        done();
      } catch (failure) {
        if (failure.status >= 400 && failure.status < 500) done();
        throw failure;
      }
      await this.#again();
    });
  };

  unsell = () => this.run(async () => {
    await remove(`/resale/listings/${this.listing.listing_id}`, {signal: this.signal});
    await this.#again();
  });

  async #again() {
    const {data} = await get(`/events/${this.eventId}/tickets`, {signal: this.signal});
    this.ticket = data.items.find(ticket => ticket.ticket_id === this.id) ?? null;
    if (this.ticket) await this.findListing();
  }

  template() {
    const {event, ticket} = this;
    if (!event) return html`${backLink('/tickets', 'My tickets')}${problemBox(this.problem, this.load)}${this.problem ? nothing : loading('Fetching your ticket…')}`;
    if (!ticket) return html`${backLink('/tickets', 'My tickets')}<div class="box"><p class="box-title">This ticket is not yours any more</p><p>It was sold, given away or refunded.</p></div>`;
    return html`${backLink('/tickets', 'My tickets')}
      <article class="ticket"><header><h1>${event.name}</h1><p>${dateTime(event.date, zone(event))}<br>${place(event)}</p></header>
        ${this.qr(ticket)}
        <dl class="ticket-facts"><div><dt>Section</dt><dd>${ticket.section}</dd></div>${!standing(ticket) ? html`<div><dt>Row</dt><dd>${ticket.row}</dd></div>` : nothing}<div><dt>${standing(ticket) ? 'Place' : 'Seat'}</dt><dd>${ticket.seat_number}</dd></div>${this.gate ? html`<div><dt>Gate</dt><dd>${this.gate}</dd></div>` : nothing}</dl>
        ${event.doors_open ? html`<p class="dim small">Doors open ${dateTime(event.doors_open, zone(event))}.</p>` : nothing}</article>
      ${problemBox(this.problem)}
      ${this.resale(event, ticket)}`;
  }

  qr(ticket) {
    if (ticket.status === 'USED') return html`<p class="stamp">${badge('USED')}<br>Enjoy the show!</p>`;
    if (ticket.status === 'REVOKED') return html`<p class="stamp">${badge('REVOKED')}<br>This ticket was refunded or replaced.</p>`;
    if (!this.code) return this.codeProblem ? problemBox(this.codeProblem, () => this.refresh()) : loading('Making your code…');
    const left = Math.max(0, 1 - (Date.now() - this.code.got) / this.code.lasts);
    return html`<div class="qr ${this.fresh ? '' : 'stale'}"><img src=${this.picture} alt="Your entry code" width="280" height="280"></div>
      ${this.code.mode === 'R' ? html`<p class="renews"><svg viewBox="0 0 100 100" width="28" height="28" aria-hidden="true"><circle class="ring-back" cx="50" cy="50" r="46"/><circle class="ring" cx="50" cy="50" r="46" stroke-dasharray=${AROUND} stroke-dashoffset=${AROUND * (1 - left)}/></svg> Renews by itself: a screenshot does not open the gate.</p>` : html`<p class="renews">Show this at the gate.</p>`}
      ${this.codeProblem ? html`<p class="note">No connection. ${this.fresh ? 'This code still works for a moment.' : 'This code is too old: go online, or use the PDF of your order.'}</p>` : nothing}`;
  }

  resale(event, ticket) {
    if (ticket.status === 'LISTED') return html`<section class="box"><h2>For resale</h2><p>${this.listing ? html`Offered for <strong>${money(this.listing.price_each, this.listing.currency ?? event.currency)}</strong>.` : 'This ticket is offered to other fans.'} Until it is sold you can still use it.</p>
      ${this.listing ? html`<button class="button quiet" ?disabled=${this.busy} @click=${this.unsell}>Take the offer back</button>` : nothing}</section>`;
    if (ticket.status !== 'VALID' || !event.resale_policy?.enabled) return nothing;
    const face = event.pricing_tiers.find(tier => tier.section === ticket.section)?.price;
    return html`<section class="box"><h2>Cannot come?</h2><p class="dim">Sell it to another fan at a fair price. The buyer gets a new code, and yours dies.</p>
      <form class="form-row" @submit=${this.sell}><label>Your price (${event.currency})<input name="price" type="number" required min="0.01" step="0.01" inputmode="decimal" .value=${String(face ?? '')}></label><button class="button" ?disabled=${this.busy}>Offer it</button></form></section>`;
  }
}

export async function page(root, signal, {event, ticket}) {
  titled('Ticket');
  await requirePerson();
  const view = new TicketPage(root, signal, event, ticket);
  await view.load();
  view.every(500, () => view.tick());
  document.addEventListener('visibilitychange', () => document.hidden || view.tick(), {signal});
  navigator.wakeLock?.request('screen').then(lock => signal.addEventListener('abort', () => lock.release(), {once: true}), () => {});
}
