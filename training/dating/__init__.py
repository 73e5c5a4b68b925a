"""How the small tables of weights in ``onrecord.dating`` were made."""
