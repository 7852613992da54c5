/* A fan's visit to one event, kept so that a reload, or tomorrow's look, finds the same place: secret, queue token, access token, hold. */
import {person} from './auth.js';
import {now} from './clock.js';
import {deviceId, local, random, session, sha256, unbase64url} from './store.js';

const slot = event => `visit.${event}.${person()?.sub ?? 'nobody'}`;

export const visit = event => local.get(slot(event)) ?? {};

export function keepVisit(event, changes) {
  const next = {...visit(event), ...changes};
  local.set(slot(event), next);
  return next;
}

/** Forgets the place and the turn; the hold has a life of its own. */
export const forgetPlace = event => keepVisit(event, {secret: null, queue_token: null, access_token: null, access_expires_at: null, first_position: null, draw: null});

/** A presale code on its way from the event's page to its line: gone with the tab, and never in an address. */
export const presaleCode = {
  keep: (event, code) => session.set(`presale.${event}`, code),
  get: event => session.get(`presale.${event}`),
  forget: event => session.set(`presale.${event}`, null),
};

/** What a join shows: the secret itself stays here. */
export async function joinBody(event, presaleCode) {
  let {secret} = visit(event);
  if (!secret) {
    secret = random(32);
    keepVisit(event, {secret});
  }
  return {device_id: deviceId(), secret_hash: await sha256(unbase64url(secret)), ...(presaleCode ? {presale_code: presaleCode} : {})};
}

export function placeHeaders(event) {
  const {queue_token, secret} = visit(event);
  return {'X-Queue-Token': queue_token, 'X-Queue-Secret': secret};
}

/** What holds, quotes and orders show. */
export function passHeaders(event) {
  const {access_token} = visit(event);
  return access_token ? {'X-Access-Token': access_token, 'X-Device-Id': deviceId()} : {};
}

/** Whether the turn still lasts, as far as new holds are concerned. */
export function hasTurn(event) {
  const {access_token, access_expires_at} = visit(event);
  return Boolean(access_token) && Date.parse(access_expires_at) > now();
}
