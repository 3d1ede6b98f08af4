package main

// What a page is asked: JavaScript expressions.
const (
	pageText = `document.body.innerText.replace(/\s+/g, ' ')`
	focus    = `document.activeElement`
	switchTo = `document.querySelector('.switch')`
)

// rounds is how many times the page has asked for itself and, once it had the answer and had put it in place, for its
// problems.
const rounds = `(() => {
	const asked = performance.getEntriesByType('resource').filter((entry) => entry.initiatorType === 'fetch');
	const problems = asked.filter(({ name }) => name.includes('/_diptych/problems'));
	const pages = asked.filter(({ name }) => name.split('#')[0] === location.href.split('#')[0]);
	return pages.filter((page) => problems.some((entry) => entry.startTime >= page.responseEnd)).length;
})()`

// plainText makes all white space of a text plain.
func plainText(text string) string { return text + `.replace(/\s+/g, ' ')` }

// shows tells whether the page shows a text, white space of any kind aside.
func shows(text string) string { return pageText + ".includes(" + quote(plainSpaces(text)) + ")" }

// at tells whether the window is at an address of the preview.
func at(path string) string {
	return "location.href === new URL(" + quote("/"+path) + ", location).href"
}

// mark marks the page that the window shows, so that a reload or a change of it would be seen.
func (w *window) mark() {
	w.t.Helper()
	w.run(`window.changes = 0;
		window.heard = ` + rounds + `;
		for (const part of [document.head, document.body]) {
			new MutationObserver((all) => { window.changes += all.length; })
				.observe(part, { subtree: true, childList: true, attributes: true, characterData: true });
		}`)
}

// untilAsked waits until the marked page has asked for itself since it was marked, or since the last call. The preview
// tells a page that is busy of several edits at once, so this has to be called after each.
func (w *window) untilAsked() {
	w.t.Helper()
	w.until("the page asks for itself", "window.heard === undefined || "+rounds+" > window.heard")
	w.run("window.heard = " + rounds)
}

// stays holds that the page was not loaded anew since it was marked.
func (w *window) stays() {
	w.t.Helper()
	if !value[bool](w, "'changes' in window") {
		w.t.Errorf("%s was loaded anew", value[string](w, "location.href"))
	}
}

// isUntouched holds that the page did not change either.
func (w *window) isUntouched() {
	w.t.Helper()
	w.stays()
	if n := value[int](w, "window.changes ?? 0"); n != 0 {
		w.t.Errorf("%s changed in %d places", value[string](w, "location.href"), n)
	}
}
