import {html, nothing} from '../lib.js';
import {get, put} from '../api.js';
import {hasRole, requirePerson} from '../auth.js';
import {event as fetchEvent} from '../events.js';
import {number} from '../format.js';
import {titled} from '../router.js';
import {View, announce, backLink, empty, fields, loading, problemBox} from '../ui.js';
import {figures} from '../figures.js';

const STATES = {NOT_OPEN: 'Not open', LOBBY: 'Lobby', OPEN: 'Open', PAUSED: 'Paused', SOLD_OUT: 'Sold out', CLOSED: 'Closed'};
const MODES = [['AUTO', 'Automatic', 'As fast as the system can serve'], ['MANUAL', 'By hand', 'Exactly the rate below'], ['PAUSED', 'Paused', 'Nobody is let in; nobody loses their place']];

class OpsEvent extends View {
  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, event: null, control: null, pace: null, status: null, summary: null, saved: false});
  }

  load = () => this.run(async () => {
    this.event = await fetchEvent(this.id, this.signal);
    titled(`Queue · ${this.event.name}`);
    this.control = (await get(`/ops/events/${this.id}/queue`, {signal: this.signal})).data;
    await this.look();
  });

  async look() {
    const [status, summary, pace] = await Promise.all([`/events/${this.id}/queue`, `/analytics/events/${this.id}/summary`, `/ops/events/${this.id}/queue`].map(path => get(path, {signal: this.signal}).then(answer => answer.data, () => null)));
    this.status = status ?? this.status;
    this.summary = summary ?? this.summary;
    this.pace = pace ?? this.pace;
    this.update();
  }

  save = submit => {
    submit.preventDefault();
    this.set(submit.target);
  };

  /** What is in the form is in force afterwards, whichever button says so. */
  set(form, mode) {
    const wish = fields(form);
    this.send({mode: mode ?? wish.mode, ...(wish.rate ? {rate_per_minute: Number(wish.rate)} : {}), ...(wish.active ? {max_active: Number(wish.active)} : {}), message: wish.message ?? null});
  }

  /** The word about the pause goes with it. */
  resume(form) {
    form.elements.message.value = '';
    this.set(form, 'AUTO');
  }

  send = wish => this.run(async () => {
    this.saved = false;
    this.control = (await put(`/ops/events/${this.id}/queue`, wish, {signal: this.signal})).data ?? {...this.control, ...wish};
    this.saved = true;
    announce('Saved.');
    await this.look();
  });

  template() {
    if (!hasRole('OPS')) return empty('For operations', 'Sign in with an ops account.');
    const {control, status, pace} = this;
    // the public figures may be some seconds old: whoever pauses sees it at once
    const paused = control?.mode === 'PAUSED';
    return html`${backLink('/ops', 'Queues')}<h1>${this.event?.name ?? 'Queue'}</h1>${problemBox(this.problem, this.control ? undefined : this.load)}
      ${!control ? (this.problem ? nothing : loading()) : html`
      <dl class="tiles">${[['State', STATES[paused ? 'PAUSED' : status?.state] ?? '–'], ['In line', number(status?.queue_size)], ['Let in per minute', number(paused ? 0 : status?.admission_rate_per_minute)], ['Last let in', status?.serving ? number(status.serving) : '–']].map(([name, value]) => html`<div><dt>${name}</dt><dd class="figures">${value}</dd></div>`)}</dl>
      ${pace?.reason ? html`<p class="dim">${reason(pace)}</p>` : nothing}
      <form class="box form" @submit=${this.save}><h2>Control</h2>
        <fieldset><legend>Mode</legend>${MODES.map(([value, name, help]) => html`<label class="choice"><input type="radio" name="mode" value=${value} .checked=${control.mode === value}><span><strong>${name}</strong><span class="dim">${help}</span></span></label>`)}</fieldset>
        <div class="form-row"><label>People per minute<input name="rate" type="number" min="1" inputmode="numeric" .value=${text(control.rate_per_minute)}></label><label>Shoppers at once, at most<input name="active" type="number" min="1" inputmode="numeric" .value=${text(control.max_active)}></label></div>
        <label>Message to everyone in line<input name="message" maxlength="500" .value=${control.message ?? ''}></label>
        <div class="buttons"><button class="button" ?disabled=${this.busy}>Save</button>
          ${control.mode === 'PAUSED' ? html`<button type="button" class="button quiet" ?disabled=${this.busy} @click=${click => this.resume(click.target.form)}>Resume</button>` : html`<button type="button" class="button quiet" ?disabled=${this.busy} @click=${click => this.set(click.target.form, 'PAUSED')}>Pause now</button>`}
          ${this.saved ? html`<span class="good-text" role="status">Saved</span>` : nothing}</div></form>
      ${figures(this.summary, this.event)}
      <p><a href="/events/${this.id}">The event as fans see it</a></p>`}`;
  }
}

/** Why as many are let in as are: the form keeps what is typed, this follows. */
const reason = pace => `${pace.reason[0].toUpperCase()}${pace.reason.slice(1)}${pace.auto_rate_per_minute ? ` · automatic: ${number(pace.auto_rate_per_minute)} a minute, between ${number(pace.floor)} and ${number(pace.ceiling)}` : ''}`;

const text = value => (value === null || value === undefined ? '' : String(value));

export async function page(root, signal, {event}) {
  titled('Queue');
  await requirePerson();
  const view = new OpsEvent(root, signal, event);
  view.update();
  if (!hasRole('OPS')) return;
  await view.load();
  view.every(3000, () => document.hidden || view.busy || (view.control ? view.look() : view.load()));
}
