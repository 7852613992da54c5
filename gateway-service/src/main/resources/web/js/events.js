/* Reads of events that several pages share. */
import {get} from './api.js';

const names = new Map();

export async function event(id, signal) {
  const {data} = await get(`/events/${id}`, {signal});
  return data;
}

/** The same, remembered for as long as the page lives: for lists in which an event only needs its name. */
export function eventOnce(id) {
  if (!names.has(id)) names.set(id, event(id).catch(() => {
    names.delete(id);
    return {event_id: id, name: 'Event', images: []};
  }));
  return names.get(id);
}

export const zone = found => found.time_zone ?? found.venue?.time_zone;
export const place = found => [found.venue?.name ?? found.venue_name, found.venue?.address?.city ?? found.city].filter(Boolean).join(', ');

export function priceFrom(found) {
  const prices = (found.pricing_tiers ?? []).map(tier => Number(tier.price));
  return found.price_from ?? found.min_price ?? (prices.length ? Math.min(...prices) : null);
}

/** Fetches page after page of a list into a view: `items`, `cursor`, `more()`. */
export class Pages {
  constructor(path, parameters = {}) {
    Object.assign(this, {path, parameters, items: null, cursor: null});
  }

  async next(signal) {
    const query = new URLSearchParams(Object.entries(this.parameters).filter(([, value]) => value));
    if (this.cursor) query.set('cursor', this.cursor);
    const {data} = await get(this.path + (query.size ? '?' + query : ''), {signal});
    this.items = [...(this.items ?? []), ...data.items];
    this.cursor = data.next_cursor ?? null;
  }
}
