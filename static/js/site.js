// Comfort for readers with script; everything works without. The switch in the header leads to the part that is being read,
// not to the top of the other page, the contents show where the reader is, and the page with all pages has a field to search in.

/**
 * Gives the height in the window, in pixels, above which a heading has been read past: just below where a link to it leads,
 * and 0 at the top of the page. Towards the end of the page it goes down to the foot of the window, so that the last parts
 * have their turn too, save for one that an address asks for and that the page is too short to bring to the top.
 */
function readingLine() {
  const progress = scrollY / (document.documentElement.scrollHeight - innerHeight);
  if (!(scrollY > 0 && progress > 0)) return 0;
  const asked = progress > 0.99 && document.querySelector('main :target')?.getBoundingClientRect().top;
  if (asked > 0 && asked < innerHeight) return asked + 1;
  const top = (parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0) + 40; // it may be auto
  return top + (innerHeight - top) * progress ** 16;
}

/** Gives the last of some links whose place has been read past, or undefined at the top of the page. */
function lastRead(links, placeOf) {
  const line = readingLine();
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
    else link.removeAttribute('aria-current');
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

/** Loads the scripts for searching, which wait in a template until a reader first turns to the field. */
function equip() {
  const scripts = document.importNode(document.getElementById('_scripts').content, true);
  for (const script of scripts.querySelectorAll('script')) script.async = false; // one after the other
  document.body.append(scripts);
}

const finder = document.querySelector('form.finder');
if (finder) {
  finder.hidden = false;
  if (finder.elements.q.value || new URL(location).searchParams.has('q')) equip();
  else finder.addEventListener('focusin', equip, { once: true });
}

addEventListener('scroll', soon, { passive: true });
addEventListener('resize', soon, { passive: true });
if (location.hash) soon(); // at the top of the page everything is as it was sent
