"""What people who know Python, Manim or other languages write, answered in their own words."""

from __future__ import annotations

import re
from dataclasses import replace

from ..diagnostics import Edit, Finding, Fix, Span
from ..diagnostics.codes import syntax as codes
from . import manim
from .expected import room
from .lexer import END, NEWLINE, Token
from .manim import FORMS, VERBS
from .site import Repair, Site
from .tables import CELL

MANIM_VERBS = VERBS
"""Manim's animations and the verbs they are here."""

MANIM_ARGUMENTS = {
    "run_time": "over 2s", "rate_func": "ease smooth", "lag_ratio": "stagger 0.1s",
    "fill_opacity": "fill blue 0.4", "stroke_width": "stroke blue 4", "fill_color": "fill blue",
    "stroke_color": "stroke blue", "font_size": "size 32", "duration": "over 2s",
    "opacity": "opacity 40%", "color": "color gold", "fill": "fill blue 0.4", "run": "over 2s",
}
METHODS = {
    "set_color": "color gold", "set_fill": "fill blue 0.4", "set_stroke": "stroke blue 4",
    "set_opacity": "opacity 40%", "move_to": "at B2", "next_to": "below a gap 0.2",
    "shift": "at (x, y)", "to_edge": "in A1:A6", "to_corner": "at A1", "scale": "scale 0.8",
    "rotate": "rotated 30deg", "align_to": "below a align left", "animate": "an action of a beat",
    "fill": "fill blue 0.4", "color": "color gold", "stroke": "stroke blue 4",
    "style": "color gold",
    "at": "at B2", "below": "below a", "above": "above a",
}
UNIT_WORDS = {
    "sec": "s", "secs": "s", "second": "s", "seconds": "s", "msec": "ms", "millis": "ms",
    "degrees": "deg", "degree": "deg", "d": "deg", "percent": "%", "j": "i",
}
STATEMENTS = {
    "def": "a function is `let f(x) = x^2`",
    "class": "a picture of several parts is a `component NAME(…) { … }`",
    "while": "loops count: `for i in 0..4 { … }`",
    "if": "there is no `if` block; `for i in 0..4 if i != 2 { … }` filters, and "
          "`a if c else b` is a value",
    "elif": "there is no `if` block; `a if c else b` is a value",
    "else": "there is no `if` block; `a if c else b` is a value",
    "return": "a `let f(x) = …` is the value behind its `=`",
    "from": "other files are read by `import \"path.c2v\"`",
    "print": "text on screen is an object, `t = text(\"…\")`, shown by `show t`",
    "with": "actions at once stand in `together { … }`",
    "try": "nothing fails at run time, so there is nothing to try",
    "var": "a value is `let x = 1`, one that beats change `param x = 1`",
    "const": "a value is `let x = 1`",
    "function": "a function is `let f(x) = x^2`",
    "lambda": "a function without a name is `x -> x^2`",
    "pass": "an empty block is `{ }`",
    "global": "a value that beats change is `param x = 1`",
}


def cure(site: Site) -> Repair | None:
    """The cure for a known habit, if the statement is readable with it."""
    token, previous = site.token, site.previous
    if site.head.text in ("self", "play") or site.head.text in VERBS:
        return _manim(site)
    if token.text == "." and site.at == site.statement + 1 and room(site) == "beat":
        return _manim(site)
    if token.text in _RESPELT and (found := _respelt(site)) is not None:
        return found
    if previous.type == "NUMBER" and token.text in (*UNIT_WORDS, "s", "ms", "deg", "i"):
        return _unit(site)
    if token.text == "of" and previous.text in ("left", "right"):
        return _beside(site)
    if token.text in ("left", "right") and site.after(1).text == "of":
        return _beside(site)
    if token.text == "'":
        return _quotes(site)
    if token.type in ("STRING", "LONG_STRING") and previous.type == "NAME" and (
        previous.end == token.start
    ):
        return _prefix(site)
    if token.text == "=" and site.after(1).text == ">" and site.after(1).start == token.end:
        return _arrow(site)
    if token.text == "." and previous.text == ".." and previous.end == token.start:
        return _without(site, "`..` counts to the last number and takes two dots")
    if token.text == "." and site.after(1).type == "NUMBER" and site.after(1).start == token.end:
        return _half(site)
    if token.text == "/" and previous.text == "/" and previous.end == token.start:
        return None
    if token.text == ":" and previous.type in ("NAME", CELL):
        return _area(site)
    if token.type == "NAME" and previous.text == ":" and cell_like(token.text):
        return _area_end(site)
    return None


