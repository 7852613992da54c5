/* Looks for the number whose hash with the salt is the challenge (ALTCHA v1). Plain arithmetic: subtle.digest is asynchronous, and too slow for millions of calls. */
const K = constants();

function constants() {
  const words = [];
  for (let candidate = 2; words.length < 64; candidate++) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate && prime; divisor++) prime = candidate % divisor !== 0;
    if (prime) words.push(candidate);
  }
  const fraction = (value, root) => ((value ** root % 1) * 2 ** 32) | 0;
  return {rounds: Int32Array.from(words, prime => fraction(prime, 1 / 3)), start: Int32Array.from(words.slice(0, 8), prime => fraction(prime, 1 / 2))};
}

const schedule = new Int32Array(64);

function block(state, view, offset) {
  for (let i = 0; i < 16; i++) schedule[i] = view.getInt32(offset + 4 * i);
  for (let i = 16; i < 64; i++) {
    const x = schedule[i - 15];
    const y = schedule[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[i] = schedule[i - 16] + s0 + schedule[i - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K.rounds[i] + schedule[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

/** The blocks that the salt fills alone are hashed once, not for every number. */
function search({challenge, salt, from, to}) {
  const prefix = new TextEncoder().encode(salt);
  const whole = Math.floor(prefix.length / 64) * 64;
  const start = Int32Array.from(K.start);
  const head = new DataView(prefix.buffer);
  for (let offset = 0; offset < whole; offset += 64) block(start, head, offset);
  const rest = prefix.subarray(whole);
  const wanted = challenge.match(/.{8}/g).map(word => Number.parseInt(word, 16) | 0);
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  const state = new Int32Array(8);
  for (let number = from; number <= to; number++) {
    const digits = String(number);
    const length = rest.length + digits.length;
    const size = length + 9 <= 64 ? 64 : 128;
    bytes.fill(0);
    bytes.set(rest);
    for (let i = 0; i < digits.length; i++) bytes[rest.length + i] = digits.charCodeAt(i);
    bytes[length] = 0x80;
    view.setUint32(size - 4, 8 * (whole + length));
    state.set(start);
    block(state, view, 0);
    if (size === 128) block(state, view, 64);
    if (state[0] === wanted[0] && state.every((word, index) => word === wanted[index])) return number;
  }
  return null;
}

addEventListener('message', message => postMessage(search(message.data)));
