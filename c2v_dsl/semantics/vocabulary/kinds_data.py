"""Tables, graphs, charts, pictures, groups and the hatch."""

from __future__ import annotations

from .declare import Arg, Kind, Part
from .styles import CHART, DRAWING, EVERYWHERE, FORMULA, PICTURE, SHAPE, TABLE

_CELLS = (Part("", 2, "an entry, `m[0, 1]`"), Part("row", 1, "a row"), Part("col", 1, "a column"))


def _texts(name: str, doc: str) -> Arg:
    return Arg(name, "texts", doc, None, keyword=True)


TABLES = (
    Kind("matrix", "tables", "A matrix in brackets.",
         (Arg("cells", "rows", "its rows, of numbers or LaTeX"),),
         "m = matrix([[2, 1], [0, 1.5]]) at C3", parts=_CELLS, styles=FORMULA),
    Kind("table", "tables", "A table, perhaps with names of rows and columns.",
         (Arg("cells", "rows", "its rows, of numbers or texts"),
          _texts("rows", "names of the rows"), _texts("cols", "names of the columns")),
         'tab = table([[1, 1], [2, 4]], cols=["$n$", "$n^2$"]) in B2:E5',
         parts=_CELLS, fit="fill", styles=TABLE),
    Kind("array", "tables", "Boxes in a row, with their indices below.",
         (Arg("items", "texts", "what stands in the boxes, numbers or texts"),),
         "arr = array([3, 1, 4, 1, 5]) at C3", parts=(Part("", 1, "a box"),),
         styles=("color", "fill", "stroke", "size", *EVERYWHERE)),
)

GRAPHS = (
    Kind("graph", "graphs", "Nodes and the edges between them.",
         (Arg("nodes", "texts", "names of the nodes", keyword=True),
          Arg("edges", "rows", "pairs of names", keyword=True),
          Arg("at", "points", "where the nodes stand", None, keyword=True),
          Arg("layout", "word", "how to lay them out", "spring", keyword=True,
              words=("circle", "grid", "layers", "spring")),
          Arg("directed", "flag", "whether edges have heads", False, keyword=True)),
         'g = graph(nodes=["a", "b"], edges=[["a", "b"]]) in A1:F6',
         parts=(Part("node", 1, "a node, by its name"),
                Part("edge", 2, "an edge, by the names of its ends")),
         fit="fill", styles=SHAPE, available=False),
    Kind("tree", "graphs", "A tree, given as nested lists.",
         (Arg("nodes", "rows", "the root, then its children"),),
         'g = tree(["root", ["a", "b"], "c"]) in A1:F6',
         parts=(Part("node", 1, "a node, by its name"),), fit="fill", styles=SHAPE,
         available=False),
    Kind("network", "graphs", "A neural network, layer by layer.",
         (Arg("layers", "numbers", "how many nodes each layer has"),),
         "net = network([3, 4, 2]) in A1:F6",
         parts=(Part("layer", 1, "a layer"), Part("node", 1, "a node of a layer"),
                Part("edge", 3, "an edge: layer, from, to")),
         fit="fill", styles=SHAPE, available=False),
    Kind("timeline", "graphs", "Events along a line of time.",
         (Arg("events", "rows", "pairs of a date and what happened"),),
         'days = timeline([["1789", "Bastille"], ["1799", "Napoleon"]]) in C1:D6',
         parts=(Part("", 1, "an event"),), fit="fill", styles=TABLE, available=False),
)

