// Keeps what is typed into a record: on the server every so often, and on this device until the server has it.
// And looks whether there is anything new on the day, while somebody looks at it. All of it can be done without.
'use strict';
(() => {
  const EVERY = 20000;
  const LOOK_EVERY = 30000;
  const KEPT_FOR = 12 * 3600 * 1000;
  const PREFIX = 'miadi-kept:';

  // ---- What is kept on this device. Some browsers keep nothing; then there is only the server.
  const read = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const write = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* nothing is kept */ } };
  const forget = key => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } };
  const forgetOld = () => {
    try {
      Object.keys(localStorage).filter(key => key.startsWith(PREFIX))
        .filter(key => !(Date.now() - (read(key) || {}).at < KEPT_FOR)).forEach(forget);
    } catch { /* nothing is kept */ }
  };
  forgetOld();
  // What was sent and has arrived need not be kept any more. What only looks sent may still be on its way.
  document.querySelectorAll('[data-written]').forEach(each => {
    const kept = read(PREFIX + each.dataset.written);
    if (kept && kept.sent && !(Number(kept.version) >= Number(each.dataset.version))) forget(PREFIX + each.dataset.written);
  });

  // ---- The day
  const chosen = document.querySelector('.days [aria-current]');
  if (chosen) chosen.scrollIntoView({block: 'nearest', inline: 'center'});
  const agenda = document.querySelector('[data-live]');
  if (agenda) {
    setInterval(async () => {
      const now = document.querySelector('[data-live]');
      if (document.hidden || !now) return;
      try {
        const answer = await fetch(now.dataset.live, {headers: {'Miadi-By-Itself': 'yes'}});
        if (!answer.ok || await answer.text() === now.dataset.mark) return;
        htmx.ajax('GET', location.pathname + location.search, {target: '#agenda', select: '#agenda', swap: 'outerHTML', headers: {'Miadi-By-Itself': 'yes'}});
      } catch { /* the next look will tell */ }
    }, LOOK_EVERY);
  }

  // ---- The record
  const form = document.getElementById('record');
  if (!form) return;
  const key = PREFIX + form.dataset.keep;
  const fields = [...form.querySelectorAll('input[type=text], textarea')];
  const version = form.elements.version;
  const said = document.getElementById('kept');
  const here = document.getElementById('kept-here');
  const elsewhere = document.getElementById('kept-elsewhere');

  const clean = text => (text || '').replace(/\r\n/g, '\n').trim();
  const texts = () => Object.fromEntries(fields.map(field => [field.name, field.value]));
  const same = (one, other) => fields.every(field => clean(one[field.name]) === clean(other[field.name]));
  const put = values => fields.forEach(field => { field.value = values[field.name] || ''; });
  const say = (what, time) => { said.className = `kept ${what}`; said.textContent = (form.dataset[what.replace('-o', 'O')] || '').replace('%', time || ''); };
  const sayText = text => { said.className = 'kept refused'; said.textContent = text; };
  const keep = () => write(key, {at: Date.now(), version: version.value, texts: texts()});

  let onServer = texts();
  let saving = null;
  let submitting = false;
  // A person has to decide before anything more is saved.
  let waits = false;
  let theirs = null;

  const conflict = (current, sent) => {
    // What was sent had arrived, and only the answer was lost on the way.
    if (current.version > 0 && same(current, sent)) { accept(current, sent); return; }
    waits = true;
    if (current.version > 0) { theirs = current; elsewhere.hidden = false; said.textContent = ''; } else { version.value = 0; sayText(current.said); }
  };
  const accept = (current, sent) => {
    version.value = current.version;
    onServer = sent;
    if (same(texts(), sent)) { forget(key); say('saved', current.time); } else { keep(); say('unsaved'); }
  };
  const send = async leaving => {
    const sent = texts();
    try {
      const answer = await fetch(form.dataset.draft, {method: 'POST', headers: {'Miadi-By-Itself': 'yes'}, body: new URLSearchParams(new FormData(form)), keepalive: leaving});
      const isJson = (answer.headers.get('Content-Type') || '').startsWith('application/json');
      if (answer.ok && isJson) accept(await answer.json(), sent);
      else if (answer.status === 409 && isJson) conflict(await answer.json(), sent);
      else if (answer.status === 422 && isJson) sayText((await answer.json()).said);
      else if (answer.ok || answer.status === 401 || answer.status === 403) say('signed-out');
      else say('offline');
    } catch { say('offline'); }
  };
  const save = leaving => {
    if (!form.dataset.draft || saving || waits || submitting || same(texts(), onServer)) return;
    saving = send(leaving).finally(() => { saving = null; });
  };

  const kept = read(key);
  if (kept && !form.dataset.typed && !same(kept.texts, onServer)) {
    if (kept.version === version.value) { put(kept.texts); say('restored'); }
    else here.hidden = false;
  } else if (kept && !form.dataset.typed) forget(key);
  if (form.dataset.typed) onServer = {};

  document.getElementById('put-back').addEventListener('click', () => { put(kept.texts); keep(); here.hidden = true; fields[0].focus(); });
  document.getElementById('drop-it').addEventListener('click', () => { forget(key); here.hidden = true; fields[0].focus(); });
  document.getElementById('keep-mine').addEventListener('click', () => { version.value = theirs.version; waits = false; elsewhere.hidden = true; fields[0].focus(); save(false); });
  document.getElementById('take-theirs').addEventListener('click', () => { put(theirs); onServer = texts(); version.value = theirs.version; waits = false; elsewhere.hidden = true; forget(key); fields[0].focus(); });

  let typed;
  form.addEventListener('input', () => { if (said.className !== 'kept offline') say('unsaved'); clearTimeout(typed); typed = setTimeout(keep, 400); });
  setInterval(() => save(false), EVERY);
  addEventListener('online', () => save(false));
  addEventListener('pageshow', () => { submitting = false; });
  const leave = () => { if (submitting) return; if (!same(texts(), onServer)) keep(); save(true); };
  document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); });
  addEventListener('pagehide', leave);

  // Whoever signs while the page saves by itself would otherwise meet their own draft as somebody else's.
  form.addEventListener('submit', event => {
    clearTimeout(typed);
    write(key, {at: Date.now(), version: version.value, texts: texts(), sent: true});
    if (!saving) { submitting = true; return; }
    event.preventDefault();
    saving.finally(() => form.requestSubmit(event.submitter));
  });
  document.querySelectorAll('form[data-forget]').forEach(each => each.addEventListener('submit', () => { waits = true; forget(key); }));
})();
