/* The live figures of a sale, whatever of them is known. */
import {html, nothing} from './lib.js';
import {about, money, number} from './format.js';

const NAMES = {
  tickets_sold: 'Tickets sold', tickets_per_minute: 'Sold per minute', revenue: 'Revenue', gross_revenue: 'Revenue', refunded: 'Refunded', orders: 'Orders', orders_confirmed: 'Orders', average_wait_seconds: 'Average wait',
  checkout_success_rate: 'Checkouts that succeed', joined: 'Joined the line', admitted: 'Let in', held: 'Held seats', purchased: 'Bought', scanned: 'Scanned', listed: 'Offered for resale', resold: 'Resold', abandoned: 'Gave up waiting',
};

export function figures(summary, event) {
  if (!summary) return nothing;
  const currency = summary.currency ?? event?.currency;
  const known = Object.entries(summary).filter(([, value]) => typeof value === 'number');
  const funnel = Object.entries(summary.funnel ?? {}).filter(([, value]) => typeof value === 'number');
  return html`<section class="box"><h2>Live figures</h2>
    <dl class="tiles">${known.map(([name, value]) => html`<div><dt>${nameOf(name)}</dt><dd class="figures">${written(name, value, currency)}</dd></div>`)}</dl>
    ${funnel.length ? html`<h3>From line to ticket</h3><ul class="bars">${funnel.map(([name, value]) => html`<li><span>${nameOf(name)}</span><meter min="0" max=${Math.max(1, ...funnel.map(([, each]) => each))} .value=${value}></meter><span class="figures">${number(value)}</span></li>`)}</ul>` : nothing}</section>`;
}

const nameOf = name => NAMES[name] ?? name.replaceAll('_', ' ').replace(/^./, letter => letter.toUpperCase());

function written(name, value, currency) {
  if (/revenue|amount|refunded_total/.test(name)) return money(value, currency);
  if (/rate|ratio/.test(name) && value <= 1) return `${Math.round(value * 100)} %`;
  if (/seconds/.test(name)) return about(value);
  return number(Math.round(value * 10) / 10);
}
