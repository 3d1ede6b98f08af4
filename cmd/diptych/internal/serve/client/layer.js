/* Where the preview shows what is its own: a shadow root beside the body. Neither the page's styles nor these reach the
   other, and putting a page in place leaves it alone. */

/** Makes the layer. It is hidden until its style is there. Each part of the preview draws on a surface of its own; what is
    to stand at a place in the page is drawn on `over`. */
export function makeLayer(style) {
  const host = element('diptych-preview', {});
  const root = host.attachShadow({ mode: 'open' });
  const stage = element('div', { className: 'stage', hidden: true });
  const voice = element('p', { className: 'unseen', role: 'status' });
  const link = element('link', { rel: 'stylesheet', href: style });
  const styled = new Promise((resolve) => { link.onload = link.onerror = resolve; })
    .then(() => { stage.hidden = over.hidden = false; });
  const over = element('div', { className: 'over' }); // what moves with the page
  over.hidden = true;
  root.append(link, over, stage, voice);
  document.documentElement.append(host);
  return { host, root, over, styled, surface, say: (text) => { voice.textContent = text; } };

  function surface(className) {
    const made = element('div', { className });
    stage.append(made);
    return made;
  }
}

/** Makes an element with properties, or attributes where it has no such property, and children: a string becomes text,
    and what is empty or false is left out. */
export function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && key !== 'role') made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter(Boolean));
  return made;
}