_RESPELT = frozenset({"next_to", "font_size", "in", "above", "below", "left_of", "right_of"})
_SIDE_WORDS = {"above": "up", "below": "down", "left_of": "left", "right_of": "right"}


def _respelt(site: Site) -> Repair | None:
    """A word that is another one here: ``next_to a``, ``font_size 40``, ``set t to 3 in 2s``."""
    token, previous = site.token, site.previous
    if token.text == "next_to":
        word, why = "right_of", "a place says on which side: above, below, left_of, right_of"
    elif token.text == "font_size" and site.after(1).type == "NUMBER":
        word, why = "size", "the style for the size of letters is `size`"
    elif token.text == "in" and room(site) == "beat" and re.fullmatch(
        r"[0-9.]+m?s", site.after(1).text
    ):
        word, why = "over", "how long an action takes stands behind `over`"
    elif token.text in _SIDE_WORDS and previous.text == "=" and (
        site.tokens[site.at - 2].text == "side"
    ):
        word, why = _SIDE_WORDS[token.text], "a side is `up`, `down`, `left` or `right`"
    else:
        return None
    put = token._replace(text=word)
    if not site.helps((put,), site.at + 1, least=1):
        return None
    finding = site.finding(
        codes.MISSPELLED_WORD, why, help=f"write `{word}`",
        fix=site.edit(f"write `{word}`", site.span(token), word))
    return Repair(finding, site.at, site.at + 1, (put,), site.machine.top)


def _condition(site: Site) -> Finding | None:
    """``show f if t > 2``."""
    words = site.tokens[site.statement : site.at]
    chosen = next((word for word in words[1:] if word.text == "if"), None)
    if chosen is None or site.head.text in ("for", "let"):
        return None
    return site.finding(
        codes.UNEXPECTED, "an action has no condition", span=site.span(chosen),
        help="let what is seen follow the param, `opacity (1 if t > 2 else 0)`; loops choose: "
             "`for i in 0..4 if i != 2 { … }`")


_LOOKS = {"fill_opacity": "fill blue {}", "stroke_width": "stroke white {}",
          "fill_color": "fill {}", "stroke_color": "stroke {}", "font_size": "size {}",
          "z_index": "layer {}"}


def _look(site: Site, word: Token) -> Finding | None:
    """``fill_opacity 0.5`` and ``width=2`` behind an object."""
    value = site.after(2) if site.after(1).text == "=" else site.after(1)
    shown = value.text.lower() if value.type in ("NUMBER", "NAME") else "…"
    if word.text in _LOOKS:
        line = site.text[site.head.start : site.line_end]
        color = re.search(r"\bcolor[ =]+([A-Za-z_]+)", line)
        better = _LOOKS[word.text].format(shown)
        if color is not None:
            better = re.sub(r"\b(blue|white)\b", color.group(1).lower(), better)
        end = value if value.type in ("NUMBER", "NAME") else word
        return site.finding(
            codes.MANIM_HABIT, f"`{word.text}` is not a style of this language",
            span=site.span(word), help=f"write `{better}`",
            fix=site.edit(f"write `{better}`", site.span(word, end), better))
    if word.text in ("width", "height"):
        return site.finding(
            codes.MANIM_HABIT, f"`{word.text}` is not a style of this language",
            span=site.span(word),
            help="sizes are arguments, `circle(r=1)`, `rect(w=2, h=1)`; others fit into a place, "
                 "`in B2:E5`, or are scaled, `scale 0.8`")
    return None


