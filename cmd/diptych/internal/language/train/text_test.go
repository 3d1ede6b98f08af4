package main

import (
	"encoding/binary"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBlocks(t *testing.T) {
	const page = `<html><head><title>Titre de la page</title></head><body><!-- a <p>comment</p> -->
		<h1>Où   trouver
		l&#8217;aide&nbsp;?</h1><p>Saisissez <code>apt <code>update</code> now</code>, puis <em>valid</em>ez<br/>sans attendre.</p>
		<p>court</p><page><info><credit>Someone who wrote this</credit></info><p>Appuyez sur <key>Ctrl</key>, <gui>Quitter</gui>.</p></page>`
	want := []string{"Où trouver l’aide ?", "Saisissez , puis validez", "sans attendre.", "Appuyez sur , Quitter."}
	if diff := cmp.Diff(want, blocks(page)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
}

func TestMessages(t *testing.T) {
	got, err := messages(catalogue(
		[2]string{"", "Content-Type: text/plain\n"},
		[2]string{"menu\x04_Save %s as <b>draft</b>", "_Enregistrer %s comme <b>brouillon</b>"},
		[2]string{"%d soldier is here\x00%d soldiers are here", "%d soldat est ici\x00%d soldats sont ici"},
		[2]string{"Too short", "Trop court"},
	))
	want := [2][]string{
		french:  {"Content-Type: text/plain", "Enregistrer comme brouillon", "soldat est ici"},
		english: {"Save as draft", "soldier is here"},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("messages (-want +got):\n%s%v", diff, err)
	}
	if _, err := messages("no catalogue, but long enough to be one"); err == nil {
		t.Error("any text passes for a catalogue")
	}
}

// catalogue makes a catalogue of gettext of messages and their translations.
func catalogue(entries ...[2]string) string {
	size := uint32(len(entries))
	file := binary.LittleEndian.AppendUint32(nil, 0x950412de)
	for _, n := range []uint32{0, size, 28, 28 + 8*size, 0, 0} {
		file = binary.LittleEndian.AppendUint32(file, n)
	}
	var texts string
	for column := range 2 {
		for _, entry := range entries {
			file = binary.LittleEndian.AppendUint32(file, uint32(len(entry[column])))
			file = binary.LittleEndian.AppendUint32(file, 28+16*size+uint32(len(texts)))
			texts += entry[column] + "\x00"
		}
	}
	return string(file) + texts
}

func TestPurge(t *testing.T) {
	c := corpus{texts: [2][]string{
		french:  {"Bonjour à tous", "Hello everybody", "Bonjour à tous", "Au revoir"},
		english: {"Hello everybody", "Good morning", "Good morning"},
	}}
	c.purge()
	want := [2][]string{french: {"Bonjour à tous", "Au revoir"}, english: {"Good morning"}}
	if diff := cmp.Diff(want, c.texts); diff != "" {
		t.Errorf("purge (-want +got):\n%s", diff)
	}
}