CHARTS = (
    Kind("bars", "charts", "A bar for each number.",
         (Arg("values", "numbers", "the numbers"), _texts("labels", "what stands below the bars"),
          Arg("max", "number", "the number at the top; the greatest if not said", None,
              keyword=True)),
         'chart = bars([3, 5, 2], labels=["a", "b", "c"], max=6) in B2:E5',
         parts=(Part("", 1, "a bar"),), fit="fill", styles=CHART),
    Kind("pie", "charts", "A slice for each number.",
         (Arg("values", "numbers", "the numbers, none below zero"),
          _texts("labels", "names of the slices; their shares in percent if not said")),
         'chart = pie([3, 5, 2], labels=["rent", "food", "books"]) in A1:F6',
         parts=(Part("slice", 1, "a slice, with what stands at it"),), fit="ratio",
         styles=CHART),
    Kind("histogram", "charts", "How often numbers fall into bins.",
         (Arg("values", "numbers", "the numbers"),
          Arg("bins", "count", "how many bins; 10 if not said, or one for each whole number",
              None, keyword=True, live=False),
          Arg("x", "interval", "from where to where the bins reach, together; all the numbers if "
              "not said", None, keyword=True, live=False),
          _texts("labels", "what stands at the ends of the axes")),
         "chart = histogram(normal(1, 100), bins=12) in A1:F6", parts=(Part("", 1, "a bin"),),
         fit="fill", styles=CHART),
    Kind("scatter", "charts", "A dot for each point; `on` a plane in its coordinates, else with "
         "axes of its own.",
         (Arg("points", "points", "the points"),
          Arg("x", "interval", "from where to where its own axes go; around all the points if not "
              "said", None, keyword=True, live=False),
          Arg("y", "interval", "the same upwards", None, keyword=True, live=False),
          _texts("labels", "what stands at the ends of its own axes")),
         "chart = scatter([(1, 2), (2, 3), (3, 5), (4, 4)]) in A1:F6",
         parts=(Part("", 1, "a dot"),), fit="fill", styles=CHART),
)

PICTURES = (
    Kind("image", "pictures", "A picture from a file (PNG, JPEG).",
         (Arg("file", "file", "its path, from the storyboard's folder", live=False),),
         'photo = image("cat.png") in B2:E5', fit="ratio", styles=PICTURE),
    Kind("svg", "pictures", "A drawing from an SVG file.",
         (Arg("file", "file", "its path, from the storyboard's folder", live=False),),
         'logo = svg("logo.svg") in B2:E5', fit="ratio", styles=DRAWING),
    Kind("icon", "pictures", "A drawing from the library of icons.",
         (Arg("name", "word", "its name", live=False),), 'cat = icon("cat") at C3', fit="ratio",
         styles=DRAWING, available=False),
)

_MEMBERS = Arg("members", "objects", "the members, in order", many=True, live=False)
_GAP = Arg("gap", "number", "rows between members", 0.25, keyword=True)
_PAIR = "a = circle() fill blue\nb = circle() fill red\n"
_MEMBER = (Part("", 1, "a member, counted from 0"),)


def _align(*words: str) -> Arg:
    return Arg("align", "align", "the edge they share; their middles if not said", None,
               keyword=True, words=words, live=False)


GROUPS = (
    Kind("group", "groups", "Objects spoken of, and placed, as one.", (_MEMBERS,),
         "a = circle() at B2\nb = circle() at B3\nboth = group(a, b)",
         parts=_MEMBER, styles=EVERYWHERE),
    Kind("row", "groups", "Objects side by side.", (_MEMBERS, _GAP, _align("top", "bottom")),
         _PAIR + "both = row(a, b, gap=0.5) in C1:C6", parts=_MEMBER, styles=EVERYWHERE),
    Kind("column", "groups", "Objects one below another.",
         (_MEMBERS, _GAP, _align("left", "right")),
         _PAIR + "both = column(a, b, align=left) in A1:F2", parts=_MEMBER, styles=EVERYWHERE),
)

HATCH = (
    Kind("python", "hatch", "What the language cannot say: the intent, and perhaps Manim code.",
         (Arg("intent", "text", "what it draws", live=False),),
         'spiral = python("an Archimedean spiral drawn from the centre") in B2:E5',
         styles=EVERYWHERE),
)

KINDS = (*TABLES, *GRAPHS, *CHARTS, *PICTURES, *GROUPS, *HATCH)
