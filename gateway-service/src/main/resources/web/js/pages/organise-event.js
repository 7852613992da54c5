import {html, nothing} from '../lib.js';
import {get, post, save} from '../api.js';
import {hasRole, requirePerson} from '../auth.js';
import {event as fetchEvent, place, zone} from '../events.js';
import {figures} from '../figures.js';
import {dateTime, money, number, plural} from '../format.js';
import {titled} from '../router.js';
import {intention} from '../store.js';
import {View, announce, backLink, badge, empty, fields, loading, problemBox} from '../ui.js';
import {instantIn} from '../zones.js';

const ROOMS = {FIFO: 'first come, first served', LOBBY: 'places drawn in a lobby', OFF: 'no waiting room'};

class OrganiseEvent extends View {
  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, event: null, summary: null, asking: null, made: 0});
  }

  load = () => this.run(() => this.look());

  async look() {
    this.event = await fetchEvent(this.id, this.signal);
    titled(this.event.name);
    if (this.event.status !== 'DRAFT') this.summary = await get(`/analytics/events/${this.id}/summary`, {signal: this.signal}).then(answer => answer.data, () => this.summary);
    this.update();
  }

  publish = () => this.run(async () => {
    await post(`/events/${this.id}/publish`, undefined, {signal: this.signal, repeatable: true});
    announce('The seats are being made.');
    await this.look();
  });

  cancel = submit => {
    submit.preventDefault();
    const {reason} = fields(submit.target);
    this.#end('cancel', reason ? {reason} : {});
  };

  postpone = submit => {
    submit.preventDefault();
    const {date} = fields(submit.target);
    this.#end('postpone', date ? {date: instantIn(date, zone(this.event))} : {});
  };

  makeCodes = submit => {
    submit.preventDefault();
    const wish = {count: Number(fields(submit.target).count)};
    const {key, done} = intention(`codes-${this.id}`, wish);
    this.run(async () => {
      try {
        const {data} = await post(`/events/${this.id}/presale-codes`, wish, {key, signal: this.signal});
        save(new Blob([data.codes.join('\n') + '\n'], {type: 'text/plain'}), `presale-codes-${data.first_serial}.txt`);
        this.made = data.codes.length;
        this.asking = null;
        done();
      } catch (failure) {
        if (failure.status >= 400 && failure.status < 500) done();
        throw failure;
      }
    });
  };

  #end(what, body) {
    this.run(async () => {
      await post(`/events/${this.id}/${what}`, body, {signal: this.signal, repeatable: true});
      this.asking = null;
      await this.look();
    });
  }

  template() {
    if (!hasRole('ORGANIZER')) return empty('For organisers', 'Sign in with an organiser account.');
    const {event} = this;
    if (!event) return html`${backLink('/organise', 'Your events')}${problemBox(this.problem, this.load)}${this.problem ? nothing : loading()}`;
    const final = ['CANCELLED', 'ENDED'].includes(event.status);
    return html`${backLink('/organise', 'Your events')}<div class="row-head"><div><h1>${event.name}</h1><p class="dim">${dateTime(event.date, zone(event))} · ${place(event)}</p></div>${badge(event.status)}</div>
      ${problemBox(this.problem)}${this.provisioning(event)}
      <section class="box"><h2>Prices</h2><table class="prices"><thead><tr><th scope="col">Section</th><th scope="col">Price</th><th scope="col">Available</th></tr></thead><tbody>${event.pricing_tiers.map(tier => html`<tr><th scope="row">${tier.section}</th><td>${money(tier.price, event.currency)}</td><td>${tier.available === null ? '–' : number(tier.available)}</td></tr>`)}</tbody></table>
        <p class="dim">${event.sale_dates?.presale ? `Presale from ${dateTime(event.sale_dates.presale, zone(event))}. ` : ''}Sale from ${dateTime(event.sale_dates?.general, zone(event))}, ${event.ticket_limit} tickets each, ${this.room(event)}.</p></section>
      ${this.made ? html`<p class="note" role="status">${plural(this.made, 'code')} made. They are in the file that your browser keeps now; we do not keep them.</p>` : nothing}
      ${figures(this.summary, event)}
      <div class="buttons"><a class="button quiet" href="/events/${this.id}">As fans see it</a>
        ${event.status === 'DRAFT' && event.provisioning?.state !== 'RUNNING' ? html`<button class="button" ?disabled=${this.busy} @click=${this.publish}>Publish</button>` : nothing}
        ${event.sale_dates?.presale && !final ? html`<button class="button quiet" @click=${() => this.ask('codes')}>Presale codes…</button>` : nothing}
        ${event.status !== 'DRAFT' && !final ? html`<a class="button quiet" href="/organise/${this.id}/blocks">Seats kept from sale</a>` : nothing}
        ${final ? nothing : html`<button class="button quiet" @click=${() => this.ask('postpone')}>Postpone…</button><button class="button quiet danger" @click=${() => this.ask('cancel')}>Cancel the event…</button>`}</div>
      ${this.question()}`;
  }

  room(event) {
    const {mode, lobby_minutes: minutes} = event.waiting_room ?? {};
    return mode === 'LOBBY' ? `${ROOMS.LOBBY} that opens ${plural(minutes, 'minute')} before` : ROOMS[mode] ?? ROOMS.FIFO;
  }

  ask(what) {
    this.asking = this.asking === what ? null : what;
    this.update();
  }

  provisioning(event) {
    if (event.provisioning?.state === 'RUNNING') return html`<p class="note" role="status"><span class="spinner" aria-hidden="true"></span>The seats are being made…</p>`;
    if (event.provisioning?.state === 'FAILED') return html`<div class="box bad" role="alert"><p class="box-title">The seats could not be made</p><p>${event.provisioning.reason ?? ''} Publish again to retry.</p></div>`;
    return nothing;
  }

  question() {
    if (this.asking === 'cancel') return html`<form class="box bad" @submit=${this.cancel}><p class="box-title">Cancel for good?</p><p>Every ticket becomes invalid and everyone gets their money back. This cannot be undone.</p><label>Reason, for the fans<input name="reason" maxlength="500"></label><button class="button danger" ?disabled=${this.busy}>Cancel the event</button></form>`;
    if (this.asking === 'codes') return html`<form class="box" @submit=${this.makeCodes}><p class="box-title">Make presale codes</p><p>Each lets one fan into the line before the general sale. You get them as a text file, a code on each line.</p><label>How many<input name="count" type="number" required min="1" max="100000" value="100"></label><button class="button" ?disabled=${this.busy}>${this.busy ? 'Making…' : 'Make and download'}</button></form>`;
    if (this.asking === 'postpone') return html`<form class="box" @submit=${this.postpone}><p class="box-title">Postpone</p><p>The sale rests; tickets stay valid.</p><label>New date at the venue, if known<input name="date" type="datetime-local"></label><button class="button" ?disabled=${this.busy}>Postpone</button></form>`;
    return nothing;
  }
}

export async function page(root, signal, {event}) {
  titled('Event');
  await requirePerson();
  const view = new OrganiseEvent(root, signal, event);
  view.update();
  if (!hasRole('ORGANIZER')) return;
  await view.load();
  view.every(3000, () => document.hidden || view.busy || view.look().catch(() => {}));
}
