/*
 * One attempt to buy. What is sent is kept before it is sent, with its key, until the answer is known: a reload in the middle
 * sends the very same again and gets the one order's answer; a second click finds the first at work.
 */
import {post} from './api.js';
import {withClearance} from './challenge.js';
import {local, random} from './store.js';

const slot = what => 'purchase.' + what;

export const unanswered = what => local.get(slot(what));

/**
 * @param what names the hold or listing
 * @param path where the order is placed
 * @param headers what else the call shows
 */
export async function buy({what, path, event, body, headers = {}, signal, onWork}) {
  const attempt = unanswered(what) ?? {key: random(18), body};
  local.set(slot(what), attempt);
  try {
    const answer = await withClearance(event, 'order', clearance => post(path, attempt.body, {key: attempt.key, headers: {...headers, ...clearance}, signal}), {signal, onWork});
    local.set(slot(what), null);
    return answer.data;
  } catch (failure) {
    // a definite no ends the attempt; anything else may have been carried out and is asked for again with the same key
    if (failure.status >= 400 && failure.status < 500 && !['idempotency-key-in-use', 'challenge-required', 'unauthenticated', 'rate-limited'].includes(failure.code)) local.set(slot(what), null);
    throw failure;
  }
}
