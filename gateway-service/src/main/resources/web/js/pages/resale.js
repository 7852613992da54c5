import {html, nothing, repeat} from '../lib.js';
import {event as fetchEvent, Pages} from '../events.js';
import {money, plural, seatName} from '../format.js';
import {titled} from '../router.js';
import {View, backLink, empty, loading, problemBox} from '../ui.js';

class Resale extends View {
  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, event: null, pages: new Pages('/resale/listings', {event_id: id})});
  }

  more = () => this.run(async () => {
    this.event ??= await fetchEvent(this.id, this.signal);
    await this.pages.next(this.signal);
  });

  template() {
    const {event, pages} = this;
    const offers = pages.items?.filter(listing => listing.status === 'ACTIVE');
    return html`${backLink(`/events/${this.id}`, event?.name ?? 'The event')}<h1>Tickets from fans</h1>
      <p class="dim">Prices are capped by the organiser. You get a new code of your own; the seller's dies.</p>
      ${problemBox(this.problem, this.more)}
      ${!offers ? (this.busy ? loading() : nothing) : offers.length === 0 ? empty('No offers right now', 'Fans put tickets up until shortly before the event. Look again later.')
        : html`<ul class="rows-list">${repeat(offers, listing => listing.listing_id, listing => html`<li><a class="row" href="/resale/${listing.listing_id}">
          <span><strong>${plural(listing.tickets.length, 'ticket')}</strong><span class="dim">${listing.tickets.map(seatName).join('; ')}</span></span><span class="row-end"><strong>${money(listing.price_each, listing.currency ?? event.currency)}</strong><span class="dim">each</span></span></a></li>`)}</ul>`}
      ${pages.cursor ? html`<p class="more"><button class="button quiet" ?disabled=${this.busy} @click=${this.more}>More offers</button></p>` : nothing}`;
  }
}

export async function page(root, signal, {event}) {
  titled('Resale');
  await new Resale(root, signal, event).more();
}
