// The board: visits are moved by dragging or by Alt and the arrows, and the board and the queue keep up to date while
// they are looked at. Whatever is done here is done by a form of the server; everything can also be done without it.
'use strict';
(() => {
  const ROW = 5;
  const STEP = 15;
  const board = () => document.getElementById('board');
  const dialog = document.getElementById('move');
  const two = n => String(n).padStart(2, '0');
  const clock = minutes => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  const say = text => { document.getElementById('said').textContent = text; };
  const stripOf = visit => visit.closest('.strip');
  const number = (element, letter) => Number([...element.classList].find(name => new RegExp(`^${letter}\\d+$`).test(name)).slice(letter.length));

  // ---- A visit that is lifted: where it came from, and where it is now.
  let lifted = null;

  const lift = visit => {
    lifted = {visit, list: visit.parentNode, next: visit.nextSibling, classes: visit.className, strip: stripOf(visit),
      was: Number(visit.dataset.start), length: Number(visit.dataset.length), at: Number(visit.dataset.start)};
    visit.classList.add('lifted');
    document.body.classList.add('dragging');
  };

  const place = (strip, minutes) => {
    const first = number(board(), 'f') * 60;
    const last = first + number(board(), 'n') * 60;
    lifted.at = Math.max(first, Math.min(minutes, last - Math.min(lifted.length, STEP)));
    const {visit} = lifted;
    let list = strip.querySelector('.visits');
    if (!list) {
      list = document.createElement('ol');
      list.className = 'visits';
      strip.querySelector('.rows').append(list);
    }
    if (visit.parentNode !== list) list.append(visit);
    visit.className = `${visit.className.replace(/\b[hm]\d+\b/g, '').trim()} h${Math.floor(lifted.at / 60)} m${Math.floor(lifted.at % 60 / ROW)}`;
    visit.dataset.at = clock(lifted.at);
  };

  const restore = () => {
    if (!lifted) return;
    const {visit, list, next, classes} = lifted;
    visit.className = classes;
    delete visit.dataset.at;
    list.insertBefore(visit, next);
    lifted = null;
    document.body.classList.remove('dragging');
    say('');
    visit.querySelector('a').focus();
  };

  const isMoved = () => lifted.at !== lifted.was || stripOf(lifted.visit) !== lifted.strip;

  // Whatever way it was moved, the same dialog asks and the same form is sent.
  const ask = () => {
    const {visit, strip, was, at} = lifted;
    const to = stripOf(visit);
    const form = dialog.querySelector('form');
    const fill = (name, text) => { dialog.querySelector(`[data-fill=${name}]`).textContent = text; };
    fill('who', visit.querySelector('b').textContent);
    fill('was', `${clock(was)}, ${strip.dataset.name}`);
    fill('now', `${clock(at)}, ${to.dataset.name}`);
    form.action = `${form.dataset.path}${visit.dataset.id}/move`;
    form.elements.version.value = visit.dataset.version;
    form.elements.provider.value = to.dataset.provider;
    form.elements.day.value = to.dataset.day;
    form.elements.time.value = clock(at);
    dialog.showModal();
  };

  if (dialog) {
    dialog.querySelector('[data-keep]').addEventListener('click', () => dialog.close());
    let sent = false;
    dialog.querySelector('form').addEventListener('submit', () => { sent = true; });
    dialog.addEventListener('close', () => { if (!sent) restore(); });
    addEventListener('pageshow', () => { sent = false; });
  }

  // ---- By mouse or pen; fingers scroll, and use the form. It listens on the document, since an element that changes
  // its parent loses the pointer.
  let pressed = null;
  document.addEventListener('pointerdown', event => {
    const visit = event.target.closest('.visit[data-movable]');
    if (!visit || event.button !== 0 || event.pointerType === 'touch' || event.target.closest('button') || matchMedia('(max-width: 48rem)').matches) return;
    pressed = {visit, x: event.clientX, y: event.clientY, grab: event.clientY - visit.getBoundingClientRect().top};
  });
  document.addEventListener('pointermove', event => {
    if (!pressed) return;
    if (!lifted) {
      if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < 5) return;
      lift(pressed.visit);
    }
    const strip = document.elementsFromPoint(event.clientX, event.clientY).map(each => each.closest('.strip')).find(Boolean);
    if (!strip) return;
    const rows = strip.querySelector('.rows').getBoundingClientRect();
    const hours = number(board(), 'n');
    const minutes = number(board(), 'f') * 60 + (event.clientY - pressed.grab - rows.top) / rows.height * hours * 60;
    place(strip, Math.round(minutes / STEP) * STEP);
  });
  document.addEventListener('pointerup', () => {
    if (pressed && lifted) {
      // The press that ends the drag must not follow the link.
      const swallow = event => event.preventDefault();
      document.addEventListener('click', swallow, true);
      setTimeout(() => document.removeEventListener('click', swallow, true), 0);
      if (isMoved()) ask(); else restore();
    }
    pressed = null;
  });
  document.addEventListener('dragstart', event => { if (event.target.closest && event.target.closest('.visit')) event.preventDefault(); });

  // ---- By keys.
  const ARROWS = {ArrowUp: [0, -STEP], ArrowDown: [0, STEP], ArrowLeft: [-1, 0], ArrowRight: [1, 0]};
  document.addEventListener('keydown', event => {
    if (dialog && dialog.open) return;
    if (lifted && event.key === 'Escape') { event.preventDefault(); pressed = null; restore(); return; }
    if (lifted && event.key === 'Enter') { event.preventDefault(); if (isMoved()) ask(); else restore(); return; }
    const arrow = event.altKey && ARROWS[event.key];
    const visit = lifted ? lifted.visit : event.target.closest && event.target.closest('.visit[data-movable]');
    if (!arrow || !visit) return;
    event.preventDefault();
    if (!lifted) lift(visit);
    const strips = [...board().querySelectorAll('.strip')];
    const strip = strips[Math.max(0, Math.min(strips.length - 1, strips.indexOf(stripOf(visit)) + arrow[0]))];
    place(strip, lifted.at + arrow[1]);
    visit.querySelector('a').focus();
    visit.scrollIntoView({block: 'nearest', inline: 'nearest'});
    say(`${clock(lifted.at)}, ${strip.dataset.name}`);
  });

  // ---- Up to date while it is looked at: a mark is compared, and only when it is another the page is asked for.
  const EVERY = 10000;
  const busy = () => lifted || document.hidden || document.querySelector('dialog[open]');
  const live = () => document.querySelector('[data-live]');
  const byItself = {headers: {'Miadi-By-Itself': 'yes'}, cache: 'no-store'};
  const renew = async () => {
    const here = live();
    if (!here || busy()) return;
    const answer = await fetch(here.dataset.live, byItself);
    if (answer.status === 401) { location.reload(); return; }
    if (!answer.ok || await answer.text() === here.dataset.mark) return;
    const page = await fetch(location.href, byItself);
    if (!page.ok || busy()) return;
    const fresh = new DOMParser().parseFromString(await page.text(), 'text/html').getElementById(here.id);
    if (!fresh) { location.reload(); return; }
    const focused = document.activeElement && document.activeElement.closest('[data-id]');
    const {scrollTop, scrollLeft} = here;
    here.replaceWith(document.adoptNode(fresh));
    fresh.scrollTop = scrollTop;
    fresh.scrollLeft = scrollLeft;
    const again = focused && document.getElementById(focused.id);
    if (again) again.querySelector('a').focus({preventScroll: true});
  };
  const loop = () => { renew().catch(() => {}).finally(() => setTimeout(loop, EVERY)); };
  setTimeout(loop, EVERY);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) renew().catch(() => {}); });

  // ---- The line of the present goes on by itself, by the clock of the server.
  const start = board() ? Number(board().dataset.now) : -1;
  const began = performance.now();
  setInterval(() => {
    const line = document.querySelector('[data-line]');
    if (start < 0 || !line) return;
    const now = start + Math.floor((performance.now() - began) / 60000);
    line.className = `now h${Math.floor(now / 60)} m${Math.floor(now % 60 / ROW)} dh0 dm1`;
  }, 60000);

  // What is now comes into sight first.
  const line = document.querySelector('[data-line]');
  if (line && board().scrollHeight > board().clientHeight) {
    board().scrollTop = Math.max(0, line.offsetTop - board().clientHeight / 3);
  }
})();
