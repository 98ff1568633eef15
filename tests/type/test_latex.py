"""Formulas set by LaTeX: asked for by a setting, Typst where it is missing or refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.emit import emit_scene
from c2v_dsl.render import segments
from c2v_dsl.render.options import QUALITIES
from c2v_dsl.semantics.files import MemoryLoader
from c2v_dsl.semantics.formula import convert
from c2v_dsl.semantics.latex_real import real
from c2v_dsl.stage import latex, theme, typeset
from c2v_dsl.stage.outlines import path_outline

FORMULAS = (
    r"A = \begin{bmatrix} 2 & 1 \\ 0 & 1.5 \end{bmatrix}",
    r"\sum_{k=1}^{n} k = \frac{n(n+1)}{2}",
    r"\hat x + \vec{v} \implies \sqrt[3]{a+b} + f''(x)^2",
    r"f(x) = \begin{cases} x^2 & \text{if } x > 0 \\ -x & \text{otherwise} \end{cases}",
    r"\overbrace{a+b}^{3} + \binom{n}{k} \le \left(\frac12\right)^{10}",
    r"a &= b + c \\ &= 3",
    r"\boldsymbol{\alpha} + \bm{b} - \mathbf x",
)

needs_latex = pytest.mark.skipif(not latex.installed(), reason="LaTeX is not installed here")


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("C2V_CACHE", str(tmp_path))
    forget()
    yield
    forget()
    theme.use_theme("chalk")


def forget() -> None:
    typeset._latex.cache_clear()
    latex.version.cache_clear()


def both(formula: str) -> tuple[typeset.Setting, typeset.Setting]:
    theme.use_theme("chalk")
    ours = typeset.typeset_math(formula)
    theme.use_theme("chalk", maths="latex")
    return ours, typeset.typeset_math(formula)


def storyboard(maths: str) -> str:
    return (f'c2v 1\nstoryboard "Lesson" {{ {maths} }}\nscene s "S" {{\n'
            'objects { m = math("x^2 = 9") in B2:B4 }\nbeat one "One" { write m }\n}\n')


def checked(maths: str) -> list[tuple[str, str]]:
    result = c2v_dsl.check(storyboard(maths), "a.c2v", MemoryLoader({"a.c2v": storyboard(maths)}))
    return [(finding.code, finding.message) for finding in result.findings]


@needs_latex
@pytest.mark.parametrize("formula", FORMULAS)
def test_pieces_are_those_of_typst(formula: str) -> None:
    ours, theirs = both(formula)
    assert theirs is not ours
    assert not theirs.unmarked
    for piece in ("3", "x", "a", "b+c", "k", "n", "x^2", r"\frac{n(n+1)}{2}", r"\frac12", "1.5"):
        assert len(ours.pieces(piece)) == len(theirs.pieces(piece)), piece


@needs_latex
def test_letters_are_as_large_as_typst_sets_them() -> None:
    for letter in "Hx3":
        ours, theirs = both(letter)
        assert theirs is not ours
        for mine, its in zip(ours.ink, theirs.ink, strict=True):
            assert its == pytest.approx(mine, abs=0.03 * ours.em)


@needs_latex
def test_colours_move_nothing() -> None:
    _, theirs = both("x + y - z")
    assert not theirs.unmarked
    letters, signs, gaps = 5.72 + 4.90 + 4.65, 2 * 7.78, 4 * 2.22
    assert theirs.width / theirs.em == pytest.approx((letters + signs + gaps) / 10, rel=0.05)


@needs_latex
def test_a_formula_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, first = both("x + 1")
    assert len(list((tmp_path / "latex").glob("*.json"))) == 1
    monkeypatch.setattr(latex, "_run", lambda body: pytest.fail("set again"))
    typeset._latex.cache_clear()
    _, again = both("x + 1")
    assert again.ink == first.ink


@needs_latex
def test_unknown_colours_make_every_piece_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(latex, "_fills", lambda drawn, colored: None)
    _, theirs = both("x + 3")
    assert theirs.pieces("3") == [(0, 1, 2)]


@needs_latex
def test_what_latex_refuses_typst_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = both("x 文")
    assert theirs is ours


def test_without_latex_typst_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ours, theirs = both("x^2")
    assert theirs is ours


def test_without_latex_check_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert checked("maths latex") == [
        ("C2V903", "`latex` and `dvisvgm` are not installed here, so Typst sets the formulas")]
    assert checked("maths typst") == checked("") == []


@needs_latex
def test_with_latex_check_has_nothing_to_say() -> None:
    assert checked("maths latex") == []


def test_an_unknown_setter_is_a_finding() -> None:
    assert checked("maths latec") == [("C2V111", "there is no maths `latec`")]


def test_the_setting_stands_in_the_code_only_if_it_is_latex() -> None:
    for maths, line in (("maths latex", 'use_theme("chalk", maths="latex")'),
                        ("maths typst", 'use_theme("chalk")'), ("", 'use_theme("chalk")')):
        result = c2v_dsl.check(storyboard(maths), "a.c2v")
        assert result.timeline is not None
        text = emit_scene(result.timeline, result.timeline.scenes[0]).text
        assert line in text.splitlines()


def test_the_latex_version_belongs_to_the_pictures_names(monkeypatch: pytest.MonkeyPatch) -> None:
    def keys(maths: str, version: str) -> list[str]:
        monkeypatch.setattr(segments, "_latex", lambda: version)
        timeline = c2v_dsl.check(storyboard(maths), "a.c2v").timeline
        assert timeline is not None
        scene = timeline.scenes[0]
        planned = segments.plan(timeline, scene, emit_scene(timeline, scene), QUALITIES["draft"])
        return [segment.key for segment in planned]

    assert keys("maths latex", "TeX 1") != keys("maths latex", "TeX 2")
    assert keys("maths typst", "TeX 1") == keys("maths typst", "TeX 2")


def test_what_latex_is_given() -> None:
    assert real(r"\color{red}{x} + α") == r"{x}+\alpha "
    assert real("f''^2") == r"f^{\prime \prime {2}}"
    assert real(r"\begin{align*} a &= b \end{align*}") == (
        r"\begin{aligned}a&=b\end{aligned}")
    assert real(r"a \\ -b") == r"\begin{aligned}a\\-b\end{aligned}"
    assert real(r"a \\ [b]") == r"\begin{aligned}a\\\relax [b]\end{aligned}"
    assert real(r"\frac12") == r"\frac {1}{2}"
    marked = real("x^2", convert("x^2").marks)
    assert marked == (
        r"\cvc{0.00000 0.00000 0.00392}x^{\cvp{0.00000 0.00000 0.00392}"
        r"\cvc{0.00000 0.00000 0.00784}2\cvq{}}")


def test_smooth_curves_are_read() -> None:
    whole = path_outline("M0 0C0 1 1 1 1 0C1 -1 2 -1 2 0")
    assert path_outline("M0 0C0 1 1 1 1 0S2-1 2 0").tolist() == whole.tolist()
