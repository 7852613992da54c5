import {html, nothing} from '../lib.js';
import {download, get} from '../api.js';
import {requirePerson} from '../auth.js';
import {event as fetchEvent, place, zone} from '../events.js';
import {dateTime, feeName, money, seatName, statusWord} from '../format.js';
import {titled} from '../router.js';
import {View, announce, backLink, badge, loading, problemBox} from '../ui.js';

const UNDECIDED = ['PENDING', 'AUTHORIZED', 'STUCK'];
const BOUGHT = ['CONFIRMED', 'CAPTURED', 'PARTIALLY_REFUNDED'];

const STORY = {
  PENDING: ['Your payment is being processed', 'The bank has not answered yet. You can leave this page: your seats stay reserved, and we write to you.'],
  AUTHORIZED: ['Almost there', 'The bank agreed; your seats are being made yours.'],
  STUCK: ['We are checking your payment', 'The bank gave no clear answer. Nobody else gets your seats meanwhile, and you will not be charged twice.'],
  DECLINED: ['The payment was declined', 'Nothing was charged.'],
  EXPIRED: ['This order ran out of time', 'Nothing was charged, and the seats went back.'],
  VOIDED: ['This order was not completed', 'Nothing was charged, and the seats went back.'],
  CAPTURE_FAILED: ['The payment failed', 'The bank withdrew its yes, so the tickets are not valid. Nothing was charged.'],
  REFUNDED: ['Refunded', 'The money is on its way to the card you paid with.'],
};

class OrderPage extends View {
  constructor(root, signal, id, fresh) {
    super(root, signal);
    Object.assign(this, {id, fresh, order: null, event: null});
  }

  load = () => this.run(() => this.look());

  async look() {
    const before = this.order?.status;
    this.order = (await get(`/orders/${this.id}`, {signal: this.signal})).data;
    this.event ??= await fetchEvent(this.order.event_id, this.signal).catch(() => null);
    if (before && before !== this.order.status) announce(`Your order is now ${statusWord(this.order.status)}.`);
    this.update();
    if (UNDECIDED.includes(this.order.status) || this.order.status === 'CONFIRMED') this.after(2000 + Math.random() * 500, () => this.look().catch(failure => this.#missed(failure)));
  }

  #missed(failure) {
    if (this.signal.aborted) return;
    this.problem = failure;
    this.update();
    this.after(5000, () => this.load());
  }

  receipt = () => this.run(() => download(`/orders/${this.id}/receipt.pdf`, `receipt-${this.id.slice(0, 8)}.pdf`, this.signal));
  tickets = () => this.run(() => download(`/events/${this.order.event_id}/orders/${this.id}/tickets.pdf`, `tickets-${this.id.slice(0, 8)}.pdf`, this.signal));

  template() {
    const {order, event} = this;
    if (!order) return html`${backLink('/orders', 'Orders')}${problemBox(this.problem, this.load)}${this.problem ? nothing : loading()}`;
    const bought = BOUGHT.includes(order.status);
    return html`${backLink('/orders', 'Orders')}
      ${bought && this.fresh ? html`<div class="box good done" role="status"><p class="done-mark" aria-hidden="true">✓</p><h1>You are going!</h1><p>Your tickets are here, and on their way to you by mail.</p><a class="button big" href="/tickets">See my tickets</a></div>` : html`<h1>Your order</h1>`}
      ${problemBox(this.problem, this.load)}
      ${this.story(order)}
      <section class="box"><div class="row-head"><div><h2>${event?.name ?? 'Event'}</h2>${event ? html`<p class="dim">${dateTime(event.date, zone(event))} · ${place(event)}</p>` : nothing}</div>${badge(order.status)}</div>
        <ul class="seat-list">${order.items.map(item => html`<li><span>${seatName(item)}${item.status && item.status !== 'ACTIVE' ? html` <span class="badge">${statusWord(item.status)}</span>` : nothing}</span><span>${money(item.price, order.currency)}</span></li>`)}
          ${(order.fees ?? []).filter(fee => Number(fee.amount)).map(fee => html`<li><span class="dim">${feeName(fee.name)}</span><span>${money(fee.amount, order.currency)}</span></li>`)}
          ${Number(order.tax) ? html`<li><span class="dim">Tax${event?.fees?.tax_included ? ', included' : ''}</span><span>${money(order.tax, order.currency)}</span></li>` : nothing}</ul>
        <p class="sum"><span>Total</span><strong>${money(order.total_amount, order.currency)}</strong></p>
        <p class="dim small">Ordered ${dateTime(order.created_at)} · number ${order.order_id}</p>
        ${bought ? html`<div class="buttons"><button class="button quiet" ?disabled=${this.busy} @click=${this.tickets}>Tickets (PDF)</button><button class="button quiet" ?disabled=${this.busy} @click=${this.receipt}>Receipt (PDF)</button></div>` : nothing}</section>`;
  }

  story(order) {
    const story = STORY[order.status];
    if (!story) return nothing;
    const waiting = UNDECIDED.includes(order.status);
    const step = order.next_action?.redirect_to_url?.url;
    return html`<div class="box ${waiting ? '' : 'bad'}" role="status"><p class="box-title">${waiting ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${story[0]}</p><p>${story[1]}</p>
      ${step ? html`<p>Your bank wants to hear from you first.</p><a class="button" href=${step} rel="noreferrer">Go to my bank</a>` : nothing}
      ${order.status === 'DECLINED' ? html`<a class="button" href="/events/${order.event_id}/seats">Try again</a>` : nothing}</div>`;
  }
}

export async function page(root, signal, {order}, query) {
  titled('Order');
  await requirePerson();
  await new OrderPage(root, signal, order, query.has('new')).load();
}
