import {html, nothing, render} from './lib.js';
import {hasRole, onChange, person, signIn, signOut} from './auth.js';
import {loadConfig} from './config.js';
import {start} from './router.js';
import {problemBox} from './ui.js';

const top = document.getElementById('top');

function menu() {
  const who = person();
  const links = [['/', 'Events']];
  if (who) links.push(['/tickets', 'My tickets'], ['/orders', 'Orders']);
  if (hasRole('SCANNER')) links.push(['/scan', 'Scanner']);
  if (hasRole('OPS')) links.push(['/ops', 'Ops']);
  if (hasRole('ORGANIZER')) links.push(['/organise', 'Organise']);
  const here = location.pathname;
  render(html`<div class="bar">
    <a class="brand" href="/"><span class="brand-mark" aria-hidden="true"></span>Boxoffice</a>
    <nav aria-label="Main">${links.map(([href, text]) => html`<a href=${href} aria-current=${isHere(href, here) ? 'page' : nothing}>${text}</a>`)}</nav>
    <div class="who">${who
      ? html`<span class="who-name" title="Signed in as ${who.name}">${who.name}</span><button class="button quiet small" @click=${signOut}>Sign out</button>`
      : html`<button class="button small" @click=${() => signIn().catch(say)}>Sign in</button>`}</div>
  </div>`, top);
}

const isHere = (href, here) => (href === '/' ? here === '/' || here.startsWith('/events') : here.startsWith(href));

function say(failure) {
  const place = document.getElementById('connection');
  render(problemBox(failure), place);
}

onChange(menu);
document.addEventListener('route', menu);

try {
  await loadConfig();
  menu();
  await start();
} catch {
  render(html`<div class="box bad" role="alert"><p class="box-title">Boxoffice could not start</p>
    <p>Please check your connection.</p><button class="button" @click=${() => location.reload()}>Try again</button></div>`,
  document.getElementById('main'));
}
