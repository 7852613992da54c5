import {html, nothing} from '../lib.js';
import {get, post} from '../api.js';
import {hasRole, requirePerson} from '../auth.js';
import {go, titled} from '../router.js';
import {intention} from '../store.js';
import {View, backLink, empty, fields, problemBox} from '../ui.js';
import {instantIn} from '../zones.js';

const ROWS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

class NewEvent extends View {
  constructor(root, signal) {
    super(root, signal);
    Object.assign(this, {venues: [], venue: '', sections: [{name: 'Floor', kind: 'SEATED', rows: 10, seats: 20, price: 80}, {name: 'Standing', kind: 'GA', capacity: 200, price: 45}], mode: 'FIFO'});
  }

  load = async () => {
    this.venues = await get('/venues', {signal: this.signal}).then(answer => answer.data.items, () => []);
    this.update();
  };

  get chosen() {
    return this.venues.find(venue => venue.venue_id === this.venue);
  }

  save = submit => {
    submit.preventDefault();
    const form = fields(submit.target);
    this.run(async () => {
      const venue = this.chosen ?? await this.#create('/venues', 'venue', this.#venue(form));
      this.venues = [venue, ...this.venues.filter(known => known.venue_id !== venue.venue_id)];
      this.venue = venue.venue_id;
      const made = await this.#create('/events', 'event', this.#event(form, venue));
      await go(`/organise/${made.event_id}`);
    });
  };

