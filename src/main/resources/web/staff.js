// What pages of staff do beyond links and forms: shortcuts, a word before the sign-in is idle, a bar while one waits.
// Everything here can also be done without it.
'use strict';
(() => {
  const body = document.body;
  const idle = document.getElementById('idle');
  const keys = document.getElementById('keys');
  const token = JSON.parse(body.getAttribute('hx-headers'))['X-Csrf-Token'];

  // ---- Requests that a page makes by itself do not count as a person at work.
  document.addEventListener('htmx:configRequest', event => {
    const trigger = event.detail.elt.getAttribute('hx-trigger') || '';
    if (/every |load/.test(trigger)) event.detail.headers['Miadi-By-Itself'] = 'yes';
  });
  // And what nobody looks at is not renewed.
  document.addEventListener('htmx:beforeRequest', event => {
    if (document.hidden && /every /.test(event.detail.elt.getAttribute('hx-trigger') || '')) event.preventDefault();
  });

  // ---- Two minutes before the sign-in is idle, ask.
  const idleSeconds = Number(body.dataset.idle);
  const main = document.getElementById('main');
  let timer;
  let end;
  let changed = false;
  const watch = () => {
    clearTimeout(timer);
    clearTimeout(end);
    main.hidden = false;
    if (!(idleSeconds > 0)) return;
    timer = setTimeout(() => { if (!idle.open) idle.showModal(); }, Math.max(idleSeconds - 120, idleSeconds / 2) * 1000);
    // What is on the screen is nobody's business any more. What was typed stays behind it.
    end = setTimeout(() => { if (changed) main.hidden = true; else signIn(); }, (idleSeconds + 5) * 1000);
  };
  const signIn = () => location.assign('/app/login?next=' + encodeURIComponent(location.pathname + location.search));
  const stay = () => fetch('/app/stay', {method: 'POST', headers: {'X-Csrf-Token': token}})
    .then(answer => {
      if (answer.ok) { if (idle.open) idle.close(); watch(); }
      // With something typed on the page, the sign-in opens beside it.
      else if (answer.status === 401 && idle.open) { if (changed) open('/app/login', '_blank', 'noopener'); else signIn(); }
    }).catch(() => { /* without a connection the page stays as it is */ });
  document.getElementById('stay').addEventListener('click', stay);
  // Typing into a long form is work, although the server hears nothing of it.
  let told = Date.now();
  document.addEventListener('input', () => {
    changed = true;
    if (Date.now() - told > 60000) { told = Date.now(); stay(); }
  });
  watch();

  // ---- What a record page keeps on a shared device is nobody else's.
  const forget = but => {
    try { Object.keys(localStorage).filter(key => key.startsWith('miadi-kept:') && !(but && key.startsWith(`miadi-kept:${but}:`))).forEach(key => localStorage.removeItem(key)); } catch { /* nothing is kept */ }
  };
  forget(document.querySelector('.who a').textContent.trim());
  document.querySelectorAll('form[action^="/app/logout"]').forEach(each => each.addEventListener('submit', () => forget()));

  // ---- Single keys, never taken inside fields.
  const typing = event => /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
  document.addEventListener('keydown', event => {
    if (body.dataset.keys !== 'true' || typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === '?') { keys.showModal(); event.preventDefault(); return; }
    const names = {'/': '/', ArrowLeft: 'left', ArrowRight: 'right'};
    const name = names[event.key] || (/^[a-z]$/.test(event.key) ? event.key : null);
    if (!name) return;
    // The chosen row goes before the page.
    const row = event.target.closest('[data-row]');
    const target = (row && row.querySelector(`[data-key="${name}"]`)) || [...document.querySelectorAll(`[data-key="${name}"]`)].find(each => !each.closest('[data-row]'));
    if (!target) return;
    event.preventDefault();
    if (target.matches('input, textarea, select')) target.focus(); else target.click();
  });

  // ---- A bar for whatever takes longer than most.
  let bar;
  const wait = () => { if (!bar) { bar = document.createElement('div'); bar.className = 'progress'; body.append(bar); } };
  const done = () => { if (bar) { bar.remove(); bar = null; } };
  document.addEventListener('submit', event => { if (!event.defaultPrevented) setTimeout(wait, 300); });
  let asked = 0;
  document.addEventListener('htmx:beforeRequest', () => { asked++; setTimeout(() => { if (asked) wait(); }, 800); });
  document.addEventListener('htmx:afterRequest', () => { asked = Math.max(0, asked - 1); if (!asked) done(); });
  addEventListener('pageshow', done);

  // ---- What can be printed has a button where there is script.
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
})();
