package main

// langs are the two languages of the made sites, in the order of vocabulary and of a pair's halves.
var langs = [2]string{"fr", "en"}

// words are phrases of one language. What stands at the same index in the other says the same.
type words struct {
	name     string // of one page, before its number
	colon    string // as this language sets it
	slug     string // of a page, before its number
	see      string // "see also", before a link
	subjects []string
	verbs    []string
	objects  []string
	endings  []string
	headings []string
	details  []string
	columns  [3]string
	quote    [2]string // the marks around a quotation
}

// headingKeys are the keys of the headings, the same in both languages.
var headingKeys = []string{"beginnings", "tides", "instruments", "crew", "harvest", "letters", "method", "winter", "figures", "outlook"}

// places are the ports of the tables. They have one name in both languages.
var places = []string{"Saint-Malo", "Honfleur", "Nouméa", "Conakry", "Ålesund", "Plymouth", "Galway", "Cotonou"}

// vocabulary is what the pages are made of.
var vocabulary = [2]words{
	{
		name: "Carnet de bord nᵒ", colon: "\u00a0: ", slug: "carnet-", see: "On lira aussi",
		subjects: []string{
			"Le gardien du phare", "La goélette océanographique", "Une élève de l’école navale", "Le marégraphe du vieux port",
			"L’équipe de plongée", "Notre cheffe de mission", "La criée de l’île", "Le chœur des pêcheurs",
			"Chaque balise dérivante", "L’aînée des matelots", "Le musée de la houle", "Un goéland bagué",
		},
		verbs: []string{
			"relève", "décrit", "a retrouvé", "compare sans hâte", "protège", "dessine à l’encre",
			"mesure depuis 1987", "raconte aux écoliers", "répare", "préfère", "transmet", "célèbre",
		},
		objects: []string{
			"la hauteur des marées", "les épaves répertoriées", "un cahier d’observations", "la couleur des lagunes",
			"les bouées numérotées", "le goût âcre du goémon", "une carte annotée à la main", "les chants de l’équipage",
			"la dérive des icebergs", "un herbier d’algues", "le tracé exact de la côte", "des œufs de sèche égarés",
		},
		endings: []string{
			"avant la relève de midi", "malgré la brume épaisse", "près de l’ancienne cale", "grâce aux relevés d’août",
			"d’un équinoxe à l’autre", "à marée basse", "sous l’œil des touristes", "depuis la tempête de février",
			"là où l’estuaire s’élargit", "au gré des alizés",
		},
		headings: []string{
			"Les débuts de la traversée", "Marées et courants", "Les instruments à bord", "Portraits de l’équipage",
			"Récoltes et prélèvements", "Lettres reçues à l’escale", "Comment nous procédons", "L’hivernage",
			"L’été en quelques chiffres", "Ce qui reste à éclaircir",
		},
		details: []string{"En détail", "À vérifier sur place", "Précaution", "Pour mémoire"},
		columns: [3]string{"Année", "Port d’attache", "Relevé"},
		quote:   [2]string{"«\u00a0", "\u00a0»"},
	},
	{
		name: "Logbook no.", colon: ": ", slug: "logbook-", see: "Read as well about",
		subjects: []string{
			"The lighthouse keeper", "The research schooner", "A pupil of the naval school", "The tide gauge of the old port",
			"The diving team", "Our head of mission", "The island’s fish auction", "The fishermen’s choir",
			"Every drifting buoy", "The eldest of the sailors", "The museum of the swell", "A ringed seagull",
		},
		verbs: []string{
			"records", "describes", "has found again", "compares without haste", "protects", "draws in ink",
			"has measured since 1987", "tells schoolchildren of", "repairs", "prefers", "passes on", "celebrates",
		},
		objects: []string{
			"the height of the tides", "the wrecks on the register", "a book of observations", "the colour of the lagoons",
			"the numbered buoys", "the bitter taste of wrack", "a map annotated by hand", "the songs of the crew",
			"the drift of the icebergs", "a herbarium of seaweed", "the exact line of the coast", "stray eggs of cuttlefish",
		},
		endings: []string{
			"before the watch changes at noon", "despite the thick mist", "near the former slipway", "thanks to the readings of August",
			"from one equinox to the next", "at low tide", "under the visitors’ eyes", "since the storm in February",
			"where the estuary widens", "as the trade winds please",
		},
		headings: []string{
			"The crossing begins", "Tides and currents", "The instruments on board", "Portraits of the crew",
			"Harvests and samples", "Letters received in port", "How we proceed", "Wintering",
			"The summer in a few figures", "What is still unclear",
		},
		details: []string{"In detail", "To be checked on the spot", "A precaution", "For the record"},
		columns: [3]string{"Year", "Home port", "Reading"},
		quote:   [2]string{"“", "”"},
	},
}
