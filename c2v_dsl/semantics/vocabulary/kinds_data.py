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
         "m = matrix([[2, 1], [0, 1.5]]) at C3:D4 size 60", parts=_CELLS, styles=FORMULA),
    Kind("table", "tables", "A table, perhaps with names of rows and columns.",
         (Arg("cells", "rows", "its rows, of numbers or texts"),
          _texts("rows", "names of the rows"), _texts("cols", "names of the columns")),
         'tab = table([[1, 1], [2, 4], [3, 9]], cols=["$n$", "$n^2$"]) in A2:F5 size 36',
         parts=_CELLS, fit="fill", styles=TABLE),
    Kind("array", "tables", "Boxes in a row, with their indices below.",
         (Arg("items", "texts", "what stands in the boxes, numbers or texts"),),
         "arr = array([3, 1, 4, 1, 5]) at C3:D4 scale 1.5", parts=(Part("", 1, "a box"),),
         styles=("color", "fill", "stroke", "size", *EVERYWHERE)),
)

_NODE = Part("node", 1, "a node, by its name")
_EDGE = Part("edge", 2, "an edge, by the names of its ends")
_DIRECTED = Arg("directed", "flag", "whether edges have heads", False, keyword=True, live=False)

GRAPHS = (
    Kind("graph", "graphs", "Nodes and the edges between them.",
         (Arg("nodes", "texts", "names of the nodes; they are what the nodes show", keyword=True,
              live=False),
          Arg("edges", "edges", 'pairs of names, `["a", "b"]`, or with what stands beside the '
              'edge: `["a", "b", 5]`', (), keyword=True),
          Arg("at", "points", "where the nodes stand, in rows, or shrunk or grown into the area "
              "of `in`; laid out by itself if not said", None, keyword=True),
          Arg("layout", "word", "how to lay them out: `tree` below the first node, `layers` along "
              "the edges' direction", "spring", keyword=True,
              words=("circle", "grid", "layers", "spring", "tree"), live=False),
          _DIRECTED,
          Arg("labels", "texts", "what stands in the nodes instead of their names", None,
              keyword=True)),
         'g = graph(nodes=["a", "b", "c", "d"], edges=[["a", "b", 4], ["b", "c", 1], '
         '["a", "c", 7], ["c", "d", 3]]) in A1:F6',
         parts=(_NODE, _EDGE), fit="fill", styles=("size", *SHAPE)),
    Kind("tree", "graphs", "A tree. A list is a subtree: its first entry is its root, the others "
         "are the children, each a list again or a leaf.",
         (Arg("nodes", "nested", 'the root, then its children: `["root", ["a", "b"], "c"]` has '
              "the children a and c under its root, and b under a"), _DIRECTED),
         't = tree(["8", ["3", "1", "6"], ["10", "14"]]) in A1:F6',
         parts=(Part("node", 1, 'a node, by its name; `t.node["x", 1]` is the second that is '
                     'called so, `t.node["x", all]` every one'), _EDGE),
         fit="fill", styles=("size", *SHAPE)),
    Kind("network", "graphs", "A neural network, layer by layer; of layers of more than 10 nodes "
         "the first 4 and the last 4 are drawn, and dots between them.",
         (Arg("layers", "numbers", "how many nodes each layer has", live=False),
          Arg("values", "rows", "a list of numbers for each layer, shown in its nodes: the "
              "greater, the brighter", None, keyword=True),
          Arg("weights", "nested", "a matrix for each step between layers, a row for each node "
              "that it leads to: the greater, the wider; blue above zero, red below", None,
              keyword=True),
          Arg("labels", "texts", "what stands below the layers", None, keyword=True)),
         "net = network([3, 4, 2]) in A1:F6",
         parts=(Part("layer", 1, "the nodes of a layer"),
                Part("node", 2, "a node: layer, place in it; also `net.layer[1].node[2]`"),
                Part("edge", 3, "an edge: layer it leaves, from, to")),
         fit="fill", styles=("size", *SHAPE)),
    Kind("timeline", "graphs", "Events along a line of time, true to scale where every date can "
         'be read: `1789`, `-44`, `"44 BC"`, `"14 July 1789"`, `"1969-07-20"`, `"c. 1500"`; else '
         "evenly spaced.",
         (Arg("events", "events", "pairs of a date and what happened, in any order"),),
         'days = timeline([["1789", "Bastille"], ["1792", "Republic"], ["1793", "Terror"], '
         '["1799", "Napoleon"]]) in A1:F6',
         parts=(Part("", 1, "an event, in the order in which they are written"),), fit="fill",
         styles=TABLE),
)

