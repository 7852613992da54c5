/* From a wall clock in a zone to an instant: what `datetime-local` means at the venue. */
export function instantIn(wall, zone) {
  const asUtc = Date.parse(wall + ':00Z');
  // twice: the first guess may lie on the other side of a change of the clocks
  let instant = asUtc - offset(asUtc, zone);
  instant = asUtc - offset(instant, zone);
  return new Date(instant).toISOString();
}

function offset(instant, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-US', {timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric'})
    .formatToParts(new Date(instant)).map(({type, value}) => [type, Number(value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - Math.floor(instant / 1000) * 1000;
}
