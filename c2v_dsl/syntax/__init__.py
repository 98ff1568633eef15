"""Text to tree and back: parser, formatter, edits, and the tree's JSON form.

Everything answers with findings; what a function raises for a caller's mistake its docstring says.
"""

from .edits import EditConflict, FixResult, apply_edits, apply_fixes
from .format import FormatResult, format_source, print_file
from .json_form import tree_from_json, tree_schema, tree_to_json
from .parser import ExpressionResult, ParseResult, parse, parse_expression

__all__ = [
    "EditConflict", "ExpressionResult", "FixResult", "FormatResult", "ParseResult", "apply_edits",
    "apply_fixes", "format_source", "parse", "parse_expression", "print_file", "tree_from_json",
    "tree_schema", "tree_to_json",
]
