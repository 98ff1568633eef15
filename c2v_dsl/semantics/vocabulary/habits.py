"""Habits of Manim and Python users, and what to write here instead."""

from __future__ import annotations

KIND_HABITS: dict[str, str] = {
    "Circle": "circle(r=1)", "Square": "square(side=1)", "Rectangle": "rect(w=2, h=1)",
    "RoundedRectangle": "rect(w=2, h=1)", "Ellipse": "ellipse(w=2, h=1)",
    "Triangle": "triangle()", "Polygon": "polygon((0, 0), (1, 0), (0, 1))",
    "RegularPolygon": "polygon(…) with its corners", "Polygram": "star(n=5)", "Star": "star(n=5)",
    "Dot": "dot((0, 0))", "Point": "dot((0, 0))", "LabeledDot": "dot((0, 0)) and a label",
    "Line": "line((0, 0), (1, 0))", "DashedLine": "line((0, 0), (1, 0)) dashed",
    "Arrow": "arrow((0, 0), (1, 0))", "DoubleArrow": "double_arrow((0, 0), (1, 0))",
    "ArcBetweenPoints": "curve((0, 0), (1, 0), bend=60deg)",
    "CurvedArrow": "curved_arrow((0, 0), (1, 0), bend=60deg)",
    "CurvedDoubleArrow": "curved_arrow((0, 0), (1, 0), bend=60deg)",
    "Arc": "arc(r=1, from=0deg, to=90deg)", "Sector": "sector(r=1, from=0deg, to=90deg)",
    "AnnularSector": "sector(r=1, from=0deg, to=90deg)", "Annulus": "annulus(r=1, inner=0.5)",
    "Vector": "vector(1, 2), inside `on`", "Brace": "brace(obj, side=down)",
    "BraceBetweenPoints": "brace(obj, side=down)", "BraceLabel": "brace(obj) and a label",
    "SurroundingRectangle": "box(obj)", "BackgroundRectangle": "box(obj) fill black 0.7",
    "Underline": "underline(obj)", "Cross": "cross(obj)", "Angle": "angle(l1, l2)",
    "RightAngle": "right_angle(l1, l2)", "Elbow": "right_angle(l1, l2)",
    "TracedPath": "trace(obj)", "Text": 'text("…")', "MarkupText": 'text("…")',
    "Paragraph": 'text("…")', "Title": 'the title of the scene, or text("…") size 48',
    "Tex": 'text("words and $maths$")', "MathTex": 'math("…")', "SingleStringMathTex": 'math("…")',
    "MathTypst": 'math("…"), in LaTeX', "Typst": 'text("…")', "Code": 'code("…", lang="python")',
    "BulletedList": 'bullets("…", "…")', "DecimalNumber": "number(x, decimals=2)",
    "Integer": "number(n, decimals=0)", "Variable": "a param, and number(x)",
    "Axes": "axes(x=[0, 5], y=[0, 3])", "NumberPlane": "plane(x=[-5, 5], y=[-3, 3])",
    "ComplexPlane": "complex(x=[-2, 2], y=[-2, 2])", "PolarPlane": "polar(r=3)",
    "NumberLine": "number_line(x=[0, 10])", "FunctionGraph": "plot(x^2), inside `on`",
    "ParametricFunction": "parametric(cos(t), sin(t), t=[0, tau]), inside `on`",
    "ImplicitFunction": "implicit(x^2 + y^2 - 1), inside `on`",
    "VGroup": "group(a, b)", "Group": "group(a, b)", "VDict": "group(a, b)",
    "Matrix": "matrix([[1, 0], [0, 1]])", "IntegerMatrix": "matrix([[1, 0], [0, 1]])",
    "DecimalMatrix": "matrix([[1, 0], [0, 1]])", "Table": "table([[…]])",
    "MathTable": "table([[…]])", "IntegerTable": "table([[…]])", "BarChart": "bars([3, 5, 2])",
    "ImageMobject": 'image("file.png")', "SVGMobject": 'svg("file.svg")',
    "ValueTracker": "a param: `param t = 0` above the objects",
    "always_redraw": "nothing: whatever mentions a param follows it",
    "space": "plane(x=[0, 4], y=[0, 3])", "rectangle": "rect(w=2, h=1)", "tex": 'math("…")',
    "latex": 'math("…")', "formula": 'math("…")', "equation": 'math("…")',
    "graph_of": "plot(x^2)", "function": "plot(x^2)", "point": "dot((0, 0))",
    "chart": "bars([3, 5, 2])", "bar_chart": "bars([3, 5, 2])", "list": 'bullets("…", "…")',
    "picture": 'image("file.png")', "img": 'image("file.png")', "ring": "annulus(r=1, inner=0.5)",
    "disc": "circle(r=1) fill blue", "disk": "circle(r=1) fill blue",
    "disks": "circle(r=1) fill blue",
    "vgroup": "group(a, b)", "hstack": "row(a, b)", "vstack": "column(a, b)",
    "number_plane": "plane(x=[-5, 5], y=[-3, 3])", "axis": "axes(x=[0, 5], y=[0, 3])",
    "grid": "plane(x=[0, 4], y=[0, 3]), or a family: `for i in 0..3 { tile[i] = square() … }`",
}
"""Names that are no kinds here, and what to write instead."""

