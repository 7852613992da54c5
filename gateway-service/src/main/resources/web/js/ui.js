/* What pages are made of. */
import {html, nothing, render} from './lib.js';
import {person, signIn} from './auth.js';
import {clockFace, statusWord} from './format.js';
import {words} from './problems.js';
import {until} from './clock.js';

/** A page, or a part of one: state in fields, `template()` says how it looks, `update()` after every change. */
export class View {
  #due = false;

  constructor(root, signal) {
    this.root = root;
    this.signal = signal;
    this.problem = null;
    this.busy = false;
  }

  update() {
    if (this.#due || this.signal.aborted) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      if (!this.signal.aborted) {
        render(this.template(), this.root);
        this.drawn?.();
      }
    });
  }

  /** Calls again and again until the page is left. */
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds);
    this.signal.addEventListener('abort', () => clearInterval(timer), {once: true});
    return timer;
  }

  after(milliseconds, work) {
    const timer = setTimeout(() => this.signal.aborted || work(), milliseconds);
    this.signal.addEventListener('abort', () => clearTimeout(timer), {once: true});
    return timer;
  }

  /** One piece of work at a time; what it throws is shown, not lost. */
  async run(work) {
    if (this.busy) return undefined;
    this.busy = true;
    this.problem = null;
    this.update();
    try {
      return await work();
    } catch (failure) {
      if (this.signal.aborted) return undefined;
      this.problem = failure;
      return undefined;
    } finally {
      this.busy = false;
      this.update();
    }
  }
}

export function announce(text) {
  document.getElementById('announcer').textContent = text;
}

export const loading = (text = 'Loading…') => html`<p class="loading" role="status"><span class="spinner" aria-hidden="true"></span>${text}</p>`;

export function problemBox(failure, retry) {
  if (!failure) return nothing;
  const {title, advice, reference} = words(failure);
  return html`<div class="box bad" role="alert">
    <p class="box-title">${title}</p>
    <p>${advice}</p>
    ${reference ? html`<p class="dim small">Reference ${reference}</p>` : nothing}
    ${failure.code === 'unauthenticated' || (failure.status === 401 && !person())
      ? html`<button class="button" @click=${() => signIn()}>Sign in again</button>`
      : retry ? html`<button class="button quiet" @click=${retry}>Try again</button>` : nothing}
  </div>`;
}

export const empty = (title, text, more = nothing) => html`<div class="empty"><p class="empty-title">${title}</p><p class="dim">${text}</p>${more}</div>`;

const TONES = {
  ON_SALE: 'good', PRESALE: 'good', CONFIRMED: 'good', CAPTURED: 'good', VALID: 'good', ACTIVE: 'good', SOLD_OUT: 'bad', CANCELLED: 'bad',
  DECLINED: 'bad', CAPTURE_FAILED: 'bad', REVOKED: 'bad', POSTPONED: 'warn', PENDING: 'warn', AUTHORIZED: 'warn', STUCK: 'warn', LISTED: 'warn',
};

export const badge = status => html`<span class="badge ${TONES[status] ?? ''}">${statusWord(status)}</span>`;

export const backLink = (href, text) => html`<p class="back"><a href=${href}>‹ ${text}</a></p>`;

/** Time left until an instant; the bar shrinks with it. */
export function timeLeft(instant, wholeSeconds, label) {
  const left = until(instant);
  return html`<div class="timeleft ${left < 60_000 ? 'short' : ''}">
    <span>${label}</span> <strong class="figures">${clockFace(left)}</strong>
    ${wholeSeconds ? html`<progress max=${wholeSeconds} .value=${left / 1000} aria-label=${label}></progress>` : nothing}
  </div>`;
}

/** A colour and a pattern that an event keeps, for events without a picture. */
export function placeholder(event) {
  let hash = 7;
  for (const letter of String(event.event_id ?? event.name)) hash = (hash * 31 + letter.codePointAt(0)) >>> 0;
  return html`<div class="poster tone-${hash % 6}" aria-hidden="true"><span>${initials(event.name)}</span></div>`;
}

export function poster(event) {
  const image = event.images?.[0];
  return image ? html`<img class="poster" src=${image.startsWith('/') || image.startsWith('http') ? image : '/api/v1/images/' + image} alt="" loading="lazy">` : placeholder(event);
}

const initials = name => (String(name ?? '').match(/[\p{L}\p{N}]+/gu) ?? ['?']).slice(0, 2).map(word => word[0].toUpperCase()).join('');

/** The value of each named field of a form, empty ones left out. */
export function fields(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]).filter(([, value]) => value !== ''));
}
