"""The nouns: frozen, typed, complete when made, without I/O. Every stage takes and returns these."""
