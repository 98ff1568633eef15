"""What the language knows: kinds of objects and style words (`verbs.VERBS` has the verbs)."""

from . import kinds_data, kinds_planes, kinds_shapes, kinds_words
from .declare import REQUIRED, Arg, Kind, Part, PhraseSpec, Verb
from .styles import STYLES, StyleWord

KINDS: dict[str, Kind] = {
    kind.name: kind
    for module in (kinds_words, kinds_shapes, kinds_planes, kinds_data)
    for kind in module.KINDS
}
"""Every kind by its name."""

__all__ = ["KINDS", "REQUIRED", "STYLES", "Arg", "Kind", "Part", "PhraseSpec", "StyleWord", "Verb"]
