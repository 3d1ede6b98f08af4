package media

import "strings"

// texts are samples of files that are read as texts.
func texts() []sample {
	ics := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
	const declaration = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	return []sample{
		{"lisez-moi.txt", []byte("L’été à Accra :\n« oui »\n"), "TXT"},
		{"LISEZMOI", []byte("L’été à Accra :\n"), "TXT"},
		{"x.txt", []byte("L'\xe9t\xe9 \xe0 Accra\r\n\x1a"), "TXT"}, // Latin-1, from DOS
		{"x.csv", []byte("nom;âge\nÉlodie;42\n"), "CSV"},
		{"x.csv", []byte("\ufeffnom;âge\n"), "CSV"},
		{"x.CSV", []byte("\xff\xfen\x00o\x00m\x00"), "CSV"},
		{"x.txt", []byte("\xfe\xff\x00n\x00o\x00m"), "TXT"},
		{"x.csv", []byte("[x],[y]\n1,2\n"), "CSV"},
		{"x.pdf", []byte("nom;âge\n"), "TXT"},
		{"x.rtf", []byte(`{\rtf1\ansi L'\'e9t\'e9}`), "RTF"},
		{"x.doc", []byte(`{\rtf1\ansi}`), "RTF"},
		{"x.json", []byte("\n { \"été\": true }"), "JSON"},
		{"x.json", []byte("[1, 2]"), "JSON"},
		{"x.txt", []byte("[Note] L’été"), "TXT"},
		{"x", []byte("{}"), "TXT"},
		{"x", []byte(ics), "ICS"},
		{"x.txt", []byte("\ufeff" + strings.ToLower(ics)), "ICS"},
		{"x.html", []byte("<!doctype HTML><title>Été</title>"), "HTML"},
		{"x", []byte("\n<!-- Accueil -->\n<HTML lang=fr>"), "HTML"},
		{"x.xml", []byte(declaration + "<!DOCTYPE html PUBLIC \"\"><html/>"), "HTML"},
		{"x.htm", []byte("<p>Été"), "HTML"},
		{"x.txt", []byte("<p>Été"), "TXT"},
		{"x", []byte("<3"), "TXT"},
		{"x", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), "SVG"},
		{"x.xml", []byte(declaration + "<!-- Créé à Accra -->\n<!DOCTYPE svg PUBLIC \"\">\n<svg/>"), "SVG"},
		{"x.xml", []byte(declaration + "<données/>"), "XML"},
		{"x.svg", []byte(declaration + "<données/>"), "XML"},
		{"x.svg", []byte(declaration + "<!-- " + strings.Repeat("é", HeadSize) + " -->\n<svg/>"), "SVG"},
		{"x", []byte(declaration), "XML"},
		{"x.xml", []byte("<!-- " + strings.Repeat("é", HeadSize) + " -->\n<a/>"), "XML"},
	}
}
