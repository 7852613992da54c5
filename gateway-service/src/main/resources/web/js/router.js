/* Paths and the pages behind them. A page module exports `page(root, signal, parameters, query)`. */
import {render} from './lib.js';
import {problemBox, loading} from './ui.js';
import {ROUTES} from './routes.js';

const main = document.getElementById('main');
let current = new AbortController();

/** To another page of the app: seen from its top, and heard from its beginning. */
export async function go(path, {replace = false} = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  scrollTo(0, 0);
  main.focus({preventScroll: true});
  await show();
}

function find(path) {
  for (const [template, module] of ROUTES) {
    const names = [];
    const pattern = template.replace(/:([a-z]+)/g, (_, name) => {
      names.push(name);
      return '([A-Za-z0-9-]+)';
    });
    const match = path.replace(/(.)\/$/, '$1').match(new RegExp(`^${pattern}$`));
    if (match) return {module, parameters: Object.fromEntries(names.map((name, index) => [name, match[index + 1]]))};
  }
  return null;
}

export async function show() {
  current.abort();
  current = new AbortController();
  const {signal} = current;
  // a fresh element each: what a page left behind cannot disturb the next
  const root = document.createElement('div');
  root.className = 'page';
  render(loading(), root);
  main.replaceChildren(root);
  document.dispatchEvent(new Event('route'));
  const found = find(location.pathname);
  try {
    const {page} = await import(found ? found.module : './pages/missing.js');
    if (signal.aborted) return;
    await page(root, signal, found?.parameters ?? {}, new URLSearchParams(location.search));
  } catch (failure) {
    if (!signal.aborted) render(problemBox(failure, () => show()), root);
  }
}

/** Sets the title, and lets a screen reader hear that this is another page. */
export function titled(title) {
  document.title = title ? `${title} · Boxoffice` : 'Boxoffice';
}

export function start() {
  addEventListener('popstate', () => show());
  document.addEventListener('click', click => {
    const link = click.target.closest?.('a[href]');
    if (!link || click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || link.target || link.download) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.pathname.startsWith('/api/') || (to.hash && to.pathname === location.pathname)) return;
    click.preventDefault();
    go(to.pathname + to.search);
  });
  return show();
}
