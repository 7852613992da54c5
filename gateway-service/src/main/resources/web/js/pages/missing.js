import {html, render} from '../lib.js';
import {titled} from '../router.js';
import {empty} from '../ui.js';

export function page(root) {
  titled('Not found');
  render(empty('There is no such page', 'The address may be old or mistyped.', html`<a class="button" href="/">See all events</a>`), root);
}
