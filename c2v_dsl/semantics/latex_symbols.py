"""LaTeX's commands for symbols, as the characters they stand for."""

from __future__ import annotations

_CHARACTERS = """
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
varGamma 𝛤 varDelta 𝛥 varTheta 𝛩 varLambda 𝛬 varPi 𝛱 varSigma 𝛴 varPhi 𝛷 varPsi 𝛹 varOmega 𝛺
aleph ℵ beth ℶ gimel ℷ daleth ℸ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ imath 𝚤 jmath 𝚥 partial ∂
nabla ∇ infty ∞ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ complement ∁ eth ð mho ℧
prime ′ backprime ‵ angle ∠ measuredangle ∡ sphericalangle ∢ top ⊤ bot ⊥ degree ° copyright ©
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰
bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄
pm ± mp ∓ times × div ÷ cdot ⋅ cdotp · ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓
sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ oplus ⊕ ominus ⊖
otimes ⊗ oslash ⊘ odot ⊙ dagger † dag † ddagger ‡ ddag ‡ diamond ⋄ bigtriangleup △
bigtriangledown ▽ triangleleft ◁ triangleright ▷ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡
ltimes ⋉ rtimes ⋊ bowtie ⋈ Join ⋈ dotplus ∔ barwedge ⊼ veebar ⊻ curlyvee ⋎ curlywedge ⋏
intercal ⊺ divideontimes ⋇ circledast ⊛ circledcirc ⊚ circleddash ⊝ centerdot ⋅
leq ≤ le ≤ geq ≥ ge ≥ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ lneq ⪇ gneq ⪈ ll ≪ gg ≫ lll ⋘ ggg ⋙
prec ≺ succ ≻ preceq ⪯ succeq ⪰ sim ∼ nsim ≁ simeq ≃ approx ≈ napprox ≉ approxeq ≊ cong ≅ ncong ≇
equiv ≡ nequiv ≢ doteq ≐ doteqdot ≑ triangleq ≜ coloneqq ≔ coloneq ≔ eqqcolon ≕ propto ∝ varpropto ∝
neq ≠ ne ≠ asymp ≍ lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ nless ≮ ngtr ≯ nleq ≰ ngeq ≱
subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉
nsubset ⊄ nsupset ⊅ Subset ⋐ Supset ⋑
sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ notin ∉ ni ∋ owns ∋ mid ∣ nmid ∤
parallel ∥ nparallel ∦ perp ⟂ vdash ⊢ dashv ⊣ models ⊧ vDash ⊨ Vdash ⊩ nvdash ⊬ smile ⌣ frown ⌢
between ≬ pitchfork ⋔ therefore ∴ because ∵ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ trianglelefteq ⊴
trianglerighteq ⊵ backsim ∽ risingdotseq ≓ fallingdotseq ≒ circeq ≗ bumpeq ≏
to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓
updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖
rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
leftrightharpoons ⇋ rightleftarrows ⇄ leftrightarrows ⇆ rightrightarrows ⇉ leftleftarrows ⇇
upuparrows ⇈ downdownarrows ⇊ twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣
leftarrowtail ↢ rightsquigarrow ⇝ leadsto ⇝ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍
nleftrightarrow ↮ nLeftrightarrow ⇎ curvearrowright ↷ curvearrowleft ↶ circlearrowright ↻
circlearrowleft ↺ Rrightarrow ⇛ Lleftarrow ⇚ multimap ⊸ dashrightarrow ⇢ dashleftarrow ⇠ Lsh ↰
Rsh ↱ upharpoonright ↾ restriction ↾ upharpoonleft ↿ downharpoonright ⇂ downharpoonleft ⇃
neg ¬ lnot ¬ surd √ flat ♭ natural ♮ sharp ♯ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠
triangle △ triangledown ▽ square □ Box □ blacksquare ■ lozenge ◊ Diamond ◇ blacklozenge ⧫ bigstar ★
blacktriangle ▲ blacktriangledown ▼ blacktriangleleft ◀ blacktriangleright ▶ bigcirc ◯
checkmark ✓ maltese ✠ diagup ╱ diagdown ╲ S § P ¶ pounds £ yen ¥ euro €
ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ iddots ⋰ adots ⋰
mathellipsis … colon : lbrace { rbrace } lbrack [ rbrack ] backslash \\ vert | Vert ‖
langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lgroup ⟮ rgroup ⟯ lmoustache ⎰ rmoustache ⎱
ulcorner ⌜ urcorner ⌝ llcorner ⌞ lrcorner ⌟ llbracket ⟦ rrbracket ⟧ lvert | rvert | lVert ‖ rVert ‖
lBrace ⦃ rBrace ⦄ aa å AA Å ae æ AE Æ o ø O Ø ss ß i ı j ȷ l ł
"""

_fields = _CHARACTERS.split()
SYMBOLS: dict[str, str] = dict(zip(_fields[::2], _fields[1::2], strict=True))
"""``alpha`` to ``α``, ``leq`` to ``≤``."""

SPACED = {"implies": "⟹", "impliedby": "⟸", "iff": "⟺"}
"""Arrows with extra space around them."""

