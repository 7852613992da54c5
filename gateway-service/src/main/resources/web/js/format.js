/* How money and times are written. Times are the venue's, whatever zone the reader sits in. */
export const money = (amount, currency) =>
  amount === null || amount === undefined
    ? '–'
    : new Intl.NumberFormat(undefined, {style: 'currency', currency: currency ?? 'EUR'}).format(amount);

export function dateTime(instant, zone) {
  return instant ? written(instant, zone, {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'}) : '–';
}

export const day = (instant, zone) => written(instant, zone, {day: 'numeric'});
export const month = (instant, zone) => written(instant, zone, {month: 'short'});
export const time = (instant, zone) => written(instant, zone, {hour: '2-digit', minute: '2-digit', second: '2-digit'});

/** The zone in words where it is not the reader's own. */
export function zoneNote(zone) {
  return !zone || zone === Intl.DateTimeFormat().resolvedOptions().timeZone ? '' : `venue time, ${zone.replaceAll('_', ' ')}`;
}

function written(instant, zone, parts) {
  try {
    return new Intl.DateTimeFormat(undefined, {...parts, timeZone: zone ?? undefined}).format(new Date(instant));
  } catch {
    return new Intl.DateTimeFormat(undefined, parts).format(new Date(instant));
  }
}

/** 1:05:09 or 4:09. */
export function clockFace(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[0] === 0) parts.shift();
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** About how long, for people. */
export function about(seconds) {
  if (seconds === null || seconds === undefined) return 'not known yet';
  if (seconds < 60) return 'less than a minute';
  if (seconds < 5400) return plural(Math.round(seconds / 60), 'minute');
  if (seconds < 129600) return plural(Math.round(seconds / 3600), 'hour');
  return plural(Math.round(seconds / 86400), 'day');
}

/** The same where room is scarce. */
export function shortTime(seconds) {
  if (seconds === null || seconds === undefined) return '–';
  return seconds < 120 ? `${number(Math.round(seconds))} s` : `${number(Math.round(seconds / 60))} min`;
}

export const plural = (count, word, many = word + 's') => `${number(count)} ${count === 1 ? word : many}`;
export const number = count => new Intl.NumberFormat().format(count ?? 0);

const STATUS = {
  DRAFT: 'Draft', PUBLISHED: 'Coming up', PRESALE: 'Presale', ON_SALE: 'On sale', SOLD_OUT: 'Sold out', ENDED: 'Over',
  CANCELLED: 'Cancelled', POSTPONED: 'Postponed', PENDING: 'In progress', AUTHORIZED: 'In progress', CONFIRMED: 'Confirmed',
  CAPTURED: 'Paid', DECLINED: 'Declined', EXPIRED: 'Expired', VOIDED: 'Not completed', STUCK: 'Being checked',
  CAPTURE_FAILED: 'Payment failed', PARTIALLY_REFUNDED: 'Partly refunded', REFUNDED: 'Refunded', VALID: 'Valid',
  LISTED: 'For resale', TRANSFER_PENDING: 'Being given away', USED: 'Used', REVOKED: 'No longer valid', ACTIVE: 'For sale',
  SOLD: 'Sold', RESERVED: 'Being bought',
};

export const statusWord = status => STATUS[status] ?? String(status ?? '').toLowerCase().replaceAll('_', ' ');

/** Places without a seat are kept as a row of this name. */
export const standing = seat => !seat.row || seat.row === 'GA';

export const seatName = seat =>
  !standing(seat) ? `${seat.section} · row ${seat.row} · seat ${seat.seat_number}` : `${seat.section}${seat.seat_number ? ` · place ${seat.seat_number}` : ''}`;

/** A fee's name as a line of a bill. */
export const feeName = name => name.replaceAll(/[-_]/g, ' ').replace(/^./, letter => letter.toUpperCase());
