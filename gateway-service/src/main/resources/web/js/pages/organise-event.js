import {html, nothing} from '../lib.js';
import {get, post} from '../api.js';
import {hasRole, requirePerson} from '../auth.js';
import {event as fetchEvent, place, zone} from '../events.js';
import {figures} from '../figures.js';
import {dateTime, money, number} from '../format.js';
import {titled} from '../router.js';
import {View, announce, backLink, badge, empty, fields, loading, problemBox} from '../ui.js';
import {instantIn} from '../zones.js';

const ROOMS = {FIFO: 'first come, first served', LOBBY: 'places drawn in a lobby', OFF: 'no waiting room'};

class OrganiseEvent extends View {
  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, event: null, summary: null, asking: null});
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
        <p class="dim">Sale from ${dateTime(event.sale_dates?.general, zone(event))}, ${event.ticket_limit} tickets each, ${ROOMS[event.waiting_room?.mode] ?? ROOMS.FIFO}.</p></section>
      ${figures(this.summary, event)}
      <div class="buttons"><a class="button quiet" href="/events/${this.id}">As fans see it</a>
        ${event.status === 'DRAFT' && event.provisioning?.state !== 'RUNNING' ? html`<button class="button" ?disabled=${this.busy} @click=${this.publish}>Publish</button>` : nothing}
        ${final ? nothing : html`<button class="button quiet" @click=${() => this.ask('postpone')}>Postpone…</button><button class="button quiet danger" @click=${() => this.ask('cancel')}>Cancel the event…</button>`}</div>
      ${this.question()}`;
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
