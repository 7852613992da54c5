import {html, nothing, repeat} from '../lib.js';
import {dateTime, money, zoneNote} from '../format.js';
import {Pages, place, priceFrom, zone} from '../events.js';
import {go, titled} from '../router.js';
import {View, badge, empty, fields, loading, poster, problemBox} from '../ui.js';

const CATEGORIES = ['Concert', 'Sport', 'Theatre', 'Comedy', 'Festival', 'Family'];

class Browse extends View {
  constructor(root, signal, query) {
    super(root, signal);
    this.search = Object.fromEntries(['q', 'category', 'city'].map(name => [name, query.get(name) ?? '']));
    this.pages = new Pages('/events', this.search);
  }

  more = () => this.run(() => this.pages.next(this.signal));

  submit = submit => {
    submit.preventDefault();
    const query = new URLSearchParams(fields(submit.target));
    go('/' + (query.size ? '?' + query : ''));
  };

  template() {
    return html`
      <div class="hero"><h1>Find your night out</h1><p class="dim">Everyone gets a fair place in line.</p></div>
      <form class="search" role="search" @submit=${this.submit}>
        <label>Search<input name="q" type="search" .value=${this.search.q} placeholder="Artist, event or venue"></label>
        <label>Category<select name="category"><option value="">Any</option>
          ${CATEGORIES.map(name => html`<option ?selected=${name === this.search.category}>${name}</option>`)}</select></label>
        <label>City<input name="city" .value=${this.search.city} autocomplete="address-level2"></label>
        <button class="button">Search</button>
      </form>
      ${problemBox(this.problem, this.more)}
      ${this.list()}`;
  }

  list() {
    const {items, cursor} = this.pages;
    if (!items) return this.busy ? loading('Looking for events…') : nothing;
    if (items.length === 0) {
      return empty('No events found', Object.values(this.search).some(Boolean) ? 'Try fewer or other words.' : 'Nothing is announced yet. Come back soon.',
        Object.values(this.search).some(Boolean) ? html`<a class="button quiet" href="/">Show all events</a>` : nothing);
    }
    return html`<ul class="cards">${repeat(items, item => item.event_id, card)}</ul>
      ${cursor ? html`<p class="more"><button class="button quiet" ?disabled=${this.busy} @click=${this.more}>${this.busy ? 'Loading…' : 'More events'}</button></p>` : nothing}`;
  }
}

function card(event) {
  const from = priceFrom(event);
  return html`<li><a class="card" href="/events/${event.event_id}">
    ${poster(event)}
    <div class="card-body">
      <p class="card-when">${dateTime(event.date, zone(event))} <span class="dim">${zoneNote(zone(event))}</span></p>
      <h2>${event.name}</h2>
      <p class="dim">${[event.artist, place(event)].filter(Boolean).join(' · ')}</p>
      <p class="card-foot">${badge(event.status)}${from === null ? nothing : html`<span>from <strong>${money(from, event.currency)}</strong></span>`}</p>
    </div></a></li>`;
}

export async function page(root, signal, _, query) {
  titled('Events');
  const view = new Browse(root, signal, query);
  await view.more();
}
