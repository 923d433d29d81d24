"""Service requests and their life from received to confirmed."""
