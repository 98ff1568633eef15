"""Arguments that a callable does not take, or misses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import libcst as cst

from ...diagnostics.codes import hatches as codes
from ...semantics.suggest import listing, nearest
from .api import Api, Signature
from .old_names import KEYWORDS
from .types import Type, Types


class Calls:
    """Checks calls of what the index knows, and of the hatch's own functions.

    Args:
        tell: notes a problem: its code, where, a sentence, help, what belongs there instead.
    """

    def __init__(self, api: Api, types: Types, tell: Callable[..., Any]) -> None:
        self.api = api
        self.types = types
        self.tell = tell

    def check(self, call: cst.Call) -> None:
        callee = self.types.of(call.func)
        if callee is None or callee.signature is None or callee.sort == "instance":
            return
        if callee.sort == "function" and "." in callee.name and (
                not callee.name.startswith("np.") and not self.api.is_module(
                    callee.name.partition(".")[0])):
            return  # a method by its class: what is bound is not known
        self._keywords(call, callee, callee.signature)
        self._positions(call, callee, callee.signature)

    def _keywords(self, call: cst.Call, callee: Type, taken: Signature) -> None:
        if taken.open:
            return
        for argument in call.args:
            if argument.keyword is None or argument.keyword.value in taken.keywords:
                continue
            given = argument.keyword.value
            known = KEYWORDS.get(given)
            near = known if known in taken.keywords else nearest(given, taken.keywords)
            if near:
                help = f"write `{near}=`" if near == known else f"did you mean `{near}=`?"
            else:
                own = taken.keywords[:10]
                help = f"it takes {listing(f'`{name}`' for name in own)}" if own else ""
            sure = near is not None and not near.endswith("_range")
            self.tell(codes.WRONG_ARGUMENT, argument.keyword,
                      f"`{_called(callee)}` takes no `{given}=`", help, near if sure else None)

    def _positions(self, call: cst.Call, callee: Type, taken: Signature) -> None:
        if any(argument.star for argument in call.args):
            return
        positional = [argument for argument in call.args if argument.keyword is None]
        named = {argument.keyword.value for argument in call.args if argument.keyword}
        slots = taken.positional
        if slots is None:
            missing = [name for name in taken.required
                       if name not in named and f"*{name}" not in taken.own
                       and taken.own.index(name) > _star(taken)]
        else:
            if len(positional) > len(slots):
                extra = positional[len(slots)]
                shown = listing(f"`{slot.partition('=')[0]}`" for slot in slots) or "none"
                self.tell(codes.WRONG_ARGUMENT, extra,
                          f"`{_called(callee)}` takes {len(slots)} arguments without a name, "
                          f"not {len(positional)}", f"they are {shown}; name the others")
                return
            filled = {slot.partition("=")[0] for slot in slots[: len(positional)]}
            if twice := sorted(filled & named):
                self.tell(codes.WRONG_ARGUMENT, call,
                          f"`{_called(callee)}` is given `{twice[0]}` twice",
                          f"take away `{twice[0]}=`, or name the others")
                return
            missing = [name for name in taken.required if name not in filled | named]
        if missing:
            self.tell(codes.WRONG_ARGUMENT, call,
                      f"`{_called(callee)}` also needs {listing(f'`{name}`' for name in missing)}",
                      f"it takes `{taken.text()}`")


def _star(taken: Signature) -> int:
    return next((n for n, item in enumerate(taken.own) if item[0] == "*"), -1)


def _called(callee: Type) -> str:
    if callee.sort == "method" and callee.signature:
        return callee.signature.name
    return callee.name
