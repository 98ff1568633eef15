"""Mending layouts: changes that do away with findings, found on what was measured.

`mending` cures a whole storyboard, `offers` gives findings their fixes, `state` measures and
compares. What is thought of for which finding stands in `cures`.
"""
