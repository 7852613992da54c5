/*
 * Proves to the box office that this is worth its while: solves a proof of work and keeps the clearance for its ten minutes.
 */
import {post} from './api.js';
import {now} from './clock.js';
import {deviceId, session} from './store.js';
import {announce} from './ui.js';

const slot = (event, purpose) => `clearance.${event}.${purpose}`;

function clearance(event, purpose) {
  const kept = session.get(slot(event, purpose));
  return kept && Date.parse(kept.expires_at) > now() + 5000 ? kept.clearance : null;
}

/** Headers that show what was proved already. */
export function cleared(event, purpose) {
  const kept = clearance(event, purpose);
  return kept ? {'X-Clearance': kept} : {};
}

/** Makes the call; when a challenge is asked for, solves it and makes the call once more. `onWork(true|false)` frames the work. */
export async function withClearance(event, purpose, call, {signal, onWork = () => {}} = {}) {
  try {
    return await call(cleared(event, purpose));
  } catch (failure) {
    if (failure.code !== 'challenge-required') throw failure;
    const asked = failure.body.purpose ?? purpose;
    await solve(event, asked, {signal, onWork});
    return await call(cleared(event, asked));
  }
}

export async function solve(event, purpose, {signal, onWork = () => {}} = {}) {
  session.set(slot(event, purpose), null);
  onWork(true);
  announce('Checking that you are a person. This takes a few seconds.');
  try {
    const {data: challenge} = await post('/challenges', {purpose, event_id: event, device_id: deviceId(), type: 'pow'}, {signal, repeatable: true});
    const number = await work(challenge.pow, signal);
    const {data: answer} = await post(`/challenges/${challenge.challenge_id}/solutions`, {number}, {signal});
    session.set(slot(event, purpose), answer);
  } finally {
    onWork(false);
  }
}

/** Splits the numbers among as many workers as the machine has to spare. */
export function work({challenge, salt, maxnumber}, signal) {
  const count = Math.max(1, Math.min(4, (navigator.hardwareConcurrency ?? 2) - 1));
  const share = Math.ceil((maxnumber + 1) / count);
  const workers = Array.from({length: count}, () => new Worker(new URL('./pow-worker.js', import.meta.url), {type: 'module'}));
  const found = new Promise((resolve, reject) => {
    let open = count;
    workers.forEach((worker, index) => {
      worker.onmessage = ({data}) => {
        open--;
        if (data !== null) resolve(data);
        else if (open === 0) reject(new Error('The check could not be solved. Please try again.'));
      };
      worker.onerror = () => reject(new Error('This browser could not run the check.'));
      worker.postMessage({challenge, salt, from: index * share, to: Math.min(maxnumber, (index + 1) * share - 1)});
    });
    signal?.addEventListener('abort', () => reject(new DOMException('left', 'AbortError')), {once: true});
  });
  return found.finally(() => workers.forEach(worker => worker.terminate()));
}