def _lambda(site: Site) -> Finding:
    """``lambda x: x**2``, with its own body."""
    start = site.previous.start
    found = re.match(r"lambda\s+(\w+(?:\s*,\s*\w+)*)\s*:\s*", site.text[start : site.line_end])
    if found is None:
        return site.finding(
            codes.PYTHON_HABIT, "a function is not written with `lambda`",
            span=site.span(site.previous), help="write `x -> x + 1`")
    level, end = 0, start + found.end()
    while end < site.line_end:
        char = site.text[end]
        level += (char in "([{") - (char in ")]}")
        if level < 0 or (level == 0 and char == ","):
            break
        end += 1
    body = site.text[start + found.end() : end].strip().replace("**", "^")
    names = found.group(1)
    better = f"{names} -> {body}" if "," not in names else f"({names}) -> {body}"
    whole = site.span(site.previous)._replace(end=end)
    return site.finding(
        codes.PYTHON_HABIT, "a function is not written with `lambda`",
        span=site.span(site.previous), help=f"write `{better}`",
        fix=site.edit(f"write `{better}`", whole, better))


def say(site: Site) -> Finding | None:
    """What to say of a statement that is left out, if it is a habit that is known."""
    line = site.text[site.head.start : site.line_end]
    head = site.head.text
    if found := re.match(r"(?:self|scene)\s*\.\s*(\w+)", line):
        return _python(site, "there is no `self`: a beat says what happens with verbs, "
                             "`show a over 2s`, `wait 1s`", codes.MANIM_HABIT, found.group())
    if found := re.match(r"([A-Za-z]\w*)\s*\(", line):
        if found.group(1) == "play":
            return _python(site, "a beat says what happens with verbs, `show a over 2s`",
                           codes.MANIM_HABIT, "play")
        if verb := VERBS.get(found.group(1)):
            return manim_call(site.span(site.head), found.group(1), verb)
    if found := re.match(r"import\s+[A-Za-z]", line):
        return _python(site, 'other files are read by `import "path.c2v"`; nothing else is '
                             "imported", codes.PYTHON_HABIT, "import")
    if head in STATEMENTS and (
        site.at - site.statement <= (2 if head != "else" else 0) or line.rstrip().endswith(":")
    ):
        return _python(site, STATEMENTS[head], codes.PYTHON_HABIT, head)
    token, previous = site.token, site.previous
    if token.text == ":" and site.after(1).type in (NEWLINE, END):
        return site.finding(
            codes.PYTHON_HABIT, "a block does not begin with `:`; it stands in braces",
            help="write `{ … }`", fix=_braces(site))
    if token.type == "NAME" and token.text in _LOOKS and room(site) == "objects" and (
        site.after(1).text == "="
    ) and (wrong := _look(site, token)) is not None:
        return wrong
    if token.type == "NAME" and token.text in MANIM_ARGUMENTS and site.after(1).text == "=":
        return _argument(site, token)
    if token.text == "=" and previous.text in MANIM_ARGUMENTS and room(site) == "beat":
        return _argument(site, previous)
    if token.text == "." and previous.text == ")" and site.after(1).text in METHODS:
        return _method(site)
    if token.text in "+-*/:" and site.after(1).text == "=" and site.after(1).start == token.end:
        return site.finding(
            codes.PYTHON_HABIT, f"`{token.text}=` is not of the language: values do not change",
            span=site.span(token, site.after(1)),
            help="write `=`" if head == "let" or token.text == ":" else
            "only a `param` changes, in a beat: `set t to t + 1`")
    if previous.text == "lambda":
        return _lambda(site)
    if token.type in (NEWLINE, END) or token.text in ("}", ";"):
        wrong = _condition(site) if room(site) == "beat" else None
        if wrong is not None:
            return wrong
    if token.type == "NAME" and room(site) == "objects" and (
        wrong := _look(site, token)
    ) is not None:
        return wrong
    if token.text == "=" and site.at == site.statement + 1 and head not in STATEMENTS:
        return _assignment(site)
    if token.text == "{" and previous.text in ("=", ",", "(", "["):
        return site.finding(
            codes.UNEXPECTED, "braces hold statements, not values", help="lists are `[1, 2]`")
    if token.text == "if" and "NUMBER" in site.machine.expected():
        return site.finding(
            codes.UNEXPECTED, "a choice begins with its first value, not with `if`",
            help="write `a if condition else b`")
    if head not in ("for", "on", "style", "let") and room(site) == "objects" and (
        wrong := _object(site)
    ) is not None:
        return wrong
    if token.text == "." and site.at == site.statement + 1 and room(site) == "beat":
        return site.finding(
            codes.MANIM_HABIT, "objects have no methods; an action begins with its verb",
            span=site.span(site.head, site.after(1)), help=f"write `show {head}`")
    if token.text == "for" and site.depth:
        return site.finding(
            codes.UNEXPECTED, "`for` stands in square brackets: a list is built there",
            help="write `[f(i) for i in 1..n]`")
    return None


