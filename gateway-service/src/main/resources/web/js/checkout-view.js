/* What buying from the box office and buying from a fan have in common: the bill, the card form, one attempt at a time. */
import {html, nothing} from './lib.js';
import {cardFields, paymentConfig, paymentMethod} from './card.js';
import {money} from './format.js';
import {buy, unanswered} from './purchase.js';
import {go} from './router.js';
import {View, announce, loading, problemBox} from './ui.js';

export class CheckoutView extends View {
  constructor(root, signal) {
    super(root, signal);
    Object.assign(this, {setup: null, total: null, currency: null, proving: false, sending: false});
  }

  /** Goes on with what a reload interrupted; to be called when the page has loaded. */
  async resume() {
    this.setup = await paymentConfig(this.signal).catch(() => null);
    if (unanswered(this.what)) await this.send(null);
  }

  pay = submit => {
    submit.preventDefault();
    this.run(async () => {
      const method = await paymentMethod(submit.target, this.signal);
      await this.send({...this.body(), payment_method: method, expected_total: this.total});
    });
  };

  async send(body) {
    this.sending = true;
    this.update();
    try {
      const order = await buy({what: this.what, path: this.path, event: this.event, body, headers: this.headers(), signal: this.signal, onWork: proving => {
        this.proving = proving;
        this.update();
      }});
      this.bought?.();
      announce('Your order is placed.');
      await go(`/orders/${order.order_id}?new=1`, {replace: true});
    } catch (failure) {
      if (failure.code === 'order-in-progress' && failure.body.order_id) await go(`/orders/${failure.body.order_id}`, {replace: true});
      else {
        await this.refused?.(failure);
        throw failure;
      }
    } finally {
      this.sending = false;
      this.update();
    }
  }

  bill(lines) {
    return html`<section class="box"><h2>Your order</h2><ul class="seat-list">${lines.map(([text, amount]) => html`<li><span>${text}</span><span>${money(amount, this.currency)}</span></li>`)}</ul>
      <p class="sum"><span>Total</span><strong>${money(this.total, this.currency)}</strong></p></section>`;
  }

  form() {
    return html`<form class="box form" @submit=${this.pay}><h2>Pay by card</h2>
      ${cardFields(this.setup)}
      ${this.proving ? loading('Checking that you are a person. This takes a few seconds…') : nothing}
      ${problemBox(this.problem)}${this.attempts?.() ?? nothing}
      <button class="button big wide" ?disabled=${this.busy || this.total === null}>${this.busy ? 'Paying…' : `Pay ${money(this.total, this.currency)}`}</button>
      <p class="small dim">Your card number goes straight to the payment provider. We never see it.</p></form>`;
  }
}
