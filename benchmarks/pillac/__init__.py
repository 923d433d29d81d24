"""Days of technicians out of the public instances of Pillac, Guéret and Medaglia: read, played, checked."""