def _braces(site: Site) -> Fix:
    """A fix that puts what is indented below a ``:`` into braces."""
    text, indent = site.text, site.indent(site.head.start)
    end = site.line_end
    while end < len(text):
        line = text[end + 1 :].split("\n", 1)[0]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        end += 1 + len(line)
    here = Span(min(end + 1, len(text)), min(end + 1, len(text)), site.path)
    closing = ("" if end < len(text) else "\n") + " " * indent + "}\n"
    return Fix("put the block in braces", (
        Edit(site.span(site.token), " {"), Edit(here, closing),
    ))


def _object(site: Site) -> Finding | None:
    """What is no object: without a name, or without a kind."""
    token, previous, head = site.token, site.previous, site.head
    if token.text == "(" and site.at == site.statement + 1:
        return site.finding(
            codes.MISSING_MARK, f"this `{head.text}` has no name", span=site.span(head),
            help=f"write `a = {head.text}(…)`")
    if previous.text == "=" and site.at == site.statement + 2 and token.type in (
        "STRING", "NUMBER", "LPAR", "LSQB",
    ):
        form = {"STRING": 'text("…")', "LPAR": "dot((x, y))", "NUMBER": "number(3)"}
        return site.finding(
            codes.UNEXPECTED, "an object is made by a kind; a value stands in a `let`",
            label="no kind", help=f"write `{head.text} = {form.get(token.type, 'array([…])')}`"
            f", or `let {head.text} = …`")
    if token.text == "next" and site.after(1).text == "to":
        return site.finding(
            codes.UNEXPECTED, "a place says on which side: above, below, left_of, right_of",
            help="write `right_of a gap 0.2`")
    return None


def _assignment(site: Site) -> Finding | None:
    where, name = room(site), site.head.text
    if site.head.type != "NAME" or where == "objects":
        return None
    if where == "beat":
        return site.finding(
            codes.NOT_A_STATEMENT, f"`{name} = …` is not an action", span=site.span(site.head),
            help=f"write `set {name} to …` for a param, `let {name} = …` for a value")
    return None


def _unit(site: Site) -> Repair | None:
    """``1 second``."""
    number, below = site.previous, site.machine.top.below
    if below is None or not number.text[-1].isdigit():
        return None
    better = number.text + UNIT_WORDS.get(site.token.text, site.token.text)
    put = Token("NUMBER", better, number.start, site.token.end)
    if not site.helps((put,), site.at + 1, below):
        return None
    finding = site.finding(
        codes.BAD_NUMBER, "a unit stands right behind its number", span=site.span(put),
        help=f"write `{better}`", fix=site.edit(f"write `{better}`", site.span(put), better, True),
    )
    return Repair(finding, site.at, site.at + 1, (put,), below)


