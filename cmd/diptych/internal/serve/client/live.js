/* The preview's client: keeps an open page equal to its source while somebody edits it.

   The server puts this script into each page that it shows. It hears of each new generation of the site, asks for its
   own page by ETag, and has what differs put in place; then it asks for the problems and has them shown.

   - It asks for nothing but its own origin, and needs no more than the policy `default-src 'self'`.
   - It writes nothing to the console: what there is to say stands over the page.
   - A hidden page holds no connection. Browsers open only six to one host over HTTP/1, so that a row of forgotten
     tabs would starve the one that is looked at. A page that comes back into view connects and asks at once.
   - Every generation is worth a question, also the one that the server tells on connecting: the page may have come
     out of the browser's history, or from a server that has been restarted since. When nothing differs, the answer
     is a 304 and nothing moves.

   place.js puts a page in place, morph.js turns one tree into another, problems.js shows problems, marks.js marks the
   blocks that findings concern, spaces.js marks no-break spaces, all on the layer that layer.js makes; told.js makes the
   items of lists. All are files beside this one. */

'use strict';

(async () => {
  const script = document.currentScript;
  const { base, page: firstPage, etag: firstTag } = script.dataset;
  const address = (name) => `${base}_diptych/${name}`;
  script.remove(); // what is left is the page as it is published

  const [{ scripts, place }, { makeLayer }, { teller }, { problems }, { marks }, { spaces }] = await Promise.all(
    ['place', 'layer', 'told', 'problems', 'marks', 'spaces'].map((name) => import(`./${name}.js`)));
  const layer = makeLayer(address('live.css'));
  const { item, brief } = teller(layer, address);
  const show = problems(layer, item);
  const point = marks(layer, brief);
  const speak = spaces(layer, address('spaces.css'));
  const isOurs = firstPage.startsWith('_diptych/'); // a page of the preview's own tells problems itself

  const now = {
    page: firstPage, // the path of the output that is on the screen
    etag: quoted(firstTag),
    policy: null, // the Content-Security-Policy that the page was loaded with, once an answer has told it
    scripts: scripts(document),
  };

  /* The page. */

  async function refreshPage() {
    const { response, body } = await get(location.href, { 'If-None-Match': now.etag });
    if (!response) return;
    if (response.redirected && response.status < 400) return follow(response.url);
    if (response.status === 304) return holdTo(policyOf(response));

    const next = new DOMParser().parseFromString(body, 'text/html');
    const ours = next.querySelector('script[data-page][data-etag]');
    if (!ours || !concerned(response, ours.dataset.page)) return;
    ours.remove();
    if (scripts(next) !== now.scripts) return location.reload();
    if (!holdTo(policyOf(response))) return;
    await place(next).catch(() => location.reload());
    now.page = ours.dataset.page;
    now.etag = response.headers.get('ETag') ?? quoted(ours.dataset.etag);
  }

  // A page that is gone stays on the screen, and so does one that can't be shown. The page that says "not found" is
  // itself edited, though, and then the same answer is the right one.
  const concerned = (response, page) => response.ok || (response.status === 404 && page === now.page);

  const policyOf = (response) => response.headers.get('Content-Security-Policy');

  // A page keeps the policy that it was loaded with, so another one needs another loading.
  function holdTo(policy) {
    const same = now.policy === null || now.policy === policy;
    now.policy = policy;
    if (!same) location.reload();
    return same;
  }

  // A page whose address changed is followed, and its old address is no step to go back to.
  const follow = (url) => location.replace(url.split('#')[0] + location.hash);

  async function refreshProblems() {
    if (isOurs) return;
    const { response, body } = await get(`${address('problems')}?page=${encodeURIComponent(now.page)}`);
    if (!response?.ok) return;
    const answer = JSON.parse(body);
    show(answer);
    point(answer);
    speak(answer);
  }

  // An answer that has been read to its end; none when the server has gone: the next connection asks again.
  async function get(url, headers = {}) {
    try {
      const response = await fetch(url, { cache: 'no-store', headers });
      return { response, body: await response.text() };
    } catch {
      return {};
    }
  }

  /* One question at a time. Whatever is heard meanwhile makes one more. */

  const page = inTurn(async () => { await refreshPage(); await refreshProblems(); });
  const told = isOurs ? page : inTurn(refreshProblems);

  function inTurn(ask) {
    let asking = false;
    let again = false;
    return async () => {
      again = true;
      if (asking) return;
      asking = true;
      try {
        while (again) {
          again = false;
          await ask();
        }
      } finally {
        asking = false;
      }
    };
  }

  /* The stream. EventSource comes back by itself after a cut, but gives up on an answer that is no stream. */

  let stream = null;

  function listen() {
    if (stream || document.hidden) return;
    stream = new EventSource(address('events'));
    stream.addEventListener('generation', page);
    stream.addEventListener('problems', told);
    stream.addEventListener('error', () => {
      if (stream?.readyState !== EventSource.CLOSED) return;
      stream = null;
      setTimeout(listen, 2000);
    });
  }

  function leave() {
    stream?.close();
    stream = null;
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : listen()));
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', listen);
  listen();

  // An ETag may stand in the page with its quotation marks or without.
  function quoted(etag) {
    return /^(W\/)?"/.test(etag) ? etag : `"${etag}"`;
  }
})();
