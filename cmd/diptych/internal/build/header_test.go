package build

import (
	"strings"
	"testing"
)

// TestHeaders holds that no output may run what is written into it, save that a drawing has styles of its own.
func TestHeaders(t *testing.T) {
	for path, own := range map[string]string{
		"fr/index.html": contentPolicy, "css/site.css": contentPolicy, "index.html": contentPolicy,
		"favicon.svg": drawingPolicy, "img/carte.svg": drawingPolicy, "svg": contentPolicy,
	} {
		sent := map[string]string{}
		for _, h := range Headers(path) {
			if sent[h.Name] != "" {
				t.Errorf("%s: %s is sent twice", path, h.Name)
			}
			sent[h.Name] = h.Value
		}
		if sent["Content-Security-Policy"] != own || sent["X-Content-Type-Options"] != "nosniff" {
			t.Errorf("%s: %v", path, sent)
		}
		if policy := sent["Content-Security-Policy"]; strings.Contains(policy, "script-src") || strings.Contains(policy, "unsafe-eval") {
			t.Errorf("%s: scripts have a policy of their own: %s", path, policy)
		}
	}
}