  async #create(path, name, wish) {
    const {key, done} = intention(`new-${name}`, wish);
    try {
      const {data} = await post(path, wish, {key, signal: this.signal});
      done();
      return data;
    } catch (failure) {
      if (failure.status >= 400 && failure.status < 500) done();
      throw failure;
    }
  }

  #venue(form) {
    let depth = 4;
    return {
      name: form.venue_name, time_zone: form.time_zone, address: {street: form.street ?? '', city: form.city, postal_code: form.postal_code ?? '', country: form.country},
      sections: this.sections.map((section, index) => {
        if (section.kind === 'GA') return {section: section.name, kind: 'GA', capacity: Number(section.capacity), gate: ROWS[index]};
        const rows = Array.from({length: Number(section.rows)}, (_, row) => ({row: row < 26 ? ROWS[row] : String(row + 1), from: 1, to: Number(section.seats), origin: {x: -(section.seats - 1) / 2, y: depth + row}, step: {x: 1, y: 0}}));
        depth += rows.length + 3;
        return {section: section.name, kind: 'SEATED', focal_point: {x: 0, y: 0}, gate: ROWS[index], rows};
      }),
    };
  }

  #event(form, venue) {
    const prices = venue.sections.map(section => ({section: section.section, price: Number(form[`price-${section.section}`] ?? this.sections.find(known => known.name === section.section)?.price)}));
    return {
      name: form.name, venue_id: venue.venue_id, date: instantIn(form.date, venue.time_zone), category: form.category ?? null, artist: form.artist ?? null, description: form.description ?? null, currency: form.currency,
      pricing_tiers: prices, sale_dates: {presale: form.presale ? instantIn(form.presale, venue.time_zone) : null, general: form.sale ? instantIn(form.sale, venue.time_zone) : new Date().toISOString()}, ticket_limit: Number(form.ticket_limit),
      waiting_room: {mode: form.mode, ...(form.mode === 'LOBBY' ? {lobby_minutes: Number(form.lobby_minutes ?? 30)} : {})},
      resale_policy: {enabled: form.resale === 'on', max_price_percent: Number(form.max_price_percent ?? 100), payout: 'AFTER_EVENT'},
    };
  }

  change = (index, name) => input => {
    this.sections = this.sections.map((section, at) => (at === index ? {...section, [name]: input.target.value} : section));
    this.update();
  };

  template() {
    if (!hasRole('ORGANIZER')) return empty('For organisers', 'Sign in with an organiser account.');
    return html`${backLink('/organise', 'Your events')}<h1>New event</h1>
      <form class="form" @submit=${this.save}>
        <section class="box"><h2>Event</h2><label>Name<input name="name" required maxlength="200"></label>
          <div class="form-row"><label>Artist<input name="artist" maxlength="200"></label><label>Category<input name="category" maxlength="50" value="Concert"></label></div>
          <label>Description<textarea name="description" rows="3" maxlength="2000"></textarea></label>
          <div class="form-row"><label>Date and time, at the venue<input name="date" type="datetime-local" required></label><label>Sale opens (empty: at once)<input name="sale" type="datetime-local"></label>
            ${this.mode === 'OFF' ? nothing : html`<label>Presale with codes, from (empty: none)<input name="presale" type="datetime-local"></label>`}</div>
          <div class="form-row"><label>Currency<input name="currency" required pattern="[A-Z]{3}" value="EUR"></label><label>Tickets for each person<input name="ticket_limit" type="number" required min="1" max="20" value="4"></label></div></section>
        <section class="box"><h2>Venue</h2><label>Venue<select @change=${change => {
          this.venue = change.target.value;
          this.update();
        }}><option value="">A new one…</option>${this.venues.map(venue => html`<option value=${venue.venue_id} ?selected=${venue.venue_id === this.venue}>${venue.name}</option>`)}</select></label>
          ${this.chosen ? this.prices(this.chosen) : this.newVenue()}</section>
        <section class="box"><h2>Rules</h2><label>Waiting room<select name="mode" @change=${change => {
          this.mode = change.target.value;
          this.update();
        }}><option value="FIFO">First come, first served</option><option value="LOBBY">Lobby: places are drawn at the opening</option><option value="OFF">None</option></select></label>
          ${this.mode === 'LOBBY' ? html`<label>Lobby opens, minutes before<input name="lobby_minutes" type="number" min="1" max="1440" required value="30"></label>` : nothing}
          <label class="check"><input type="checkbox" name="resale" checked>Fans may resell</label><label>At most, in percent of what they paid<input name="max_price_percent" type="number" min="1" max="200" value="100"></label></section>
        ${problemBox(this.problem)}<button class="button big" ?disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save as a draft'}</button></form>`;
  }

  prices(venue) {
    return html`<p class="dim">${venue.address?.city ?? ''} · ${venue.time_zone} · ${venue.capacity} places</p><div class="form-row">${(venue.sections ?? []).map(section => html`<label>Price, ${section.section}<input name="price-${section.section}" type="number" required min="0" step="0.01"></label>`)}</div>`;
  }

  newVenue() {
    return html`<label>Name<input name="venue_name" required maxlength="200"></label>
      <div class="form-row"><label>Street<input name="street" required></label><label>Postal code<input name="postal_code" required></label><label>City<input name="city" required></label><label>Country<input name="country" required pattern="[A-Z]{2}" value="DE" title="Two letters"></label></div>
      <label>Time zone<input name="time_zone" required value=${Intl.DateTimeFormat().resolvedOptions().timeZone}></label>
      <h3>Sections</h3>${this.sections.map((section, index) => html`<fieldset class="form-row"><legend class="unseen">Section ${index + 1}</legend>
        <label>Name<input required .value=${section.name} @input=${this.change(index, 'name')}></label>
        <label>Kind<select @change=${this.change(index, 'kind')}><option value="SEATED" ?selected=${section.kind === 'SEATED'}>Seats</option><option value="GA" ?selected=${section.kind === 'GA'}>General admission</option></select></label>
        ${section.kind === 'GA' ? html`<label>Places<input type="number" min="1" required .value=${String(section.capacity ?? 100)} @input=${this.change(index, 'capacity')}></label>`
          : html`<label>Rows<input type="number" min="1" max="60" required .value=${String(section.rows ?? 10)} @input=${this.change(index, 'rows')}></label><label>Seats in a row<input type="number" min="1" max="100" required .value=${String(section.seats ?? 20)} @input=${this.change(index, 'seats')}></label>`}
        <label>Price<input type="number" min="0" step="0.01" required .value=${String(section.price)} @input=${this.change(index, 'price')}></label>
        ${this.sections.length > 1 ? html`<button type="button" class="button quiet small" aria-label="Remove ${section.name}" @click=${() => {
          this.sections = this.sections.filter((_, at) => at !== index);
          this.update();
        }}>Remove</button>` : nothing}</fieldset>`)}
      <button type="button" class="button quiet small" @click=${() => {
        this.sections = [...this.sections, {name: `Section ${this.sections.length + 1}`, kind: 'SEATED', rows: 10, seats: 20, capacity: 100, price: 50}];
        this.update();
      }}>Add a section</button>`;
  }
}

export async function page(root, signal) {
  titled('New event');
  await requirePerson();
  const view = new NewEvent(root, signal);
  view.update();
  await view.load();
}
