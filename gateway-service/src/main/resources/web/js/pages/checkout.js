import {html, nothing} from '../lib.js';
import {get} from '../api.js';
import {requirePerson} from '../auth.js';
import {CheckoutView} from '../checkout-view.js';
import {until} from '../clock.js';
import {event as fetchEvent} from '../events.js';
import {feeName, plural, seatName} from '../format.js';
import {titled} from '../router.js';
import {backLink, loading, problemBox, timeLeft} from '../ui.js';
import {keepVisit, passHeaders, visit} from '../visit.js';

const MOST_ATTEMPTS = 3;
const GONE = ['hold-expired', 'access-token-revoked', 'not-found'];

class Checkout extends CheckoutView {
  constructor(root, signal, event, hold) {
    super(root, signal);
    Object.assign(this, {event, holdId: hold, show: null, hold: null, quote: null, what: hold, path: `/events/${event}/orders`});
  }

  headers = () => passHeaders(this.event);
  body = () => ({hold_id: this.holdId});

  load = () => this.run(async () => {
    this.show ??= await fetchEvent(this.event, this.signal);
    await this.findHold();
    if (this.hold.status === 'ACTIVE') await this.price();
    await this.resume();
  });

  async findHold() {
    this.hold = (await get(`/events/${this.event}/holds/${this.holdId}`, {signal: this.signal})).data;
  }

  async price() {
    this.quote = (await get(`/events/${this.event}/holds/${this.holdId}/quote`, {headers: this.headers(), signal: this.signal})).data;
    Object.assign(this, {total: this.quote.total, currency: this.quote.currency});
  }

  bought() {
    keepVisit(this.event, {hold_id: null, declines: 0});
  }

  /** A soft decline gives the seats back for a while; a hard one, or the third, does not. */
  async refused(failure) {
    if (failure.code === 'payment-declined') keepVisit(this.event, {declines: (visit(this.event).declines ?? 0) + 1});
    if (['payment-declined', 'hold-expired'].includes(failure.code)) await this.findHold().catch(() => {});
    if (failure.code === 'price-changed') await this.price().catch(() => {});
  }

  attempts() {
    const used = visit(this.event).declines ?? 0;
    return this.problem?.code === 'payment-declined' ? html`<p class="note">${plural(Math.max(1, MOST_ATTEMPTS - used), 'more attempt')} with these seats.</p>` : nothing;
  }

  tick() {
    if (this.hold?.status === 'ACTIVE' && until(this.hold.expires_at) === 0 && !this.busy) this.run(() => this.findHold());
    else if (this.hold) this.update();
  }

  get gone() {
    return GONE.includes(this.problem?.code) || ['RELEASED', 'EXPIRED'].includes(this.hold?.status);
  }

  template() {
    const back = backLink(`/events/${this.event}/seats`, 'Back to the seats');
    if (this.gone) return html`${back}<h1>Checkout</h1>${this.problem ? problemBox(this.problem) : html`<div class="box bad"><p class="box-title">Your seats are no longer held</p><p>The time ran out or they were released. Nothing was charged.</p></div>`}
      <a class="button" href="/events/${this.event}/seats">Choose again</a>`;
    if (this.hold?.status === 'PURCHASED') return html`${back}<h1>These are yours</h1><p>You have paid for these seats.</p><a class="button" href="/tickets">My tickets</a> <a class="button quiet" href="/orders">Orders</a>`;
    if (this.hold?.status === 'CHECKOUT' && !this.sending) return html`${back}<h1>Checkout</h1>${problemBox(this.problem, this.load)}<div class="box"><p class="box-title">A payment is under way</p><p>Look at your orders to see how it ends.</p><a class="button" href="/orders">Orders</a></div>`;
    if (this.sending && !this.quote) return html`<h1>Checkout</h1>${loading('Finishing your payment…')}`;
    if (!this.quote) return html`${back}<h1>Checkout</h1>${problemBox(this.problem, this.load)}${this.problem ? nothing : loading('Working out the price…')}`;
    return html`${back}<div class="seats-head"><h1>Checkout</h1>${this.hold.status === 'ACTIVE' ? timeLeft(this.hold.expires_at, 600, 'Seats held for') : nothing}</div>
      <p class="lead">${this.show.name}</p>
      <div class="columns even">${this.bill(this.lines())}${this.form()}</div>`;
  }

  lines() {
    const {quote, hold, show} = this;
    const included = show.fees?.tax_included;
    return [
      ...hold.seats.map(seat => [seatName(seat), seat.price]),
      ...quote.fees.filter(fee => Number(fee.amount)).map(fee => [feeName(fee.name), fee.amount]),
      ...(Number(quote.tax) ? [[included ? 'Tax, included' : 'Tax', quote.tax]] : []),
    ];
  }
}

export async function page(root, signal, {event, hold}) {
  titled('Checkout');
  await requirePerson();
  const view = new Checkout(root, signal, event, hold);
  await view.load();
  view.every(1000, () => view.tick());
}
