/* What a refusal means to a person, and what to do about it. Switches on `code`; the server's own words are the fallback. */
import {dateTime, money} from './format.js';

const WORDS = {
  'offline': ['You seem to be offline', 'Check your connection. Nothing is lost: we try again by ourselves.'],
  'service-unavailable': ['A part of the box office does not answer', 'Please try again in a moment.'],
  'shard-unavailable': ['This event cannot be reached right now', 'Please try again in a moment. Seats you hold stay yours.'],
  'not-found': ['Not found', 'It does not exist, or it belongs to somebody else.'],
  'event-not-found': ['This event has no sale yet', 'Look again in a moment.'],
  'unauthenticated': ['You are signed out', 'Sign in again; your place and your seats are kept.'],
  'forbidden': ['That is not for this account', 'Sign in with an account that has the right role.'],
  'rate-limited': ['That was a lot of requests', p => `Please wait ${seconds(p)} and try again.`],
  'poll-too-soon': ['Too soon', 'Your place is kept. We ask again in a moment.'],
  'idempotency-key-in-use': ['Still working on it', 'Your first click is being carried out. Please wait.'],
  'idempotency-key-reused': ['This was tried before with other details', 'Please start this step again.'],
  'validation-failed': ['Something is not filled in right', p => faults(p)],
  'malformed-json': ['The request was not understood', 'Please reload the page.'],
  'account-blocked': ['This account cannot buy right now', 'Our support can explain why, and lift it.'],
  'challenge-required': ['We need to check that you are a person', 'This takes your device a few seconds.'],
  'challenge-expired': ['The check took too long', 'Please try again.'],
  'challenge-failed': ['The check did not succeed', 'Please try again.'],
  'queue-not-open': ['The waiting room is not open yet', p => (p.body.opens_at ? `It opens ${dateTime(p.body.opens_at)}.` : 'Come back a little later.')],
  'queue-closed': ['The queue is closed', 'All tickets are gone, or the sale is over. We can tell you when seats come back.'],
  'queue-token-invalid': ['Your place could not be found', 'Join again to get a new one.'],
  'queue-secret-wrong': ['This place belongs to another browser', 'Join again here, or go on where you began.'],
  'presale-code-required': ['This is a presale', 'Enter your presale code to join.'],
  'presale-code-invalid': ['This presale code is not known', 'Check it for typing mistakes.'],
  'presale-code-used': ['This presale code was used already', 'Each code works once.'],
  'no-presale': ['This event has no presale', 'Only an event with a presale date has codes.'],
  'presale-codes-exhausted': ['No codes are left', 'This event has had as many codes as it can have.'],
  'draw-not-found': ['There was no draw', 'Places of this event are not drawn.'],
  'draw-not-drawn': ['Not drawn yet', 'Places are drawn when the sale opens.'],
  'access-token-required': ['It is not your turn yet', 'Join the queue first.'],
  'access-token-invalid': ['Your turn could not be confirmed', 'Join the queue again.'],
  'access-token-expired': ['Your time for choosing seats is over', 'Join the queue again to choose anew.'],
  'access-token-revoked': ['Your turn has ended', 'It was used, given up, or taken over on another device. Join the queue again.'],
  'wrong-device': ['Your turn belongs to another device', 'Go on where you joined, or join again here.'],
  'seat-taken': ['Someone was faster', 'At least one of these seats is gone. Take one of the offers, or choose anew.'],
  'no-seats': ['No seats fit this wish', 'Try fewer tickets, another section or a higher price.'],
  'hold-exists': ['You hold seats already', 'Pay for them or release them first.'],
  'sale-not-open': ['The sale has not begun', p => (p.body.opens_at ? `It begins ${dateTime(p.body.opens_at)}.` : 'Come back a little later.')],
  'ticket-limit': ['That is more than one person may have', p => `At most ${p.body.limit} tickets each; you have ${p.body.used ?? 0}.`],
  'orphan-seat': ['This would leave a single seat alone', 'Take it as well, or move by one seat.'],
  'unknown-seat': ['These seats do not exist here', 'Reload the page and choose anew.'],
  'hold-in-checkout': ['These seats are being paid for', 'Wait for the payment to end.'],
  'hold-expired': ['Your seats are no longer held', 'The time ran out or they were released. Choose again.'],
  'price-changed': ['The price has changed', p => `The total is now ${money(p.body.total_amount, p.body.currency)}. Look at it before you pay.`],
  'order-in-progress': ['A purchase of these is under way', 'Look at that order first.'],
  'payment-declined': ['The payment was declined', p => declined(p.body.decline_code)],
  'purchase-velocity': ['Too many purchases in a short time', 'Please wait a few minutes.'],
  'card-number-refused': ['Card numbers never come to us', 'Reload the page and use the card form.'],
  'price-above-cap': ['That is above the fair price', p => `You may ask at most ${money(p.body.cap, p.body.currency)} each.`],
  'ticket-not-listable': ['This ticket cannot be put up for resale', 'It was used, or is part of another sale or refund.'],
  'own-listing': ['This is your own offer', 'You can take it back on the page of the ticket.'],
  'listing-in-checkout': ['Somebody is buying this right now', 'Try again in a few minutes.'],
  'resale-not-allowed': ['Tickets of this event cannot be sold on', 'The organiser does not allow it.'],
  'event-over': ['This event has begun or was cancelled', 'Nothing can be bought or sold for it any more.'],
  'event-not-published': ['Not published yet', 'Publish the event first, and wait until its seats are there.'],
  'event-cancelled': ['This event was cancelled', 'That is final.'],
  'event-ended': ['This event is over', 'It cannot be changed any more.'],
  'not-editable': ['Too late to change that', 'The event is published; these details are fixed.'],
  'unknown-venue': ['This venue is not known', 'Choose another one, or make a new one.'],
  'no-date-ahead': ['The date must lie ahead', 'Choose a date in the future.'],
  'listing-gone': ['This offer is gone', 'Somebody bought it, or the seller took it back. Nothing was charged.'],
  'already-refunded': ['This was refunded before', 'Nothing more is to be done.'],
  'ticket-used': ['This ticket was used at the gate', 'It cannot be sold or refunded.'],
  'ticket-revoked': ['This ticket is no longer valid', 'It was refunded, sold or replaced.'],
  'email-missing': ['We do not know where to write to', 'Add an e-mail address to your account and sign in again.'],
  'ticket-locked': ['Something else is under way with this ticket', 'Try again in a few minutes.'],
  'currency-unsupported': ['This currency is not supported', 'Use a currency with two decimals, such as EUR.'],
  'not-available-yet': ['Not available yet', 'This part of Boxoffice is still being built.'],
  'card': ['The card was not accepted', null],
};