def _beside(site: Site) -> Repair | None:
    """``left of a``."""
    first = site.token if site.token.text != "of" else site.previous
    word = f"{first.text}_of"
    top = site.machine.top if first is site.token else site.machine.top.below
    last = site.at + (2 if first is site.token else 1)
    put = first._replace(text=word, end=site.tokens[last - 1].end)
    if top is None or not site.helps((put,), last, top):
        return None
    finding = site.finding(
        codes.MISSPELLED_WORD, f"this is one word: `{word}`", span=site.span(put),
        help=f"write `{word}`", fix=site.edit(f"write `{word}`", site.span(put), word, True),
    )
    return Repair(finding, site.at, last, (put,), top)


def _manim(site: Site) -> Repair | None:
    """A call of Manim that can be said here for certain."""
    said = say(site)
    found = manim.statement(site) if said is not None and room(site) == "beat" else None
    if said is None or found is None:
        return None
    better, end, tokens = found
    whole = site.span(site.head)._replace(end=end)
    return Repair(
        replace(said, help=f"write `{better}`", fix=site.edit(f"write `{better}`", whole, better)),
        site.statement, site.index_at(end), tokens, site.base,
    )


def manim_call(span: Span, name: str, verb: str) -> Finding:
    """The finding for ``FadeIn(a)`` at ``span``."""
    form = FORMS.get(verb, f"{verb} a over 2s")
    return Finding(
        codes.MANIM_HABIT, span,
        f"`{name}(…)` is Manim; here an action is a verb and its targets",
        help=f"write `{form}`",
    )


def _python(site: Site, help: str, code: str, word: str) -> Finding:
    head = site.head
    span = site.span(head)._replace(end=max(head.end, head.start + len(word)))
    shown = word if len(word) < 30 else head.text
    whose = "Manim" if code == codes.MANIM_HABIT else "another language"
    return site.finding(code, f"`{shown}` is a statement of {whose}", span=span, help=help)


def _argument(site: Site, word: Token) -> Finding:
    form = MANIM_ARGUMENTS[word.text]
    return site.finding(
        codes.MANIM_HABIT, f"`{word.text}=` is not how a statement takes this",
        span=site.span(word), help=f"write `{form}`, without `=`")


def _method(site: Site) -> Finding:
    method = site.after(1)
    return site.finding(
        codes.MANIM_HABIT, f"objects have no methods: `.{method.text}(…)`",
        span=site.span(site.token, method),
        help=f"put it behind the object: `{METHODS[method.text]}`")


def _quotes(site: Site) -> Repair | None:
    token = site.token
    end = site.text.find("'", token.end, site.line_end)
    if end < 0:
        return None
    inner = site.text[token.end : end]
    last = site.index_at(end + 1)
    stop = site.tokens[last].start if site.tokens[last].start <= site.line_end else site.line_end
    rest = () if stop >= end + 1 and not site.text[end + 1 : stop].strip() else site.relex(
        end + 1, site.line_end, site.at)
    if rest:
        last = site.index_at(site.line_end)
    better = '"' + inner.replace('"', '\\"') + '"'
    string = Token("STRING", better, token.start, end + 1)
    if not site.machine.reach([string]):
        return None
    finding = site.finding(
        codes.WRONG_QUOTES, "this text stands in single quotes; texts stand in double ones",
        span=site.span(string), help=f"write `{better}`" if len(better) < 40 else 'write `"…"`',
        fix=site.edit("use double quotes", site.span(string), better, safe=True),
    )
    return Repair(finding, site.at, last, (string, *rest), site.machine.top)


def _prefix(site: Site) -> Repair | None:
    previous, token = site.previous, site.token
    below = site.machine.top.below
    if previous.text.lower() not in ("f", "r", "fr", "rf", "b", "u") or below is None:
        return None
    if not site.helps((token,), site.at + 1, below, least=1):
        return None
    why = "strings are raw already" if "r" in previous.text.lower() else (
        "a live value in any string is `#{…}`")
    finding = site.finding(
        codes.PYTHON_HABIT, f"strings take no letter before them: {why}",
        span=site.span(previous), help=f"take the `{previous.text}` out",
        fix=site.edit(
            "take it out", site.span(previous), "", safe="f" not in previous.text.lower()),
    )
    return Repair(finding, site.at, site.at, (), below)


