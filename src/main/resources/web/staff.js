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
  let timer;
  const watch = () => {
    clearTimeout(timer);
    if (idleSeconds > 0) timer = setTimeout(() => idle.showModal(), Math.max(idleSeconds - 120, idleSeconds / 2) * 1000);
  };
  const stay = () => fetch('/app/stay', {method: 'POST', headers: {'X-Csrf-Token': token}})
    .then(answer => { if (answer.ok) { idle.close(); watch(); } });
  document.getElementById('stay').addEventListener('click', stay);
  // Typing into a long form is work, although the server hears nothing of it.
  let told = Date.now();
  document.addEventListener('input', () => {
    if (Date.now() - told > 60000) { told = Date.now(); stay().catch(() => {}); }
  });
  watch();

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
