import {html, nothing} from '../lib.js';
import {get} from '../api.js';
import {person} from '../auth.js';
import {check} from '../draw.js';
import {event as fetchEvent, zone} from '../events.js';
import {dateTime, number} from '../format.js';
import {titled} from '../router.js';
import {View, backLink, fields, loading, problemBox} from '../ui.js';
import {visit} from '../visit.js';

const AGAIN = 10_000;

class Draw extends View {
  constructor(root, signal, id) {
    super(root, signal);
    Object.assign(this, {id, event: null, draw: null, found: null, index: visit(id).draw?.join_index ?? null});
  }

  load = () => this.run(async () => {
    this.event ??= await fetchEvent(this.id, this.signal);
    titled(`The draw · ${this.event.name}`);
    await this.look();
  });

  async look() {
    const asked = this.index === null ? '' : `?join_index=${this.index}`;
    this.draw = (await get(`/events/${this.id}/queue/draw${asked}`, {signal: this.signal, anonymous: true})).data;
    const mine = this.index !== null && this.index === visit(this.id).draw?.join_index;
    this.found = this.draw.state === 'DRAWN' ? await check(this.draw, mine ? person()?.sub : null) : null;
    this.update();
  }

  /** Until it is drawn the document grows. */
  tick() {
    if (this.draw && this.draw.state !== 'DRAWN' && !document.hidden && !this.busy) this.look().catch(() => {});
  }

  find = submit => {
    submit.preventDefault();
    this.index = Number(fields(submit.target).index);
    this.run(() => this.look());
  };

  template() {
    const {draw} = this;
    return html`${backLink(`/events/${this.id}`, this.event?.name ?? 'The event')}<h1>How the draw ${draw?.state === 'DRAWN' ? 'went' : 'goes'}</h1>
      ${problemBox(this.problem, this.load)}${draw ? this.about(draw) : this.problem ? nothing : loading()}`;
  }

  about(draw) {
    return html`<p>Places are drawn among all who are in the lobby when the sale opens. Before the lobby opened we published a fingerprint of a secret number, the seed. The order follows from the seed and the list of everybody in the lobby: once the fingerprint is out we cannot choose another seed, and before the lobby closes nobody can know the order.</p>
      ${draw.state === 'DRAWN' ? this.mine(draw) : nothing}
      <section class="box"><h2>The draw</h2><dl class="facts">
        <div><dt>State</dt><dd>${{COMMITTED: 'not held yet', CLOSED: 'the lobby is closed, the result comes in a moment', DRAWN: 'held'}[draw.state]}</dd></div>
        <div><dt>Lobby opens</dt><dd>${dateTime(draw.lobby_opens_at, zone(this.event))}</dd></div>
        <div><dt>Held</dt><dd>${dateTime(draw.opened_at ?? draw.opens_at, zone(this.event))}</dd></div>
        <div><dt>Taking part</dt><dd class="figures">${number(draw.participants)}</dd></div>
        ${this.hash('Fingerprint', draw.commitment)}${this.hash('Seed', draw.seed)}${this.hash('List of all', draw.root)}${this.hash('Key', draw.draw_key)}
        <div><dt>Rules</dt><dd>${draw.algorithm}</dd></div></dl></section>
      ${draw.state === 'DRAWN' ? this.verify(draw) : nothing}`;
  }

  mine(draw) {
    return html`<section class="box"><h2>One place</h2>
      <form class="form-row" @submit=${this.find}><label>Draw number<input name="index" type="number" required min="0" max=${Math.max(0, draw.participants - 1)} .value=${this.index === null ? '' : String(this.index)}></label><button class="button quiet" ?disabled=${this.busy}>Look it up</button></form>
      ${draw.proof ? html`<p class="box-title drawn">Number ${number(draw.proof.join_index)} drew place ${number(draw.proof.position + 1)} of ${number(draw.participants)}</p>` : nothing}
      ${this.found ? html`<ul class="checks" aria-label="Checked in this browser">${this.found.map(([what, holds]) => html`<li class=${holds ? 'good-text' : 'bad-text'}>${holds ? '✓' : '✗'} ${what}</li>`)}</ul>` : nothing}</section>`;
  }

  verify(draw) {
    return html`<section class="box"><h2>Check all of it</h2>
      <p>Download the list of everybody's marks and places, and run the open verifier of Boxoffice over it on a machine of your own. It draws again and compares each place:</p>
      <p><code>./boxoffice verify-draw draw.ndjson</code></p>
      ${draw.participants_url ? html`<a class="button quiet" href=${draw.participants_url} download="draw.ndjson">Download the list</a>` : nothing}</section>`;
  }

  hash(name, value) {
    return value ? html`<div><dt>${name}</dt><dd class="hash">${value}</dd></div>` : nothing;
  }
}

export async function page(root, signal, {event}) {
  titled('The draw');
  const view = new Draw(root, signal, event);
  await view.load();
  view.every(AGAIN, () => view.tick());
}
