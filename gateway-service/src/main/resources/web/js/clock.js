/*
 * What time it is at the box office. Every answer with a fresh Date header says that its second lay between our sending and
 * our receiving; the cut of all these windows is narrower than any one of them.
 */
let low = -Infinity;
let high = Infinity;

export function learn(response, sent, received) {
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (Number.isNaN(date)) return;
  const at = date + 1000 * Number(response.headers.get('Age') ?? 0);
  const least = at - received;
  const most = at + 1000 - sent;
  if (least > high || most < low) {
    [low, high] = [least, most];
  } else {
    [low, high] = [Math.max(low, least), Math.min(high, most)];
  }
}

export const now = () => Date.now() + (Number.isFinite(low + high) ? (low + high) / 2 : 0);

/** Milliseconds until an instant, never less than nought. */
export const until = instant => Math.max(0, Date.parse(instant) - now());
