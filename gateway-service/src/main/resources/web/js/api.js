/*
 * Calls of the public API. Refusals are thrown as Problem. What may be repeated (reads, and writes that carry a key or are named
 * repeatable) is repeated after broken connections and 503/504, with the pause the answer asks for.
 */
import {bearer, lapsed} from './auth.js';
import {learn} from './clock.js';
import {connection} from './connection.js';

const TRIES = 4;
const LONGEST_PAUSE = 15_000;

export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail ?? body.title ?? body.code ?? 'The request failed.');
    Object.assign(this, {status, code: body.code ?? `http-${status}`, body, retryAfter});
  }
}

export const get = (path, options) => call('GET', path, options);
export const post = (path, body, options) => call('POST', path, {...options, body});
export const put = (path, body, options) => call('PUT', path, {...options, body, repeatable: true});
export const remove = (path, options) => call('DELETE', path, {...options, repeatable: true});

/** Answers {status, data, headers}. */
export async function call(method, path, options = {}) {
  const repeatable = method === 'GET' || options.repeatable || Boolean(options.key);
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await once(method, path, options);
      connection.works();
      return answer;
    } catch (failure) {
      if (options.signal?.aborted) throw failure;
      const pause = pauseAfter(failure, attempt);
      if (failure.code === 'offline' || failure.code === 'service-unavailable') connection.fails(failure, repeatable ? pause : null);
      else connection.works();
      if (!repeatable || pause === null || attempt === TRIES) throw failure;
      await wait(pause, options.signal);
    }
  }
}

function pauseAfter(failure, attempt) {
  const passing = ['offline', 'service-unavailable', 'shard-unavailable', 'idempotency-key-in-use', 'rate-limited'];
  if (!passing.includes(failure.code)) return null;
  const told = failure.retryAfter === null ? 400 * 2 ** attempt : failure.retryAfter * 1000;
  return told > LONGEST_PAUSE ? null : told + Math.random() * 300;
}

async function once(method, path, {body, headers, key, anonymous, accept, signal, cached}) {
  const token = anonymous ? null : bearer();
  const all = {Accept: accept ?? 'application/json', ...headers};
  if (token) all.Authorization = 'Bearer ' + token;
  if (body !== undefined) all['Content-Type'] = 'application/json';
  if (key) all['Idempotency-Key'] = key;
  const sent = Date.now();
  let response;
  try {
    response = await fetch('/api/v1' + path, {
      method, headers: all, signal, cache: cached ? 'default' : 'no-store', body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Problem(0, {code: 'offline', detail: 'The box office cannot be reached.'}, null);
  }
  if (!cached) learn(response, sent, Date.now());
  if (response.ok) {
    return {status: response.status, headers: response.headers, data: await read(response, accept)};
  }
  if (response.status === 401 && token) lapsed(token);
  throw await problem(response);
}

async function read(response, accept) {
  if (response.status === 204) return null;
  if (accept && accept !== 'application/json') return response.blob();
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

async function problem(response) {
  const body = await response.json().catch(() => ({}));
  const unavailable = [502, 503, 504].includes(response.status) && !body.code;
  const after = Number.parseFloat(response.headers.get('Retry-After') ?? '');
  return new Problem(response.status, unavailable ? {...body, code: 'service-unavailable'} : body, Number.isNaN(after) ? null : after);
}

export function wait(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('left', 'AbortError'));
    }, {once: true});
  });
}

/** Fetches a document with the caller's token and hands it to the browser as a download. */
export async function download(path, name, signal) {
  const {data} = await get(path, {accept: 'application/pdf', signal});
  save(data, name);
}

/** Hands bytes to the browser as a download. */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