ARGUMENT_HABITS: dict[str, tuple[str, ...]] = {
    "radius": ("r",), "outer_radius": ("r",), "inner_radius": ("inner",), "side_length": ("side",),
    "width": ("w",), "height": ("h",), "n_points": ("n",), "sides": ("n",), "start": ("p", "from"),
    "end": ("q", "to"), "start_angle": ("from",), "end_angle": ("to",), "path_arc": ("bend",),
    "angle": ("bend", "to"), "direction": ("side",), "pos": ("side",), "position": ("side",),
    "x_range": ("x",), "y_range": ("y",), "t_range": ("t",), "xlim": ("x",), "ylim": ("y",),
    "domain": ("x",), "radius_max": ("r",), "axis_labels": ("labels",), "buff": ("gap",),
    "spacing": ("gap",), "language": ("lang",), "num_decimal_places": ("decimals",),
    "digits": ("decimals",), "precision": ("decimals",), "row_labels": ("rows",),
    "col_labels": ("cols",), "columns": ("cols",), "bar_names": ("labels",), "names": ("labels",),
    "y_max": ("max",), "count": ("n",), "rects": ("n",), "x_step": ("ticks",), "step": ("ticks",),
    "target": ("obj",), "mobject": ("obj",), "object": ("obj",), "dir": ("side",),
}
"""An argument's name elsewhere, and what it may be called here."""

STYLE_HABITS: dict[str, str] = {
    "color": "color {}", "colour": "color {}", "fill_color": "fill {}", "fill": "fill {}",
    "stroke": "stroke {}", "stroke_color": "stroke {}", "stroke_width": "stroke white {}",
    "line_width": "stroke white {}", "width": "stroke white {}", "fill_opacity": "fill blue {}",
    "stroke_opacity": "opacity {}", "opacity": "opacity {}", "alpha": "opacity {}",
    "font_size": "size {}", "fontsize": "size {}", "size": "size {}", "font": "font {}",
    "scale": "scale {}", "rotation": "rotated {}", "rotate": "rotated {}", "weight": "bold",
    "bold": "bold", "slant": "italic", "italic": "italic", "dashed": "dashed",
    "z_index": "layer {}",
    "layer": "layer {}", "z": "layer {}", "glow": "glow {}", "dash": "dashed",
    "linestyle": "dashed", "line_style": "dashed",
}
"""Arguments elsewhere that are style words here; ``{}`` is the value."""

PLACE_ARGUMENTS: dict[str, str] = {
    "at": "at", "in": "in", "pos": "at", "position": "at", "center": "at", "arc_center": "at",
    "location": "at", "point": "at", "x": "at", "y": "at", "next_to": "right_of", "above": "above",
    "below": "below", "left_of": "left_of", "right_of": "right_of", "inside": "inside", "on": "on",
}
"""Arguments elsewhere that say where, which here a place behind the object does."""

TIME_ARGUMENTS = frozenset({"run_time", "rate_func", "lag_ratio", "duration", "over", "ease"})
"""Arguments that belong to an action."""

DIRECTION_HABITS: dict[str, str] = {
    "UP": "up", "DOWN": "down", "LEFT": "left", "RIGHT": "right", "above": "up", "below": "down",
    "top": "up", "bottom": "down", "north": "up", "south": "down", "west": "left", "east": "right",
    "over": "up", "under": "down", "left_of": "left", "right_of": "right", "Up": "up",
    "Down": "down", "Left": "left", "Right": "right",
}