CLASSES = {
    "colon": "punctuation", "lvert": "opening", "rvert": "closing", "lVert": "opening",
    "rVert": "closing", "vert": "normal", "Vert": "normal", "backslash": "normal",
    "surd": "normal", "bot": "normal", "top": "normal", "perp": "relation", "mid": "relation",
    "angle": "normal", "triangle": "normal", "square": "normal", "Box": "normal",
    "neg": "normal", "lnot": "normal", "degree": "normal", "ldots": "normal", "dots": "normal",
    "dotsc": "normal", "dotso": "normal", "cdots": "normal", "bigcirc": "binary",
}  # fmt: skip
"""Spacing classes where Unicode's differ from TeX's."""

DOTS = frozenset({"ldots", "dots", "dotsc", "dotso", "cdots", "dotsb", "dotsm", "dotsi"})

OPERATORS = frozenset({
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos",
    "arctan", "arccot", "arsinh", "arcosh", "artanh", "exp", "log", "ln", "lg", "arg", "deg",
    "dim", "hom", "ker", "sgn", "sen", "tg", "ctg", "cosec", "arctg", "sech", "csch",
})  # fmt: skip
"""Functions in upright letters."""

LIMIT_OPERATORS = {
    "lim": "lim", "max": "max", "min": "min", "sup": "sup", "inf": "inf", "det": "det",
    "gcd": "gcd", "Pr": "Pr", "lcm": "lcm", "argmax": "argmax", "argmin": "argmin",
    "limsup": "lim sup", "liminf": "lim inf", "injlim": "inj lim", "projlim": "proj lim",
}  # fmt: skip
"""Functions with what they range over below them."""

ACCENTS = {
    "hat": "hat", "widehat": "hat", "tilde": "tilde", "widetilde": "tilde", "bar": "macron",
    "dot": "dot", "ddot": "dot.double", "dddot": "dot.triple", "ddddot": "dot.quad",
    "acute": "acute", "grave": "grave", "check": "caron", "widecheck": "caron",
    "breve": "breve", "mathring": "circle",
    "vec": "arrow", "overrightarrow": "arrow", "overleftarrow": "arrow.l",
    "overleftrightarrow": "arrow.l.r", "overharpoon": "harpoon",
}  # fmt: skip
"""Marks over a symbol, as Typst calls them."""

FONTS = {
    "mathbb": "bb", "Bbb": "bb", "mathcal": "cal", "mathscr": "scr", "mathfrak": "frak",
    "mathbf": "bold(upright", "mathit": "italic", "mathsf": "sans", "mathtt": "mono",
    "boldsymbol": "bold", "bm": "bold", "mathnormal": "italic", "mathds": "bb",
    "mathbfit": "bold", "pmb": "bold", "bold": "bold(upright", "cal": "cal",
}  # fmt: skip
"""Alphabets, as functions of Typst."""

SWITCHES = {"displaystyle": "display", "textstyle": "inline", "scriptstyle": "script",
            "scriptscriptstyle": "sscript", "rm": "upright"}  # fmt: skip
"""Commands that hold until the end of their group, as functions of Typst."""

FONT_SWITCHES = {"bf": "mathbf", "it": "mathit", "cal": "mathcal", "sf": "mathsf", "tt": "mathtt"}

UPRIGHT = frozenset({"mathrm", "rm", "textrm", "mathup", "symup"})
TEXTS = frozenset({
    "text", "textnormal", "textup", "mbox", "hbox", "textsf", "textit", "textbf", "textsl", "emph",
    "texttt", "fbox",
})  # fmt: skip

SPACES = {
    ",": 3, "thinspace": 3, ":": 4, ">": 4, "medspace": 4, ";": 5, "thickspace": 5,
    "!": -3, "negthinspace": -3, "negmedspace": -4, "negthickspace": -5,
    " ": 6, "space": 6, "nobreakspace": 6, "enspace": 9, "enskip": 9, "quad": 18, "qquad": 36,
}  # fmt: skip
"""Blanks in eighteenths of an em."""

BIG = {
    f"{size}{side}": height
    for size, height in (("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3.0))
    for side in ("", "l", "r", "m")
}
"""Delimiters of fixed size, in ems."""

MATRICES = {
    "matrix": "#none", "pmatrix": '"("', "bmatrix": '"["', "Bmatrix": '"{"', "vmatrix": '"|"',
    "Vmatrix": '"‖"', "smallmatrix": "#none",
}  # fmt: skip

CASES = ("cases", "dcases", "rcases", "drcases")

ALIGNED = frozenset({
    "aligned", "align", "alignat", "alignedat", "split", "eqnarray", "gathered", "gather",
    "multline", "equation", "displaymath", "math", "flalign",
})  # fmt: skip

NOT_YET = {
    "ce": r"chemistry is not in this version: write \mathrm{H_2O}",
    "pu": r"units are not in this version: write 3\,\mathrm{m}",
    "SI": r"units are not in this version: write 3\,\mathrm{m}",
    "si": r"units are not in this version: write \mathrm{m}",
    "qty": r"units are not in this version: write 3\,\mathrm{m}",
    "unit": r"units are not in this version: write \mathrm{m}",
    "newcommand": "macros cannot be defined in a formula: write it out, or use #{…} with a let",
    "renewcommand": "macros cannot be defined in a formula: write it out",
    "def": "macros cannot be defined in a formula: write it out, or use #{…} with a let",
    "DeclareMathOperator": r"use \operatorname{name} where the operator stands",
    "usepackage": "packages cannot be loaded, the usual ones of AMS are there already",
    "includegraphics": "pictures are objects of their own: image(\"file.png\")",
    "tikz": "draw with shapes: line, circle, arrow",
}  # fmt: skip
"""Commands that people know and that have no place here, with what to do instead."""
