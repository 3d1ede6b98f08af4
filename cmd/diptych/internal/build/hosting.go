package build

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// addHosting claims the paths of what hosts read, once all other outputs are known. A site that opens from its folder has no
// host. A file of the author's own below static goes before ours.
func (c *collector) addHosting() {
	if c.model.Config.BaseURL.IsFolder() {
		return
	}
	c.addPacked()
	c.hosting = c.hostSite()
	for _, file := range hostFiles {
		if _, own := c.model.Assets.Get(file.path); !own && slices.ContainsFunc(file.of, c.isFor) && c.hasWords(file.path) {
			if c.add(file.path, source.Pos{File: source.ConfigFile}, file.write) {
				c.mark(file.path, func(out *output) { out.ofPaths = true })
			}
		}
	}
	c.tellMissing()
}

// hostFiles are the files that hosts read, and whose they are.
var hostFiles = []struct {
	path  string
	of    []host.Host
	write writeFunc
}{
	{host.HeadersFile, []host.Host{host.Netlify, host.Cloudflare}, func(s *Site, to *sheet) error {
		_, err := s.hosting.WriteHeaders(to)
		return err
	}},
	{host.RedirectsFile, []host.Host{host.Netlify, host.Cloudflare}, func(s *Site, to *sheet) error {
		_, err := s.hosting.WriteRedirects(to)
		return err
	}},
	{host.JekyllFile, []host.Host{host.GitHub}, writeJekyll},
	{host.DomainFile, []host.Host{host.GitHub}, writeDomain},
	{host.NginxFile, []host.Host{host.Nginx}, func(s *Site, to *sheet) error { return s.hosting.WriteNginx(to) }},
	{host.ApacheFile, []host.Host{host.Apache}, func(s *Site, to *sheet) error { return s.hosting.WriteApache(to) }},
}

// writeJekyll writes what keeps GitHub Pages from making anything of the folder: that the file is there is all that it reads.
func writeJekyll(_ *Site, to *sheet) error {
	_, err := io.WriteString(to, "GitHub Pages is to publish this folder as it is.\n")
	return err
}

// writeDomain writes the site's own domain, as GitHub Pages reads it.
func writeDomain(s *Site, to *sheet) error {
	_, err := io.WriteString(to, s.model.Config.Hosting.Domain+"\n")
	return err
}

// hasWords tells whether there is something to write into a file for hosts.
func (c *collector) hasWords(path string) bool {
	return path != host.DomainFile || c.model.Config.Hosting.Domain != ""
}

// isFor tells whether something is to be written for a host.
func (c *collector) isFor(name host.Host) bool {
	return slices.Contains(c.model.Config.Hosting.For, name)
}

// hostSite gives what hosts have to know of the site.
func (c *collector) hostSite() host.Site {
	config := c.model.Config
	h := host.Site{
		Base: config.BaseURL.Path, For: config.Hosting.For, Packed: config.Hosting.Compress,
		Both: strings.TrimSuffix(c.model.BilingualFolder(), "/"),
	}
	if strings.HasPrefix(config.BaseURL.Origin, "https:") {
		h.HSTS = config.Hosting.HSTS // browsers do not hear it by HTTP (RFC 6797, 8.1)
	}
	for _, l := range config.Languages {
		h.Languages = append(h.Languages, host.Language{Folder: string(l.Lang), Tag: c.model.Language(l.Lang).Locale.Tag()})
	}
	for _, path := range slices.Sorted(maps.Keys(c.outputs)) {
		out := c.outputs[path]
		h.Files = append(h.Files, host.File{Path: path, Lasting: out.lasting})
		if out.leadsTo != "" {
			h.Moves = append(h.Moves, host.Move{From: path, To: out.leadsTo})
		}
	}
	return h
}

// tellMissing tells what is missing in the files for hosts, since these would not read it.
func (c *collector) tellMissing() {
	_, headersOwn := c.model.Assets.Get(host.HeadersFile)
	_, redirectsOwn := c.model.Assets.Get(host.RedirectsFile)
	const hint wording.Phrase = "name the hosts of the site under [hosting], without \"cloudflare\" if it is not one of them, or write static/%s yourself"
	if !c.isFor(host.Cloudflare) {
		return
	}
	if missing := c.hosting.MissingHeaders(); len(missing) > 0 && !headersOwn {
		for _, about := range missing {
			c.report(source.Warnf("host-limit", c.model.Config.Hosting.Pos,
				"Cloudflare reads %d rules of %s, and the site needs more: those about %s are left out", host.MostRules, host.HeadersFile, about).
				WithHint(hint, host.HeadersFile))
		}
	}
	if !c.hosting.HasAllMoves() && !redirectsOwn {
		c.report(source.Warnf("host-limit", c.model.Config.Hosting.Pos,
			"Cloudflare does not read so much of %s: some former addresses stand in none of its lines, and redirect by their pages", host.RedirectsFile).
			WithHint(hint, host.RedirectsFile))
	}
}

// addPacked claims a path beside each output that is worth packing, for each form that config.toml asks for. It is written with
// the output itself, while the bodies of its pair are remembered.
func (c *collector) addPacked() {
	for _, path := range slices.Sorted(maps.Keys(c.outputs)) {
		out := c.outputs[path]
		if !host.IsText(path) || out.small {
			continue
		}
		for _, form := range c.model.Config.Hosting.Compress {
			packed := path + form.Ending()
			if _, own := c.taken[strings.ToLower(packed)]; !own && c.add(packed, out.from, writePacked(path, form)) {
				c.mark(packed, func(beside *output) {
					beside.pair, beside.picture, beside.ofAll, beside.lasting = out.pair, out.picture, out.ofAll, out.lasting
				})
			}
		}
	}
}

// small says of an output that it is not worth packing.
func small(out *output) { out.small = true }

// writePacked writes an output in a packed form. What is wrong with it is told of the output itself.
func writePacked(path string, form host.Packing) writeFunc {
	return func(s *Site, to *sheet) error {
		if _, unread := to.Writer.(Unread); unread || source.HasErrors(s.problems) { // then nothing is published
			return nil
		}
		var bytes bytes.Buffer
		plain := &sheet{Writer: &bytes}
		if err := s.outputs[path].write(s, plain); err != nil || source.HasErrors(plain.problems) {
			return err
		}
		to.reads = plain.reads
		return host.Pack(to, form, bytes.Bytes())
	}
}
