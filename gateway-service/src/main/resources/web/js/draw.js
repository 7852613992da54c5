/*
 * Checks a draw in the fan's own browser, as docs/draw.md lays it down: that the seed is the one promised, that the fan is among
 * those drawn, and that the place is the one the draw gives.
 */
const ROUNDS = 8;

const bytes = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));
const hex = data => [...data].map(byte => byte.toString(16).padStart(2, '0')).join('');
const uuid = id => bytes(id.replaceAll('-', ''));
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', joined(parts)));

function joined(parts) {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function uint64(number) {
  const data = new Uint8Array(8);
  new DataView(data.buffer).setBigUint64(0, BigInt(number));
  return data;
}

async function hmac(key, ...parts) {
  const secret = await crypto.subtle.importKey('raw', key, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', secret, joined(parts)));
}

/** What a join is in the tree. */
export const leaf = (event, index, user) => sha256(Uint8Array.of(0), uuid(event), uint64(index), uuid(user));

/** The root that a leaf and its audit path lead to (RFC 9162, 2.1.3.2), or null where the path is none. */
async function rootOf(node, index, size, path) {
  let at = index;
  let last = size - 1;
  let hash = node;
  for (const sibling of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = await sha256(Uint8Array.of(1), sibling, hash);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await sha256(Uint8Array.of(1), hash, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

/** The place that the draw gives to an index: a keyed permutation of [0, size). */
export async function place(key, index, size) {
  const half = Math.max(1, Math.ceil((32 - Math.clz32(size - 1)) / 2));
  const low = 2 ** half;
  let value = index;
  do {
    let [left, right] = [Math.floor(value / low), value % low];
    for (let round = 0; round < ROUNDS; round++) {
      const mixed = new DataView((await sha256(key, Uint8Array.of(round), uint64(right))).buffer).getBigUint64(0);
      [left, right] = [right, (left ^ Number(mixed % BigInt(low))) >>> 0];
    }
    value = left * low + right;
  } while (value >= size);
  return value;
}

/** [[what was checked, whether it holds]]; `user` may be missing. */
export async function check(draw, user) {
  const [seed, root, key] = [draw.seed, draw.root, draw.draw_key].map(bytes);
  const found = [
    ['The seed is the one that was promised before the lobby opened', hex(await sha256(seed)) === draw.commitment],
    ['The draw follows from the seed and everybody who took part', hex(await hmac(seed, root, new TextEncoder().encode(draw.beacon?.value ?? ''))) === draw.draw_key],
  ];
  const {proof} = draw;
  if (!proof) return found;
  if (user) found.push(['Your account is behind this draw number', hex(await leaf(draw.event_id, proof.join_index, user)) === proof.leaf]);
  const reached = await rootOf(bytes(proof.leaf), proof.join_index, draw.participants, proof.path.map(bytes));
  found.push(['This draw number took part', reached !== null && hex(reached) === draw.root]);
  found.push(['The place is the one the draw gives', (await place(key, proof.join_index, draw.participants)) === proof.position]);
  return found;
}
