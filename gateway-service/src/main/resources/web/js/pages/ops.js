import {html, nothing, repeat} from '../lib.js';
import {hasRole, requirePerson} from '../auth.js';
import {Pages, place, zone} from '../events.js';
import {dateTime} from '../format.js';
import {titled} from '../router.js';
import {View, badge, empty, loading, problemBox} from '../ui.js';

class Ops extends View {
  pages = new Pages('/events');

  more = () => this.run(() => this.pages.next(this.signal));

  template() {
    if (!hasRole('OPS')) return empty('For operations', 'Sign in with an ops account.');
    const {items, cursor} = this.pages;
    return html`<h1>Queues</h1>${problemBox(this.problem, this.more)}${!items ? (this.busy ? loading() : nothing) : items.length === 0 ? empty('No events', 'Nothing is published yet.') : html`
      <ul class="rows-list">${repeat(items, event => event.event_id, event => html`<li><a class="row" href="/ops/${event.event_id}"><span><strong>${event.name}</strong><span class="dim">${dateTime(event.date, zone(event))} · ${place(event)}</span></span><span class="row-end">${badge(event.status)}</span></a></li>`)}</ul>
      ${cursor ? html`<p class="more"><button class="button quiet" @click=${this.more}>More</button></p>` : nothing}`}
      <h2>Elsewhere</h2><ul><li><a href="/api/docs" target="_blank" rel="noopener">API documentation</a></li></ul>`;
  }
}

export async function page(root, signal) {
  titled('Ops');
  await requirePerson();
  const view = new Ops(root, signal);
  view.update();
  if (hasRole('OPS')) await view.more();
}