def _arrow(site: Site) -> Repair | None:
    span = site.span(site.token, site.after(1))
    arrow = site.mark("->", site.token.start)
    if not site.helps((arrow,), site.at + 2, least=1):
        return None
    finding = site.finding(
        codes.WRONG_OPERATOR, "a function is written with `->`, not `=>`", span=span,
        help="write `->`", fix=site.edit("write `->`", span, "->", safe=True),
    )
    return Repair(finding, site.at, site.at + 2, (arrow,), site.machine.top)


def _without(site: Site, message: str) -> Repair | None:
    if not site.helps((), site.at + 1, least=1):
        return None
    finding = site.finding(
        codes.WRONG_OPERATOR, message, help="write `a..b`",
        fix=site.edit("take the dot out", site.span(site.token), ""),
    )
    return Repair(finding, site.at, site.at + 1, (), site.machine.top)


def _half(site: Site) -> Repair | None:
    token, digits = site.token, site.after(1)
    if "." in digits.text:
        return None
    better = f"0.{digits.text}"
    number = Token("NUMBER", better, token.start, digits.end)
    if not site.helps((number,), site.at + 2, least=1):
        return None
    finding = site.finding(
        codes.BAD_NUMBER, f"`.{digits.text}` is not a number: there is a digit before the point",
        span=site.span(number), help=f"write `{better}`",
        fix=site.edit(f"write `{better}`", site.span(number), better, safe=True),
    )
    return Repair(finding, site.at, site.at + 2, (number,), site.machine.top)


# ---------------------------------------------------------------- cells


def cell_like(text: str) -> bool:
    """Whether a name is a letter and a number, as cells are."""
    return re.fullmatch(r"[A-Za-z][0-9]{1,2}", text) is not None


def _nearest(text: str) -> str:
    row = min(max(text[0].upper(), "A"), "F")
    return f"{row}{min(max(int(text[1:]), 1), 6)}"


def bad_cell(span: Span, text: str) -> Finding:
    """The finding for something like ``A7`` or ``b2`` where a cell is wanted."""
    small = text[0].islower() and _nearest(text) == text.upper()
    why = "cells are written in capitals" if small else "the grid goes from `A1` to `F6`"
    better = _nearest(text)
    return Finding(
        codes.BAD_CELL, span,
        f"`{text}` is not a cell: {why}",
        help=f"write `{better}`" if small else "rows are A to F, columns 1 to 6",
        fix=Fix(f"write `{better}`", (Edit(span, better),),
                "safe" if small else "unsafe"),
    )


def _area(site: Site) -> Repair | None:
    """``b2:e5`` or ``G1:G6``: the wrong cell stands before the colon."""
    first, second = site.previous, site.after(1)
    below = site.machine.top.below
    if below is None or not cell_like(first.text) or not cell_like(second.text):
        return None
    if first.type == CELL:
        return None
    one = Token(CELL, _nearest(first.text), first.start, first.end)
    two = Token(CELL, _nearest(second.text), second.start, second.end)
    put = (one, site.token, two)
    if not site.helps(put, site.at + 2, below, least=1):
        return None
    whole = site.span(first, second)
    wrong = site.text[whole.start : whole.end]
    better = f"{one.text}:{two.text}"
    finding = bad_cell(site.span(first), first.text)
    if second.type != CELL:
        finding = site.finding(
            codes.BAD_CELL, f"`{wrong}` is not an area: cells go from `A1` to `F6`, in capitals",
            span=whole, help=f"write `{better}`", fix=site.edit(f"write `{better}`", whole, better),
        )
    return Repair(finding, site.at, site.at + 2, put, below)


def _area_end(site: Site) -> Repair | None:
    token = site.token
    cell = Token(CELL, _nearest(token.text), token.start, token.end)
    if not site.helps((cell,), site.at + 1, least=1):
        return None
    return Repair(bad_cell(site.span(token), token.text), site.at, site.at + 1, (cell,),
                  site.machine.top)