const DECLINES = {
  insufficient_funds: 'There is not enough money on this card. Use another one.',
  stolen_card: 'The bank refuses this card. Use another one.',
  lost_card: 'The bank refuses this card. Use another one.',
  fraudulent: 'The bank refuses this card. Use another one.',
  expired_card: 'This card has expired. Use another one.',
  incorrect_cvc: 'The security code was wrong. Check it and try again.',
  processing_error: 'The bank had a problem. Try again in a moment.',
};

const declined = code => DECLINES[code] ?? 'The bank said no without a reason. Nothing was charged. Try again or use another card.';
const seconds = problem => (problem.retryAfter ? `${Math.ceil(problem.retryAfter)} seconds` : 'a moment');

function faults(problem) {
  const errors = problem.body.errors ?? [];
  return errors.length === 0
    ? problem.message
    : errors.map(error => `${String(error.pointer ?? error.field ?? '').replace(/^[#/]+/, '').replaceAll('/', ' › ').replaceAll('_', ' ')}: ${error.detail ?? error.message ?? 'not valid'}`).join(' ');
}

/** {title, advice, reference} of anything that was thrown. */
export function words(failure) {
  const known = WORDS[failure.code];
  const advice = known && (typeof known[1] === 'function' ? known[1](failure) : known[1]);
  return {
    title: known?.[0] ?? (failure.status >= 500 ? 'Something went wrong on our side' : failure.body?.title ?? 'That did not work'),
    advice: advice ?? (failure.message || 'Please try again.'),
    reference: failure.status >= 500 || !known ? failure.body?.request_id : null,
  };
}
