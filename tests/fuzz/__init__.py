"""Mutations of the corpus, thrown at the parser and the formatter."""
