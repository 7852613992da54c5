/*
 * Sign-in by authorization code with PKCE. The tokens live in this tab: in memory, and in sessionStorage so that a reload does not
 * sign anybody out.
 */
import {settings} from './config.js';
import {base64url, random, session, unbase64url} from './store.js';

/** Too little time for what a fan may begin now. */
const NEARLY_OVER = 120_000;

let tokens = session.get('tokens');
const listeners = new Set();

export const onChange = listener => listeners.add(listener);

/** The signed-in person, or null: {sub, name, roles, expires}. */
export function person() {
  return tokens && tokens.expires > Date.now() ? tokens : null;
}

export const bearer = () => person()?.access ?? null;
export const hasRole = role => person()?.roles.includes(role) ?? false;

/** The server does not take this token any more. */
export function lapsed(token) {
  if (tokens?.access === token) keep(null);
}

/** Somebody is signed in for a while, or the browser leaves for the sign-in page: then this never returns. */
export async function requirePerson() {
  const who = person();
  if (who && who.expires - Date.now() > NEARLY_OVER) return who;
  await signIn();
  return new Promise(() => {});
}

export async function signIn(back = location.pathname === '/signed-in' ? '/' : location.pathname + location.search) {
  const verifier = random(48);
  const state = random(18);
  const nonce = random(18);
  session.set('sign-in', {verifier, state, nonce, back});
  const {authorization_endpoint} = await discovery();
  const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  location.assign(authorization_endpoint + '?' + new URLSearchParams({
    response_type: 'code', client_id: settings().client_id, redirect_uri: redirectUri(), scope: 'openid profile email',
    state, nonce, code_challenge: challenge, code_challenge_method: 'S256',
  }));
}

/** The browser is back with a code: answers where it came from. */
export async function finishSignIn(query) {
  const begun = session.get('sign-in');
  session.set('sign-in', null);
  if (query.get('error')) throw new Error(query.get('error_description') ?? 'The sign-in was not completed.');
  if (!begun || begun.state !== query.get('state')) throw new Error('This sign-in was not begun here, or is over already.');
  const {token_endpoint} = await discovery();
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', client_id: settings().client_id, code: query.get('code') ?? '',
      redirect_uri: redirectUri(), code_verifier: begun.verifier,
    }),
  });
  if (!response.ok) throw new Error('The sign-in could not be completed.');
  const answer = await response.json();
  if (answer.id_token && claims(answer.id_token).nonce !== begun.nonce) throw new Error('This sign-in belongs to another page.');
  const who = claims(answer.access_token);
  keep({
    access: answer.access_token, id: answer.id_token, sub: who.sub, name: who.preferred_username ?? who.email ?? 'signed in',
    roles: who.roles ?? [], expires: Date.now() + 1000 * (answer.expires_in ?? who.exp - who.iat),
  });
  return begun.back ?? '/';
}

export async function signOut() {
  const {id} = tokens ?? {};
  keep(null);
  const {end_session_endpoint} = await discovery().catch(() => ({}));
  if (end_session_endpoint && id) {
    location.assign(end_session_endpoint + '?' + new URLSearchParams({
      id_token_hint: id, client_id: settings().client_id, post_logout_redirect_uri: location.origin + '/',
    }));
  } else {
    location.assign('/');
  }
}

function keep(found) {
  tokens = found;
  session.set('tokens', found);
  tell();
}

let ending;

/** Tells who asked, now and when the token is over. */
function tell() {
  clearTimeout(ending);
  if (person()) ending = setTimeout(tell, tokens.expires - Date.now() + 1);
  listeners.forEach(listener => listener());
}

tell();

const redirectUri = () => location.origin + '/signed-in';

const claims = jwt => JSON.parse(new TextDecoder().decode(unbase64url(jwt.split('.')[1])));

let discovered;

function discovery() {
  discovered ??= fetch(settings().issuer.replace(/\/$/, '') + '/.well-known/openid-configuration')
    .then(response => (response.ok ? response.json() : Promise.reject(new Error('The sign-in page cannot be reached.'))))
    .catch(failure => {
      discovered = undefined;
      throw failure.name === 'TypeError' ? new Error('The sign-in page cannot be reached. Please try again in a moment.') : failure;
    });
  return discovered;
}
