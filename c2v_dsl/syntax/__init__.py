"""Text to tree and back: parser, formatter, edits, and the tree's JSON form."""

from .format import FormatResult, format_source, print_file
from .parser import ExpressionResult, ParseResult, parse, parse_expression

__all__ = [
    "ExpressionResult", "FormatResult", "ParseResult", "format_source", "parse",
    "parse_expression", "print_file",
]
