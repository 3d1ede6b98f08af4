package picture

import (
	"bytes"
	"testing"
)

func TestCleanSVG(t *testing.T) {
	const open, sign = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"`, "Kwame"
	for before, want := range map[string]string{
		open + `><!-- Kwame --><path d="M0 0"/></svg>`:                               open + `><path d="M0 0"/></svg>`,
		open + `><metadata><a>Kwame</a><metadata/></metadata><title>É</title></svg>`: open + `><title>É</title></svg>`,
		open + `><metadata/><g/></svg>`:                                              open + `><g/></svg>`,
		"<?xml version=\"1.0\"?>\n<?xpacket Kwame?>" + open + `/>`:                   "<?xml version=\"1.0\"?>\n" + open + `/>`,
		open + ` xmlns:i="http://www.inkscape.org/" i:path='/home/Kwame/a.svg' id="i:x"><i:view><g/>Kwame</i:view><g i:by = "Kwame > 2"/></svg>`: open +
			` xmlns:i="http://www.inkscape.org/" id="i:x"><g/></svg>`,
		open + ` xmlns:x="http://www.w3.org/1999/xlink"><use x:href="#a"/></svg>`: open + ` xmlns:x="http://www.w3.org/1999/xlink"><use x:href="#a"/></svg>`,
		open + `><text>&lt;!-- a --&gt; <![CDATA[<!-- b -->]]></text></svg>`:      open + `><text>&lt;!-- a --&gt; <![CDATA[<!-- b -->]]></text></svg>`,
	} {
		info := inspect(t, "a.svg", []byte(before))
		got, err := Clean([]byte(before), info)
		if err != nil || string(got) != want {
			t.Errorf("%s\nbecame\n%s\nwant\n%s (%v)", before, got, want, err)
		}
		if bytes.Contains(got, []byte(sign)) {
			t.Errorf("%s tells of its maker", got)
		}
		if again, err := Clean(got, info); err != nil || !bytes.Equal(again, got) {
			t.Errorf("%s, cleaned again, is %s (%v)", got, again, err)
		}
	}
}

func TestCleanBrokenSVG(t *testing.T) {
	if got, err := Clean([]byte("<svg><g></svg"), Info{Format: SVG}); !says(err, "the SVG is broken in line 1") {
		t.Errorf("%s, %v", got, err)
	}
}
