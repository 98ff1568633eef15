"""Ways to ask a model, each loaded when it is chosen."""
