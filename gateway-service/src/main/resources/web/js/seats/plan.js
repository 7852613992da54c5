/* The seating plan and who has what: seats as one flat list with a grid for finding what lies under a finger. */
const CELL = 3;

export class Plan {
  constructor(map) {
    this.sections = [];
    this.seats = [];
    this.byId = new Map();
    this.byName = new Map();
    for (const section of map.sections) this.#add(section);
    this.bounds = this.#bounds();
    this.#grid();
  }

  #add(section) {
    const standing = section.kind === 'GA' || !section.rows;
    const entry = {...section, price: Number(section.price), standing, first: this.seats.length, available: 0};
    this.sections.push(entry);
    this.byName.set(entry.section, entry);
    if (standing) return;
    for (const row of section.rows) {
      row.seats.forEach((seat, index) => {
        const known = {
          ...seat, section: section.section, row: row.row, price: entry.price, entry, state: 'X', index: this.seats.length, column: index,
          accessible: seat.flags?.includes('ACCESSIBLE') ?? false, companion: seat.flags?.includes('COMPANION') ?? false,
          restricted: seat.flags?.includes('RESTRICTED_VIEW') ?? false,
        };
        this.seats.push(known);
        this.byId.set(known.seat_id, known);
      });
    }
    entry.count = this.seats.length - entry.first;
  }

  /** Takes the letters of an availability document. */
  take(availability) {
    this.version = availability.version;
    for (const figures of availability.sections) {
      const section = this.byName.get(figures.section);
      if (!section) continue;
      section.available = figures.available;
      if (section.standing || !figures.seats) continue;
      for (let i = 0; i < section.count; i++) this.seats[section.first + i].state = figures.seats[i] ?? 'X';
    }
  }

  /** Takes what changed since a version; answers false when something before that is missing here. */
  change({version, from_version: from, changes, counts}) {
    if (!(from <= this.version)) return false;
    // told twice, or known from a later look
    if (version < this.version) return true;
    this.version = version;
    for (const [name, place, letter] of changes) {
      const section = this.byName.get(name);
      if (section) this.seats[section.first + place].state = letter;
    }
    for (const [name, figures] of Object.entries(counts)) {
      const section = this.byName.get(name);
      if (section) section.available = figures.available;
    }
    return true;
  }

  #bounds() {
    const box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
    for (const {x, y} of this.seats) {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
    return this.seats.length ? {left: box.left - 2, top: box.top - 4, right: box.right + 2, bottom: box.bottom + 2} : {left: -1, top: -1, right: 1, bottom: 1};
  }

  #grid() {
    this.cells = new Map();
    for (const seat of this.seats) {
      const key = cell(seat.x, seat.y);
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(seat);
    }
  }

  /** The seat at a point, or null. */
  at(x, y, reach) {
    let best = null;
    let least = reach;
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const seat of this.cells.get(cell(x + dx * CELL, y + dy * CELL)) ?? []) {
          const distance = Math.hypot(seat.x - x, seat.y - y);
          if (distance <= least) [best, least] = [seat, distance];
        }
      }
    }
    return best;
  }

  /** The nearest seat from another in a direction: what an arrow key means. */
  towards(from, dx, dy) {
    let best = null;
    let least = Infinity;
    for (const seat of this.seats) {
      const along = (seat.x - from.x) * dx + (seat.y - from.y) * dy;
      if (along < 0.05) continue;
      const beside = Math.abs((seat.x - from.x) * dy) + Math.abs((seat.y - from.y) * dx);
      const cost = along + 2.5 * beside;
      if (cost < least) [best, least] = [seat, cost];
    }
    return best;
  }

  firstFree() {
    return this.seats.find(seat => seat.state === 'A') ?? this.seats[0] ?? null;
  }

  /** Where a section's name is written: above its first row. */
  labelOf(section) {
    let [left, right, top] = [Infinity, -Infinity, Infinity];
    for (let i = section.first; i < section.first + section.count; i++) {
      left = Math.min(left, this.seats[i].x);
      right = Math.max(right, this.seats[i].x);
      top = Math.min(top, this.seats[i].y);
    }
    return {x: (left + right) / 2, y: top - 1.3};
  }
}

const cell = (x, y) => `${Math.floor(x / CELL)}:${Math.floor(y / CELL)}`;

export const STATE_WORDS = {A: 'available', R: 'held by somebody', P: 'sold', X: 'not for sale'};

export function describe(seat, price, selected) {
  const notes = [seat.accessible && 'wheelchair place', seat.companion && 'companion seat', seat.restricted && 'restricted view'].filter(Boolean);
  return `${seat.section}, row ${seat.row}, seat ${seat.seat_number}, ${price}, ${selected ? 'selected' : STATE_WORDS[seat.state]}${notes.length ? ', ' + notes.join(', ') : ''}`;
}
