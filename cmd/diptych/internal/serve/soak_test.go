package serve

func serveSoak() {}
