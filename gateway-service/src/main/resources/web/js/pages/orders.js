import {html, nothing, repeat} from '../lib.js';
import {requirePerson} from '../auth.js';
import {Pages, eventOnce} from '../events.js';
import {dateTime, money, plural} from '../format.js';
import {titled} from '../router.js';
import {View, badge, empty, loading, problemBox} from '../ui.js';

class Orders extends View {
  pages = new Pages('/orders');
  names = new Map();

  more = () => this.run(async () => {
    await this.pages.next(this.signal);
    for (const id of new Set(this.pages.items.map(order => order.event_id))) {
      eventOnce(id).then(event => {
        this.names.set(id, event.name);
        this.update();
      });
    }
  });

  template() {
    const {items, cursor} = this.pages;
    return html`<h1>Orders</h1>${problemBox(this.problem, this.more)}
      ${!items ? (this.busy ? loading() : nothing) : items.length === 0 ? empty('No orders yet', 'What you buy is listed here.', html`<a class="button" href="/">Find an event</a>`) : html`
      <ul class="rows-list">${repeat(items, order => order.order_id, order => html`<li><a class="row" href="/orders/${order.order_id}">
        <span><strong>${this.names.get(order.event_id) ?? 'Event'}</strong><span class="dim">${dateTime(order.created_at)} · ${plural(order.items.length, 'ticket')}</span></span>
        <span class="row-end">${badge(order.status)}<strong>${money(order.total_amount, order.currency)}</strong></span></a></li>`)}</ul>
      ${cursor ? html`<p class="more"><button class="button quiet" ?disabled=${this.busy} @click=${this.more}>Older orders</button></p>` : nothing}`}`;
  }
}

export async function page(root, signal) {
  titled('Orders');
  await requirePerson();
  await new Orders(root, signal).more();
}
