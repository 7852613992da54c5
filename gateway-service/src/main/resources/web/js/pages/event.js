import {html, nothing} from '../lib.js';
import {get, put} from '../api.js';
import {hasRole, requirePerson} from '../auth.js';
import {until} from '../clock.js';
import {event as fetchEvent, place, zone} from '../events.js';
import {clockFace, dateTime, money, number, plural, zoneNote} from '../format.js';
import {phases} from '../phases.js';
import {go, titled} from '../router.js';
import {View, backLink, badge, fields, loading, poster, problemBox} from '../ui.js';
import {hasTurn, presaleCode, visit} from '../visit.js';

const ASK_AGAIN = 15_000;
const NEXT = {presale: 'The presale begins in', lobby: 'The waiting room opens in', general: 'The sale begins in'};

class EventPage extends View {
  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, event: null, queue: null, listings: [], asked: false});
  }

  load = () => this.run(async () => {
    this.event = await fetchEvent(this.id, this.signal);
    titled(this.event.name);
    const [queue, listings] = await Promise.all([this.#maybe(`/events/${this.id}/queue`), this.#maybe(`/resale/listings?event_id=${this.id}`)]);
    this.queue = queue;
    this.listings = (listings?.items ?? []).filter(listing => listing.status === 'ACTIVE');
  });

  /** Beside the event itself everything may be missing. */
  async #maybe(path) {
    return get(path, {signal: this.signal, anonymous: true}).then(answer => answer.data, () => null);
  }

  async refresh() {
    if (document.hidden || this.busy || !this.event) return;
    this.event = await fetchEvent(this.id, this.signal).catch(() => this.event);
    this.queue = await this.#maybe(`/events/${this.id}/queue`) ?? this.queue;
    this.update();
  }

  notify = () => this.run(async () => {
    await requirePerson();
    await put(`/events/${this.id}/notify-me`, {kinds: ['SEATS_AVAILABLE']}, {signal: this.signal});
    this.asked = true;
  });

  template() {
    const {event} = this;
    if (!event) return html`${backLink('/', 'All events')}${problemBox(this.problem, this.load)}${this.problem ? nothing : loading()}`;
    return html`${backLink('/', 'All events')}
      <article class="event">
        <div class="event-head">${poster(event)}
          <div><p>${badge(event.status)}</p><h1>${event.name}</h1>
            ${event.artist ? html`<p class="lead">${event.artist}</p>` : nothing}
            ${this.facts(event)}</div></div>
        ${problemBox(this.problem)}
        <div class="columns">
          <div>${event.description ? html`<h2>About</h2><p class="prose">${event.description}</p>` : nothing}${this.prices(event)}</div>
          <aside>${this.action(event)}${this.resale(event)}</aside>
        </div>
      </article>`;
  }

  facts(event) {
    const address = event.venue?.address;
    return html`<dl class="facts">
      <div><dt>When</dt><dd>${dateTime(event.date, zone(event))} <span class="dim">${zoneNote(zone(event))}</span></dd></div>
      ${event.doors_open ? html`<div><dt>Doors</dt><dd>${dateTime(event.doors_open, zone(event))}</dd></div>` : nothing}
      <div><dt>Where</dt><dd>${place(event)}${address?.street ? html`<br><span class="dim">${address.street}, ${address.postal_code} ${address.city}</span>` : nothing}</dd></div>
      ${event.sale_dates?.presale ? html`<div><dt>Presale</dt><dd>${dateTime(event.sale_dates.presale, zone(event))}<br><span class="dim">with a code</span></dd></div>` : nothing}
      <div><dt>Sale</dt><dd>${dateTime(event.sale_dates?.general, zone(event))}${event.waiting_room?.mode === 'LOBBY' ? html`<br><span class="dim">places are drawn · <a href="/events/${this.id}/draw">how</a></span>` : nothing}</dd></div>
      <div><dt>Tickets</dt><dd>At most ${event.ticket_limit} for each person</dd></div>
      ${event.accessibility?.accessible_seats ? html`<div><dt>Access</dt><dd>${plural(event.accessibility.accessible_seats, 'wheelchair place')}${event.accessibility.companion_seats ? `, ${plural(event.accessibility.companion_seats, 'companion seat')}` : ''}</dd></div>` : nothing}
    </dl>`;
  }

  prices(event) {
    const free = tier => (tier.available === null || tier.available === undefined ? 'not known' : tier.available === 0 ? 'none left' : `${number(tier.available)} left`);
    return html`<h2>Prices</h2><table class="prices"><thead><tr><th scope="col">Section</th><th scope="col">Price</th><th scope="col">Available</th></tr></thead>
      <tbody>${event.pricing_tiers.map(tier => html`<tr><th scope="row">${tier.section}</th><td>${money(tier.price, event.currency)}</td><td>${free(tier)}</td></tr>`)}</tbody></table>
      ${event.fees && (Number(event.fees.per_ticket_percent) || Number(event.fees.per_ticket_fixed) || Number(event.fees.per_order))
        ? html`<p class="dim small">Fees are added at checkout and shown before you pay.</p>` : nothing}`;
  }

  action(event) {
    const box = content => html`<div class="box action">${content}</div>`;
    const here = visit(this.id);
    if (event.status === 'CANCELLED') return box(html`<p class="box-title">This event is cancelled</p><p>Everyone who paid gets their money back on the card they used.</p>`);
    if (event.status === 'POSTPONED') return box(html`<p class="box-title">Postponed</p><p>The sale rests until there is a new date. Tickets stay valid.</p>`);
    if (event.status === 'ENDED') return box(html`<p class="box-title">This event is over</p>`);
    if (event.status === 'DRAFT') return box(html`<p class="box-title">A draft</p><p>Only you see it.</p>${hasRole('ORGANIZER') ? html`<a class="button" href="/organise/${this.id}">Edit and publish</a>` : nothing}`);
    if (event.status === 'SOLD_OUT' || this.queue?.state === 'SOLD_OUT') return box(this.soldOut());
    if (hasTurn(this.id)) return box(html`<p class="box-title">It is your turn</p><a class="button wide" href="/events/${this.id}/seats">Choose your seats</a>`);
    const {presaleOn, lobbyOn, open, next} = phases(event);
    if (!open && event.status !== 'ON_SALE') {
      return box(html`${presaleOn || lobbyOn ? this.early(event, presaleOn, lobbyOn, Boolean(here.queue_token)) : nothing}${this.countdown(event, next)}
        ${presaleOn ? nothing : html`<p class="small dim">${this.soon(event, next)}</p>`}`);
    }
    if (event.waiting_room?.mode === 'OFF') return box(html`<p class="box-title">On sale now</p><a class="button wide" href="/events/${this.id}/seats">Choose your seats</a>`);
    return box(html`<p class="box-title">On sale now</p>
      ${this.queue ? html`<p class="dim">${this.queue.queue_size ? `${plural(this.queue.queue_size, 'person', 'people')} in line right now.` : 'No line right now.'}</p>` : nothing}
      ${this.queue?.message ? html`<p class="note">${this.queue.message}</p>` : nothing}
      <a class="button wide" href="/events/${this.id}/queue">${here.queue_token ? 'Back to your place' : 'Join the queue'}</a>`);
  }

  countdown(event, next) {
    const left = until(next.at);
    return html`<p class="box-title">${NEXT[next.name]}</p><p class="countdown figures" role="timer">${left > 172_800_000 ? plural(Math.floor(left / 86_400_000), 'day') : clockFace(left)}</p>
      <p class="dim">${dateTime(next.at, zone(event))} ${zoneNote(zone(event))}</p>`;
  }

  soon(event, next) {
    if (next.name === 'presale') return 'Then those with a presale code may come.';
    return event.waiting_room?.mode === 'LOBBY' ? 'When the sale opens, places are drawn among all who are in the waiting room: coming early is enough, coming first is no better.' : '';
  }

  /** What is open before the general sale. */
  early(event, presaleOn, lobbyOn, inLine) {
    if (inLine) return html`<a class="button wide" href="/events/${this.id}/queue">Back to your place</a>`;
    return html`${presaleOn ? html`<form @submit=${this.withCode}><p class="box-title">The presale is on</p><label>Your presale code<input name="code" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"></label>
        <button class="button wide">Join with your code</button></form>` : nothing}
      ${lobbyOn ? html`<a class="button wide ${presaleOn ? 'quiet' : ''}" href="/events/${this.id}/queue">Enter the waiting room</a>` : nothing}`;
  }

  withCode = submit => {
    submit.preventDefault();
    presaleCode.keep(this.id, fields(submit.target).code);
    go(`/events/${this.id}/queue`);
  };

  soldOut() {
    return html`<p class="box-title">Sold out</p><p>Seats come back when a purchase is not finished, and fans sell at a fair price below.</p>
      ${this.asked ? html`<p class="good-text" role="status">We will write to you when seats come back.</p>`
        : html`<button class="button wide" ?disabled=${this.busy} @click=${this.notify}>Tell me when seats come back</button>`}`;
  }

  resale(event) {
    if (!event.resale_policy?.enabled && this.listings.length === 0) return nothing;
    return html`<div class="box"><p class="box-title">From fans</p>
      ${this.listings.length ? html`<p>${plural(this.listings.length, 'offer')} from ${money(Math.min(...this.listings.map(listing => Number(listing.price_each))), event.currency)}</p><a class="button quiet wide" href="/events/${this.id}/resale">See resale tickets</a>`
        : html`<p class="dim">Nobody offers a ticket right now.</p>`}</div>`;
  }
}

export async function page(root, signal, {event}) {
  titled('Event');
  const view = new EventPage(root, signal, event);
  await view.load();
  view.every(1000, () => view.event && view.update());
  view.every(ASK_AGAIN, () => view.refresh());
}
