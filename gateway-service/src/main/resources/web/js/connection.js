/* Says when the box office cannot be reached, and when it can be again. */
import {html, nothing, render} from './lib.js';

const place = document.getElementById('connection');

function show(text) {
  render(text ? html`<p class="banner">${text}</p>` : nothing, place);
}

export const connection = {
  works() {
    show(navigator.onLine ? null : 'You are offline. What you see may be old.');
  },
  fails(problem, pause) {
    if (!navigator.onLine) show('You are offline. We go on as soon as you are back.');
    else if (pause !== null) show(`The box office does not answer right now. Trying again in ${Math.max(1, Math.round(pause / 1000))} s…`);
    else show('The box office does not answer right now. Please try again in a moment.');
  },
};

window.addEventListener('offline', () => connection.works());
window.addEventListener('online', () => connection.works());
