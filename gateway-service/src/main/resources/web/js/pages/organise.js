import {html, nothing, repeat} from '../lib.js';
import {hasRole, requirePerson} from '../auth.js';
import {Pages, place, zone} from '../events.js';
import {dateTime} from '../format.js';
import {titled} from '../router.js';
import {View, badge, empty, loading, problemBox} from '../ui.js';

class Organise extends View {
  constructor(root, signal) {
    super(root, signal);
    this.pages = new Pages('/events', {mine: 'true'});
  }

  more = () => this.run(() => this.pages.next(this.signal));

  template() {
    if (!hasRole('ORGANIZER')) return empty('For organisers', 'Sign in with an organiser account to put events on sale.');
    const {items: events, cursor} = this.pages;
    return html`<div class="row-head"><h1>Your events</h1><a class="button" href="/organise/new">New event</a></div>${problemBox(this.problem, this.more)}
      ${!events ? (this.busy ? loading() : nothing) : events.length === 0 ? empty('No events yet', 'Create a venue and an event; it stays a draft until you publish it.')
        : html`<ul class="rows-list">${repeat(events, event => event.event_id, event => html`<li><a class="row" href="/organise/${event.event_id}"><span><strong>${event.name}</strong><span class="dim">${dateTime(event.date, zone(event))} · ${place(event)}</span></span><span class="row-end">${badge(event.status)}</span></a></li>`)}</ul>`}
      ${cursor ? html`<p class="more"><button class="button quiet" ?disabled=${this.busy} @click=${this.more}>More events</button></p>` : nothing}`;
  }
}

export async function page(root, signal) {
  titled('Your events');
  await requirePerson();
  const view = new Organise(root, signal);
  view.update();
  if (hasRole('ORGANIZER')) await view.more();
}
