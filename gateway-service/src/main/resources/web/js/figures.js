/* The live figures of a sale, as analytics counts them. */
import {html, nothing} from './lib.js';
import {money, number, shortTime} from './format.js';

const FUNNEL = {joined: 'Joined the line', admitted: 'Let in', held: 'Held seats', ordered: 'Ordered', confirmed: 'Bought', captured: 'Paid', scanned: 'At the gate'};

export function figures(summary, event) {
  if (!summary) return nothing;
  const currency = summary.currency ?? event?.currency;
  const {orders = {}, wait = {}, queue = {}, bots = {}, refunds = {}, resale = {}, funnel = {}} = summary;
  const ended = ['confirmed', 'declined', 'expired', 'voided'].some(end => orders[end] > 0);
  const tiles = [
    ['Tickets sold', number(summary.tickets_sold)], ['Revenue', money(summary.revenue, currency)],
    ['Checkouts that succeed', !ended || summary.checkout_success_rate == null ? '–' : `${Math.round(summary.checkout_success_rate * 100)} %`],
    ['Average wait', funnel.admitted > 0 ? shortTime(wait.average_seconds) : '–'],
    ['Payments declined', number(orders.declined)], ['Gave up waiting', number(queue.abandoned)], ['Checked for bots', number(bots.challenged)],
    ['Sold on by fans', `${number(resale.sold)} of ${number(resale.listed)}`], ['Refunds', number(refunds.count)],
    ['Money given back', money(refunds.amount ?? 0, currency)],
  ];
  const most = Math.max(1, ...Object.values(funnel));
  return html`<section class="box"><h2>Live figures</h2>
    <dl class="tiles">${tiles.map(([name, value]) => html`<div><dt>${name}</dt><dd class="figures">${value}</dd></div>`)}</dl>
    <h3>From line to gate</h3><ul class="bars">${Object.entries(FUNNEL).map(([name, text]) => html`<li><span>${text}</span><meter min="0" max=${most} .value=${funnel[name] ?? 0} aria-label=${text}></meter><span class="figures">${number(funnel[name])}</span></li>`)}</ul></section>`;
}
