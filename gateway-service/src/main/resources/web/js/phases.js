/* When an event lets whom in, by the box office's clock. */
import {now} from './clock.js';

/** {presaleOn, lobbyOn, open, next: {name, at}}: `next` is what comes first of what is still ahead. */
export function phases(event) {
  const at = now();
  const time = instant => (instant ? Date.parse(instant) : Infinity);
  const general = time(event.sale_dates?.general);
  const presale = time(event.sale_dates?.presale);
  const lobby = event.waiting_room?.mode === 'LOBBY' ? general - event.waiting_room.lobby_minutes * 60_000 : Infinity;
  const ahead = [['presale', presale], ['lobby', lobby], ['general', general]].filter(([, when]) => when > at && when <= general).sort((a, b) => a[1] - b[1]);
  return {
    presaleOn: presale <= at && at < general,
    lobbyOn: lobby <= at && at < general,
    open: general <= at,
    next: ahead.length ? {name: ahead[0][0], at: new Date(ahead[0][1]).toISOString()} : null,
  };
}
