// Comfort for readers with script; everything works without. The switch in the header leads to the part that is being read,
// not to the top of the other page, and the contents show where the reader is.

/** Gives the last of some links whose place has been read past, or undefined at the top of the page. */
function lastRead(links, placeOf) {
  const length = document.documentElement.scrollHeight - innerHeight;
  if (scrollY < 1 || length < 1) return undefined;
  // The line at which a part counts as being read goes down with the reader, so that the last part has its turn too.
  const line = innerHeight * (1 / 4 + (3 / 4) * (scrollY / length) ** 4);
  return [...links].findLast((link) => placeOf(link)?.getBoundingClientRect().top < line);
}

function follow() {
  const part = lastRead(document.querySelectorAll('main a.turn'), (link) => link.parentElement);
  const there = document.querySelector('a.switch');
  const hash = part?.hash ?? '';
  if (there && there.hash !== hash) there.hash = hash;

  const contents = document.querySelectorAll('.contents a');
  const here = lastRead(contents, (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  for (const link of contents) {
    if (link === here) link.setAttribute('aria-current', 'true');
    else if (link.hasAttribute('aria-current')) link.removeAttribute('aria-current');
  }
}

let waiting = false;
function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    follow();
  });
}

addEventListener('scroll', soon, { passive: true });
addEventListener('resize', soon, { passive: true });
soon();
