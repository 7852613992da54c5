import {html, nothing} from '../lib.js';
import {get} from '../api.js';
import {requirePerson} from '../auth.js';
import {CheckoutView} from '../checkout-view.js';
import {event as fetchEvent} from '../events.js';
import {seatName} from '../format.js';
import {titled} from '../router.js';
import {deviceId} from '../store.js';
import {backLink, loading, problemBox} from '../ui.js';

class ResaleCheckout extends CheckoutView {
  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, listing: null, show: null, what: id, path: `/resale/listings/${id}/purchase`});
  }

  headers = () => ({'X-Device-Id': deviceId()});
  body = () => ({});

  load = () => this.run(async () => {
    const {data} = await get(`/resale/listings/${this.id}`, {signal: this.signal});
    this.listing = data;
    this.event = data.event_id;
    this.show = await fetchEvent(data.event_id, this.signal);
    Object.assign(this, {currency: data.currency ?? this.show.currency, total: data.total ?? Math.round(100 * Number(data.price_each) * data.tickets.length) / 100});
    await this.resume();
  });

  async refused(failure) {
    if (failure.code === 'price-changed') this.total = failure.body.total_amount;
    if (failure.code === 'listing-gone') this.listing = {...this.listing, status: 'CANCELLED'};
  }

  template() {
    const {listing, show} = this;
    if (!listing || !show) return html`${problemBox(this.problem, this.load)}${this.problem ? nothing : loading()}`;
    const back = backLink(`/events/${this.event}/resale`, 'Other offers');
    if (listing.status !== 'ACTIVE' && !this.sending) return html`${back}<h1>Buy from a fan</h1>${problemBox(this.problem)}<div class="box"><p class="box-title">This offer is gone</p><p>Somebody is buying it, or it was taken back.</p><a class="button" href="/events/${this.event}/resale">See other offers</a></div>`;
    return html`${back}<h1>Buy from a fan</h1><p class="lead">${show.name}</p>
      <div class="columns even">${this.bill(listing.tickets.map(ticket => [seatName(ticket), listing.price_each]))}${this.form()}</div>`;
  }
}

export async function page(root, signal, {listing}) {
  titled('Buy from a fan');
  await requirePerson();
  await new ResaleCheckout(root, signal, listing).load();
}
