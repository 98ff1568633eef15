"""Text to tree and back: parser, formatter, edits, and the tree's JSON form."""

from .parser import ExpressionResult, ParseResult, parse, parse_expression

__all__ = ["ExpressionResult", "ParseResult", "parse", "parse_expression"]
