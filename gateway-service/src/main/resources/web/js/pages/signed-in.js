import {html, render} from '../lib.js';
import {finishSignIn} from '../auth.js';
import {go, titled} from '../router.js';
import {empty, loading} from '../ui.js';

export async function page(root, signal, _, query) {
  titled('Signing in');
  render(loading('Signing you in…'), root);
  try {
    await go(await finishSignIn(query), {replace: true});
  } catch (failure) {
    render(empty('You are not signed in', failure.message, html`<a class="button" href="/">Back to the events</a>`), root);
  }
}
