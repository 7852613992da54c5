import {html, nothing, repeat} from '../lib.js';
import {hasRole, person, requirePerson} from '../auth.js';
import {event as fetchEvent, Pages, place, zone} from '../events.js';
import {dateTime} from '../format.js';
import {titled} from '../router.js';
import {local} from '../store.js';
import {View, badge, empty, loading, problemBox} from '../ui.js';

export const ownKey = () => `own-events.${person()?.sub}`;

class Organise extends View {
  constructor(root, signal) {
    super(root, signal);
    Object.assign(this, {events: null, pages: new Pages('/events', {organizer_id: 'me'})});
  }

  /** Where the catalogue cannot tell whose an event is, this browser remembers what was made here. */
  load = () => this.run(async () => {
    const kept = local.get(ownKey()) ?? [];
    const [listed, made] = await Promise.all([this.pages.next(this.signal).then(() => this.pages.items, () => []), Promise.all(kept.map(id => fetchEvent(id, this.signal).catch(() => null)))]);
    const own = listed.filter(event => event.organizer_id === person()?.sub || event.mine);
    this.events = [...new Map([...made.filter(Boolean), ...own].map(event => [event.event_id, event])).values()];
  });

  template() {
    if (!hasRole('ORGANIZER')) return empty('For organisers', 'Sign in with an organiser account to put events on sale.');
    const {events} = this;
    return html`<div class="row-head"><h1>Your events</h1><a class="button" href="/organise/new">New event</a></div>${problemBox(this.problem, this.load)}
      ${!events ? (this.busy ? loading() : nothing) : events.length === 0 ? empty('No events yet', 'Create a venue and an event; it stays a draft until you publish it.')
        : html`<ul class="rows-list">${repeat(events, event => event.event_id, event => html`<li><a class="row" href="/organise/${event.event_id}"><span><strong>${event.name}</strong><span class="dim">${dateTime(event.date, zone(event))} · ${place(event)}</span></span><span class="row-end">${badge(event.status)}</span></a></li>`)}</ul>`}`;
  }
}

export async function page(root, signal) {
  titled('Your events');
  await requirePerson();
  const view = new Organise(root, signal);
  view.update();
  if (hasRole('ORGANIZER')) await view.load();
}
