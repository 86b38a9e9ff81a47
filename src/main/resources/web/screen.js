// Keeps the screen on the wall up to date. Without this script the page loads itself anew.
'use strict';
(() => {
  const EVERY = 7000;
  const old = document.getElementById('old');
  let failures = 0;
  const renew = async () => {
    try {
      const answer = await fetch(location.href, {headers: {'Miadi-By-Itself': 'yes'}, cache: 'no-store'});
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('wall');
      const here = document.getElementById('wall');
      if (fresh && fresh.innerHTML !== here.innerHTML) here.replaceWith(document.adoptNode(fresh));
      failures = 0;
    } catch (lost) {
      failures++;
    }
    // A short pause of the network is nobody's concern.
    old.hidden = failures < 3;
    setTimeout(renew, EVERY);
  };
  setTimeout(renew, EVERY);
})();
