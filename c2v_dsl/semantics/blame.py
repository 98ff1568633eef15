"""Whose fault it is when something from the library does not work out: its arguments'.

What the library holds is right, so a finding inside it is told once, where it is used, at the
argument it comes from if that can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..diagnostics import Finding, Related, Span
from ..syntax import tree
from .walk import nodes

Definition = tree.Template | tree.Component


@dataclass
class Use:
    """One use of a template or component; ``library`` tells whether it is from the standard
    library."""

    name: str
    definition: Definition
    call: tree.Call
    library: bool
    _told: set[str] = field(default_factory=set)

    def told(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Findings as the one who used it should read them."""
        for finding in findings:
            if not self._inside(finding.span):
                yield finding
            elif not self.library:
                note = Related(self.call.span, f"`{self.name}` is used here")
                related = finding.related if note in finding.related else (*finding.related, note)
                yield replace(finding, related=related)
            else:
                yield from self._blamed(finding)

    def _inside(self, span: Span) -> bool:
        whole = self.definition.span
        return span.path == whole.path and whole.start <= span.start and span.end <= whole.end

    def _blamed(self, finding: Finding) -> Iterator[Finding]:
        key = "error" if finding.level == "error" else finding.code
        if key in self._told:
            return
        self._told.add(key)
        arg = self._argument(finding.span)
        whose = f"`{self.name}`" if arg is None else f"`{arg[0]}` of `{self.name}`"
        yield Finding(
            finding.code, self.call.span if arg is None else arg[1],
            f"{whose} does not work out: {finding.message}" if finding.level == "error"
            else f"{whose}: {finding.message}",
            help=f"`c2v stdlib {self.name}` tells what it takes",
            related=(Related(finding.span, "found here"),))

    def _argument(self, span: Span) -> tuple[str, Span] | None:
        """The one argument that what stands at ``span`` is made from; None if there are more."""
        params = [param.name.text for param in self.definition.params]
        given = {arg.name.text if arg.name else params[n]: arg.value.span
                 for n, arg in enumerate(self.call.args) if arg.name or n < len(params)}
        used = self._names(span) & given.keys()
        return (name := used.pop(), given[name]) if len(used) == 1 else None

    def _names(self, span: Span) -> set[str]:
        """Every name below ``span``, lets of the definition followed."""
        below = nodes(self.definition.body)
        lets = {node.name.text: node.value for node in below if isinstance(node, tree.Let)}
        at = [node for node in below if span.start <= node.span.start and node.span.end <= span.end]
        names: set[str] = set()
        waiting = [node.text for node in at if isinstance(node, tree.Name)]
        while waiting:
            name = waiting.pop()
            if name in names:
                continue
            names.add(name)
            if name in lets:
                waiting += [n.text for n in nodes(lets[name]) if isinstance(n, tree.Name)]
        return names