CHARTS = (
    Kind("bars", "charts", "A bar for each number.",
         (Arg("values", "numbers", "the numbers"), _texts("labels", "what stands below the bars"),
          Arg("max", "number", "the number at the top; the greatest if not said", None,
              keyword=True),
          Arg("decimals", "count", "of the numbers over the bars; as many as they need if not said",
              None, keyword=True)),
         'chart = bars([3, 5, 2], labels=["red", "blue", "green"], max=6) in A1:F6',
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
         "let noise = normal(4, 25)\n"
         "chart = scatter([(i / 5, i / 8 + noise[i] / 2) for i in 0..24]) in A1:F6",
         parts=(Part("", 1, "a dot"),), fit="fill", styles=CHART),
)

PICTURES = (
    Kind("image", "pictures", "A picture from a file (PNG, JPEG).",
         (Arg("file", "file", "its path, from the storyboard's folder", live=False),),
         'photo = image("hills.png") in A1:F6', fit="ratio", styles=PICTURE),
    Kind("svg", "pictures", "A drawing from an SVG file.",
         (Arg("file", "file", "its path, from the storyboard's folder", live=False),),
         'flower = svg("flower.svg") in A1:F6', fit="ratio", styles=DRAWING),
    Kind("icon", "pictures", "A drawing from the library of icons.",
         (Arg("name", "icon", "its name: `c2v icons WORDS` finds some", live=False),),
         'cat = icon("cat") in B2:E5', fit="ratio",
         styles=DRAWING),
)

_MEMBERS = Arg("members", "objects", "the members, in order", many=True, live=False)
_GAP = Arg("gap", "number", "rows between members", 0.25, keyword=True)
_PAIR = ("a = circle(r=0.9) color blue fill blue 0.5\n"
         "b = square(side=1.2) color gold fill gold 0.5\n")
_MEMBER = (Part("", 1, "a member, counted from 0"),)


def _align(*words: str) -> Arg:
    return Arg("align", "align", "the edge they share; their middles if not said", None,
               keyword=True, words=words, live=False)


GROUPS = (
    Kind("group", "groups", "Objects spoken of, and placed, as one.", (_MEMBERS,),
         "a = circle(r=1.2) at C2:D3 color blue fill blue 0.5\n"
         "b = circle(r=1.2) at C4:D5 color gold fill gold 0.5\nboth = group(a, b)",
         parts=_MEMBER, styles=EVERYWHERE),
    Kind("row", "groups", "Objects side by side.", (_MEMBERS, _GAP, _align("top", "bottom")),
         _PAIR + "both = row(a, b, gap=0.5, align=bottom) in A1:F6", parts=_MEMBER,
         styles=EVERYWHERE),
    Kind("column", "groups", "Objects one below another.",
         (_MEMBERS, _GAP, _align("left", "right")),
         _PAIR + "both = column(a, b, align=left) in A1:F6", parts=_MEMBER, styles=EVERYWHERE),
)

HATCH = (
    Kind("python", "hatch", "What the language cannot say: the intent, and perhaps Manim code.",
         (Arg("intent", "text", "what it draws", live=False),),
         'spiral = python("an Archimedean spiral drawn from the centre") in B2:E5',
         styles=EVERYWHERE),
)

KINDS = (*TABLES, *GRAPHS, *CHARTS, *PICTURES, *GROUPS, *HATCH)
