/* The card form. What is typed here goes from this browser straight to the payment provider; we are only told the id it gives. */
import {html, nothing} from './lib.js';
import {get, Problem} from './api.js';
import {fields} from './ui.js';

const TEST_CARDS = [
  ['4242 4242 4242 4242', 'pays'], ['4000 0000 0000 9995', 'not enough money'], ['4000 0000 0000 0002', 'declined'], ['4000 0000 0000 9979', 'stolen: seats are lost'],
];

let config;

export async function paymentConfig(signal) {
  config ??= (await get('/payment-config', {signal, anonymous: true})).data;
  return config;
}

/** The fields; `test` shows the numbers that exist where no real money is. */
export function cardFields(setup) {
  return html`
    <label>Card number<input name="number" required inputmode="numeric" autocomplete="cc-number" placeholder="1234 1234 1234 1234" maxlength="23" pattern="[0-9 ]{12,23}" @input=${grouped}></label>
    <div class="form-row"><label>Expires (MM/YY)<input name="expiry" required inputmode="numeric" autocomplete="cc-exp" placeholder="MM/YY" maxlength="7" pattern="[0-9]{1,2} ?/ ?([0-9]{2}|[0-9]{4})" title="Month and year, such as 04/30" @input=${slashed}></label>
      <label>Security code<input name="cvc" required inputmode="numeric" autocomplete="cc-csc" placeholder="CVC" maxlength="4" pattern="[0-9]{3,4}"></label></div>
    <label>Name on the card<input name="name" autocomplete="cc-name"></label>
    ${setup?.publishable_key?.startsWith('pk_test_') ? html`<details class="hint"><summary>This is a test shop: use a test card</summary>
      <ul class="plain">${TEST_CARDS.map(([number, does]) => html`<li><button type="button" class="chip" @click=${fill(number)}>${number}</button> <span class="dim">${does}</span></li>`)}</ul></details>` : nothing}`;
}

const fill = number => click => {
  const {elements} = click.target.closest('form');
  elements.number.value = number;
  elements.expiry.value = '12/34';
  elements.cvc.value = '123';
};

function grouped({target, inputType}) {
  if (inputType?.startsWith('delete')) return;
  target.value = target.value.replace(/\D/g, '').replace(/(.{4})(?=.)/g, '$1 ').slice(0, 23);
}

function slashed({target, inputType}) {
  if (!inputType?.startsWith('delete') && /^\d\d$/.test(target.value)) target.value += '/';
}

/** Makes a payment method at the provider and answers its id. */
export async function paymentMethod(form, signal) {
  const {number, expiry, cvc, name} = fields(form);
  const [month, year] = expiry.split('/').map(part => part.trim());
  const {base_url, publishable_key} = await paymentConfig(signal);
  const body = new URLSearchParams({type: 'card', 'card[number]': number.replaceAll(' ', ''), 'card[exp_month]': String(Number(month)), 'card[exp_year]': year, 'card[cvc]': cvc});
  if (name) body.set('billing_details[name]', name);
  let response;
  try {
    response = await fetch(base_url.replace(/\/$/, '') + '/v1/payment_methods', {method: 'POST', body, signal, headers: {Authorization: 'Bearer ' + publishable_key}});
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Problem(0, {code: 'card', detail: 'The payment provider cannot be reached. Nothing was charged. Please try again in a moment.'}, null);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, {code: 'card', detail: answer.error?.message ?? 'Please check the card.'}, null);
  return answer.id;
}
