/* What the browser remembers. A browser that may not keep anything still works until the page is left. */
const spare = new Map();

function kept(storage, key) {
  try {
    return JSON.parse(storage().getItem(key)) ?? spare.get(key) ?? null;
  } catch {
    return spare.get(key) ?? null;
  }
}

function keep(storage, key, value) {
  spare.set(key, value);
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch {
    // kept in memory alone
  }
}

const on = storage => ({get: key => kept(storage, 'bx.' + key), set: (key, value) => keep(storage, 'bx.' + key, value)});

/** Outlives the browser. */
export const local = on(() => localStorage);

/** Lives as long as the tab. */
export const session = on(() => sessionStorage);

/** Random bytes as base64url. */
export function random(bytes) {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

export function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export const unbase64url = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));

export async function sha256(bytes) {
  return base64url(await crypto.subtle.digest('SHA-256', bytes));
}

/** This browser, as the waiting room and the gates know it. */
export function deviceId() {
  let id = local.get('device');
  if (!id) {
    id = 'web-' + random(18);
    local.set('device', id);
  }
  return id;
}

/**
 * The Idempotency-Key of one intention: the same for the same wish, also after a reload or a second click, until the answer
 * is known and `done` is called.
 */
export function intention(name, wish) {
  const text = JSON.stringify(wish);
  const known = local.get('key.' + name);
  const key = known?.wish === text ? known.key : random(18);
  local.set('key.' + name, {wish: text, key});
  return {key, done: () => local.set('key.' + name, null)};
}
