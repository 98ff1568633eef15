"""Words of the command line read without pydantic, which typer would load for each of them.

Loading it takes longer than checking a storyboard.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args, get_origin

import typer
from typer.core import TyperCommand


class PlainCommand(TyperCommand):
    """A command whose arguments and options are texts, whole numbers and choices of words."""

    def get_params(self, ctx: Any) -> list[Any]:
        return plainly_read(super().get_params(ctx))


def plainly_read(parameters: list[Any]) -> list[Any]:
    """A command's parameters, those of plain types reading their words themselves."""
    for parameter in parameters:
        descriptor = parameter.type_descriptor
        plain = _plain(descriptor.annotation)
        if plain is not None:
            parameter._runtime_param = _Reader(plain, descriptor.parameter_info)
    return parameters


def _plain(annotation: Any) -> type | None:
    """The type of one value, or None where typer had better read it itself."""
    if get_origin(annotation) is list:
        (annotation,) = get_args(annotation)
    if annotation in (str, int, bool):
        return annotation  # type: ignore[no-any-return]
    return annotation if isinstance(annotation, type) and issubclass(annotation, StrEnum) else None


@dataclass(frozen=True)
class _Reader:
    """What typer asks to turn words into values."""

    type: type
    info: Any

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value of a parameter, a list where it may be given several times.

        Raises:
            typer.BadParameter: a word that does not fit.
        """
        if param.multiple or param.nargs == -1:
            return [self._one(word, param, ctx) for word in value or ()]
        return None if value is None else self._one(value, param, ctx)

    def _one(self, word: Any, param: Any, ctx: Any) -> Any:
        if isinstance(word, self.type):
            return word
        if self.type is int:
            return self._number(word, param, ctx)
        try:
            return self.type(word)
        except ValueError:
            raise typer.BadParameter(self._choices(word), ctx=ctx, param=param) from None

    def _number(self, word: str, param: Any, ctx: Any) -> int:
        try:
            number = int(word)
        except ValueError:
            raise typer.BadParameter(f"{word} is not a number", ctx=ctx, param=param) from None
        if self.info.min is not None and number < self.info.min:
            sentence = f"{number} is less than {self.info.min}"
            raise typer.BadParameter(sentence, ctx=ctx, param=param)
        return number

    def _choices(self, word: str) -> str:
        from ..semantics.suggest import listing, nearest

        words = [str(choice) for choice in self.type]  # type: ignore[attr-defined]
        near = nearest(word, words)
        return f"there is no {word}; " + (
            f"did you mean {near}?" if near else f"there are {listing(words)}"
        )
