import {html, nothing} from '../lib.js';
import {requirePerson} from '../auth.js';
import {Pages, eventOnce, place, zone} from '../events.js';
import {dateTime, seatName} from '../format.js';
import {titled} from '../router.js';
import {View, badge, empty, loading, problemBox} from '../ui.js';

class Tickets extends View {
  pages = new Pages('/tickets');
  events = new Map();

  more = () => this.run(async () => {
    await this.pages.next(this.signal);
    const ids = [...new Set(this.pages.items.map(ticket => ticket.event_id))];
    await Promise.all(ids.map(async id => this.events.set(id, await eventOnce(id))));
  });

  template() {
    const {items, cursor} = this.pages;
    return html`<h1>My tickets</h1>${problemBox(this.problem, this.more)}
      ${!items ? (this.busy ? loading() : nothing) : items.length === 0 ? empty('No tickets yet', 'They appear here the moment you have paid.', html`<a class="button" href="/">Find an event</a>`)
        : [...Map.groupBy(items, ticket => ticket.event_id)].map(([id, tickets]) => this.group(this.events.get(id), tickets))}
      ${cursor ? html`<p class="more"><button class="button quiet" ?disabled=${this.busy} @click=${this.more}>More tickets</button></p>` : nothing}`;
  }

  group(event, tickets) {
    return html`<section class="group"><h2>${event?.name ?? 'Event'}</h2>
      ${event?.date ? html`<p class="dim">${dateTime(event.date, zone(event))} · ${place(event)}</p>` : nothing}
      <ul class="stubs">${tickets.map(ticket => html`<li><a class="stub" href="/tickets/${ticket.event_id}/${ticket.ticket_id}"><span>${seatName(ticket)}</span>${badge(ticket.status)}</a></li>`)}</ul></section>`;
  }
}

export async function page(root, signal) {
  titled('My tickets');
  await requirePerson();
  await new Tickets(root, signal).more();
}
