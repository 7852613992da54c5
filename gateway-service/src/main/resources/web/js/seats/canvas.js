/*
 * The plan on a canvas: thousands of seats are drawn in a few milliseconds, which as many elements are not. Drag, pinch, wheel and
 * keys move it; shapes as well as colours tell the states apart.
 */
const RADIUS = 0.4;
const MOST_ZOOM = 44;
const CLICK_REACH = 6;
/** Pixels at the right that the buttons take. */
const TOOLS = 56;

export class SeatCanvas {
  #frame = 0;
  #pointers = new Map();
  #moved = 0;
  #pinch = 0;

  constructor(canvas, plan, {onToggle, onCursor, isSelected, isLost, signal}) {
    Object.assign(this, {canvas, plan, onToggle, onCursor, isSelected, isLost});
    this.context = canvas.getContext('2d');
    this.cursor = null;
    const on = (type, work, options) => canvas.addEventListener(type, work, {signal, ...options});
    on('pointerdown', this.#down);
    on('pointermove', this.#move);
    on('pointerup', this.#up);
    on('pointercancel', this.#cancel);
    on('wheel', this.#wheel, {passive: false});
    on('keydown', this.#key);
    on('focus', () => this.cursor ?? this.moveTo(plan.firstFree()));
    on('blur', () => this.draw());
    this.watcher = new ResizeObserver(() => this.#resize());
    this.watcher.observe(canvas);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', () => this.#colours(), {signal});
    signal.addEventListener('abort', () => this.watcher.disconnect(), {once: true});
    this.#colours();
  }

  #colours() {
    const style = getComputedStyle(this.canvas);
    const named = name => style.getPropertyValue(name).trim();
    this.colours = {
      taken: named('--seat-taken'), lost: named('--bad'), selected: named('--seat-selected'), ink: named('--ink'), dim: named('--dim'), mark: named('--on-accent'),
      tiers: [0, 1, 2, 3, 4].map(index => named(`--tier-${index}`)), focus: named('--focus'), stage: named('--line'),
    };
    this.draw();
  }

  #resize() {
    const {width, height} = this.canvas.getBoundingClientRect();
    if (!width || !height) return;
    const ratio = devicePixelRatio || 1;
    const first = !this.size;
    Object.assign(this, {size: {width, height}, ratio});
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    if (first || !this.touched) this.fit();
    else this.draw();
  }

  fit() {
    const {left, right, top, bottom} = this.plan.bounds;
    this.touched = false;
    const width = this.size.width - TOOLS;
    this.least = Math.min(width / (right - left), this.size.height / (bottom - top));
    this.scale = Math.min(this.least, MOST_ZOOM);
    this.x = width / 2 - this.scale * (left + right) / 2;
    this.y = this.size.height / 2 - this.scale * (top + bottom) / 2;
    this.draw();
  }

  zoom(factor, x = this.size.width / 2, y = this.size.height / 2) {
    const next = Math.min(MOST_ZOOM, Math.max(this.least * 0.8, this.scale * factor));
    this.x = x - (x - this.x) * next / this.scale;
    this.y = y - (y - this.y) * next / this.scale;
    this.scale = next;
    this.touched = true;
    this.draw();
  }

  draw() {
    if (this.#frame || !this.size) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #paint() {
    const {context: pen, ratio, scale, size} = this;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, size.width, size.height);
    this.#stage(pen);
    const radius = Math.max(1.4, RADIUS * scale);
    for (const seat of this.plan.seats) {
      const x = this.x + scale * seat.x;
      const y = this.y + scale * seat.y;
      if (x < -radius || y < -radius || x > size.width + radius || y > size.height + radius) continue;
      this.#seat(pen, seat, x, y, radius);
    }
    this.#names(pen);
    if (this.cursor && document.activeElement === this.canvas) this.#ring(pen, this.cursor, radius);
  }

  #stage(pen) {
    const {left, right, top} = this.plan.bounds;
    const width = Math.min(right - left, 22) * this.scale;
    const x = this.x + this.scale * (left + right) / 2 - width / 2;
    const y = this.y + this.scale * (top + 0.4);
    pen.fillStyle = this.colours.stage;
    pen.beginPath();
    pen.roundRect(x, y, width, Math.max(8, this.scale * 0.9), 4);
    pen.fill();
    if (width < 60) return;
    pen.fillStyle = this.colours.dim;
    pen.font = `600 ${Math.max(9, Math.min(13, this.scale * 0.7))}px system-ui, sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText('STAGE', x + width / 2, y + Math.max(8, this.scale * 0.9) / 2);
  }

  /** Free: a filled disc in the section's colour. Chosen: a larger square with a tick. Gone: a small hollow cross, in a ring where it was chosen. */
  #seat(pen, seat, x, y, radius) {
    if (this.isSelected(seat)) {
      const half = radius * 1.15;
      pen.fillStyle = this.colours.selected;
      pen.beginPath();
      pen.roundRect(x - half, y - half, 2 * half, 2 * half, half * 0.4);
      pen.fill();
      pen.strokeStyle = this.colours.mark;
      pen.lineWidth = Math.max(1.2, radius * 0.3);
      pen.beginPath();
      pen.moveTo(x - half * 0.5, y);
      pen.lineTo(x - half * 0.1, y + half * 0.45);
      pen.lineTo(x + half * 0.55, y - half * 0.45);
      pen.stroke();
      return;
    }
    if (seat.state !== 'A') {
      const lost = this.isLost(seat);
      pen.strokeStyle = lost ? this.colours.lost : this.colours.taken;
      pen.lineWidth = Math.max(0.8, radius * 0.2);
      if (lost) {
        pen.beginPath();
        pen.arc(x, y, radius * 1.2, 0, 2 * Math.PI);
        pen.stroke();
      }
      const arm = radius * 0.5;
      pen.beginPath();
      pen.moveTo(x - arm, y - arm);
      pen.lineTo(x + arm, y + arm);
      pen.moveTo(x + arm, y - arm);
      pen.lineTo(x - arm, y + arm);
      pen.stroke();
      return;
    }
    pen.fillStyle = this.colours.tiers[this.plan.sections.indexOf(seat.entry) % this.colours.tiers.length];
    pen.beginPath();
    if (seat.accessible) pen.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, 2);
    else pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fill();
    if (radius < 6) return;
    pen.fillStyle = this.colours.mark;
    pen.font = `600 ${radius * (seat.accessible ? 1.3 : 0.95)}px system-ui, sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(seat.accessible ? '♿' : seat.companion ? 'C' : seat.restricted ? '½' : seat.seat_number, x, y + 0.5);
  }

  #names(pen) {
    pen.fillStyle = this.colours.ink;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.font = '600 13px system-ui, sans-serif';
    for (const section of this.plan.sections) {
      if (section.standing) continue;
      section.label ??= this.plan.labelOf(section);
      pen.fillText(section.section, this.x + this.scale * section.label.x, this.y + this.scale * section.label.y);
    }
  }

  #ring(pen, seat, radius) {
    pen.strokeStyle = this.colours.focus;
    pen.lineWidth = 3;
    pen.beginPath();
    pen.arc(this.x + this.scale * seat.x, this.y + this.scale * seat.y, radius * 1.5 + 2, 0, 2 * Math.PI);
    pen.stroke();
  }

  #point(event) {
    const box = this.canvas.getBoundingClientRect();
    return {x: event.clientX - box.left, y: event.clientY - box.top};
  }

  #down = event => {
    this.canvas.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, this.#point(event));
    if (this.#pointers.size === 1) this.#moved = 0;
    this.#pinch = this.#spread();
  };

  #move = event => {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const after = this.#point(event);
    this.#pointers.set(event.pointerId, after);
    const share = 1 / this.#pointers.size;
    this.#moved += Math.abs(after.x - before.x) + Math.abs(after.y - before.y);
    if (this.#moved < CLICK_REACH) return;
    this.x += (after.x - before.x) * share;
    this.y += (after.y - before.y) * share;
    this.touched = true;
    const spread = this.#spread();
    if (this.#pinch && spread) {
      const middle = this.#middle();
      this.zoom(spread / this.#pinch, middle.x, middle.y);
      this.#pinch = spread;
    }
    this.draw();
  };

  #up = event => {
    const only = this.#pointers.size === 1;
    const at = this.#point(event);
    this.#cancel(event);
    if (!only || this.#moved >= CLICK_REACH) return;
    const reach = Math.max(0.6, 18 / this.scale);
    const seat = this.plan.at((at.x - this.x) / this.scale, (at.y - this.y) / this.scale, reach);
    // far away a finger covers many seats: the first touch comes nearer
    if (seat && this.scale < 9 && event.pointerType === 'touch') {
      this.zoom(16 / this.scale, at.x, at.y);
    } else if (seat) {
      this.cursor = seat;
      this.onToggle(seat);
    }
  };

  #cancel = event => {
    this.#pointers.delete(event.pointerId);
    this.#pinch = this.#spread();
  };

  #spread() {
    const [a, b] = [...this.#pointers.values()];
    return b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  }

  #middle() {
    const [a, b] = [...this.#pointers.values()];
    return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2};
  }

  #wheel = event => {
    event.preventDefault();
    const at = this.#point(event);
    this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0018)), at.x, at.y);
  };

  #key = event => {
    const arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    const arrow = arrows[event.key];
    if (arrow && this.cursor) this.moveTo(this.plan.towards(this.cursor, ...arrow));
    else if ((event.key === 'Enter' || event.key === ' ') && this.cursor) this.onToggle(this.cursor);
    else if (event.key === '+' || event.key === '=') this.zoom(1.4);
    else if (event.key === '-') this.zoom(1 / 1.4);
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  };

  moveTo(seat) {
    if (!seat) return;
    this.cursor = seat;
    const margin = 40;
    const x = this.x + this.scale * seat.x;
    const y = this.y + this.scale * seat.y;
    if (x < margin || x > this.size.width - margin) this.x += this.size.width / 2 - x;
    if (y < margin || y > this.size.height - margin) this.y += this.size.height / 2 - y;
    this.onCursor(seat);
    this.draw();
  }
}
