"""Names, scenes and files."""

from __future__ import annotations

from ..registry import register

UNKNOWN_OBJECT = register(
    "C2V101", "unknown-object", "error",
    summary="a name is used as an object that the scene does not declare",
    why="Only what an `objects` block declares can be shown, changed or placed beside. Each scene "
        "starts anew: objects of another scene are only there with `continues`.",
    bad='objects { tile = square() at B2 }\nbeat one "Show it" { show tiel }',
    good='objects { tile = square() at B2 }\nbeat one "Show it" { show tile }',
)
NOT_AN_OBJECT = register(
    "C2V102", "not-an-object", "error",
    summary="a value stands where an object is needed",
    why="Verbs, labels and marks work on objects: things declared in an `objects` block.",
    bad='let n = 3\nobjects { tile = square(side=n) at B2 }\nbeat one "Show it" { show tile, n }',
    good='let n = 3\nobjects { tile = square(side=n) at B2 }\nbeat one "Show it" { show tile }',
)
NO_SUCH_MEMBER = register(
    "C2V103", "no-such-member", "error",
    summary="an index names no member of a family",
    why="A family's members bear the values their loop gave them, so those are the indices there "
        "are. A member of a nested family needs an index for each loop; `all` stands for every.",
    bad='objects { for i in 0..2 { tile[i] = square() at cell(2, i) } }\n'
        'beat one "Show the fourth" { show tile; flash tile[3] }',
    good='objects { for i in 0..2 { tile[i] = square() at cell(2, i) } }\n'
         'beat one "Show the third" { show tile; flash tile[2] }',
)
NO_SUCH_PART = register(
    "C2V104", "no-such-part", "error",
    summary="an object has no such part",
    why="Parts are counted from 0 or have the names that `c2v kinds` lists for the kind.",
    bad='objects { m = matrix([[1, 2], [3, 4]]) at C3 }\nbeat one "Show it" { write m.row[2] }',
    good='objects { m = matrix([[1, 2], [3, 4]]) at C3 }\nbeat one "Show it" { write m.row[1] }',
)
PIECE_NONE = register(
    "C2V105", "piece-not-found", "error",
    summary="a formula or text has no such piece",
    why="A piece is a whole symbol, word or TeX group of what is shown at that moment, not a digit "
        "inside a number and not a letter inside a word.",
    bad='objects { eq = math("x^2 = 16") at C3 }\nbeat one "Show it" { write eq; flash eq["6"] }',
    good='objects { eq = math("x^2 = 16") at C3 }\nbeat one "Show it" { write eq; flash eq["16"] }',
)
PIECE_SEVERAL = register(
    "C2V106", "piece-not-unique", "error",
    summary="a formula or text has several such pieces",
    why="A piece named by its text must be the only one. An index says which: `[\"x\", 1]` is the "
        "second, `[\"x\", all]` is every one.",
    bad='objects { eq = math("x + x") at C3 }\nbeat one "Show it" { write eq; flash eq["x"] }',
    good='objects { eq = math("x + x") at C3 }\nbeat one "Show it" { write eq; flash eq["x", 1] }',
)
DUPLICATE = register(
    "C2V107", "name-taken", "error",
    summary="a name is declared twice",
    why="Objects, lets and params of a scene share their names, so that a name always means one "
        "thing.",
    bad='objects {\n  tile = square() at B2\n  tile = circle() at B3\n}\n'
        'beat one "Show it" { show tile }',
    good='objects {\n  tile = square() at B2\n  ring = circle() at B3\n}\n'
         'beat one "Show them" { show tile, ring }',
)
DUPLICATE_SCENE = register(
    "C2V108", "scene-twice", "error",
    summary="two scenes have one name",
    why="Scenes are addressed by their names, in `continues`, in `--scene` and in findings.",
    bad='c2v 1\nstoryboard "Two" {}\nscene one "First" layout wide { beat a { wait 1s } }\n'
        'scene one "Second" layout wide { beat a { wait 1s } }',
    good='c2v 1\nstoryboard "Two" {}\nscene one "First" layout wide { beat a { wait 1s } }\n'
         'scene two "Second" layout wide { beat a { wait 1s } }',
)
DUPLICATE_BEAT = register(
    "C2V109", "beat-twice", "error",
    summary="two beats of a scene have one name",
    why="Beats are addressed by their names within the scene, in `--beat` and in findings.",
    bad='beat one "First" { wait 1s }\nbeat one "Second" { wait 1s }',
    good='beat one "First" { wait 1s }\nbeat two "Second" { wait 1s }',
)
UNKNOWN_SETTING = register(
    "C2V110", "unknown-setting", "error",
    summary="the storyboard block has a setting that does not exist",
    why="The settings are `audience`, `theme`, `language`, `voice`, `pace` and `maths`.",
    bad='c2v 1\nstoryboard "One" {\n  tema chalk\n}\n'
        'scene one "First" layout wide { beat a { wait 1s } }',
    good='c2v 1\nstoryboard "One" {\n  theme chalk\n}\n'
         'scene one "First" layout wide { beat a { wait 1s } }',
)
BAD_SETTING = register(
    "C2V111", "wrong-setting", "error",
    summary="a setting has a value it cannot have",
    why="A theme is one of those the compiler brings, `pace` a number of words a minute, the "
        "others are texts.",
    bad='c2v 1\nstoryboard "One" {\n  theme chlk\n}\n'
        'scene one "First" layout wide { beat a { wait 1s } }',
    good='c2v 1\nstoryboard "One" {\n  theme chalk\n}\n'
         'scene one "First" layout wide { beat a { wait 1s } }',
)
MISSING_IMPORT = register(
    "C2V112", "import-not-found", "error",
    summary="an imported file is not there",
    why="Imports are looked for beside the file that imports them, then in the standard library.",
    bad='c2v 1\nstoryboard "One" {}\nimport "no_such_file.c2v"\n'
        'scene one "First" layout wide { beat a { wait 1s } }',
    good='c2v 1\nstoryboard "One" {}\nscene one "First" layout wide { beat a { wait 1s } }',
)
IMPORT_CYCLE = register(
    "C2V113", "import-cycle", "error",
    summary="files import each other in a circle",
    why="A file is read with everything it imports; in a circle that would never end.",
    bad='c2v 1\nstoryboard "One" {}\nimport "example.c2v"\n'
        'scene one "First" layout wide { beat a { wait 1s } }',
    good='c2v 1\nstoryboard "One" {}\nscene one "First" layout wide { beat a { wait 1s } }',
)
UNKNOWN_TEMPLATE = register(
    "C2V114", "unknown-template", "error",
    summary="a scene is made from a template that does not exist",
    why="Templates are declared at file level, here or in an imported file.",
    bad='c2v 1\nstoryboard "One" {}\nscene one "First" from intro("Hello")',
    good='c2v 1\nstoryboard "One" {}\n'
         'template intro(words) {\n  objects { t = text("#{words}") at C3 }\n'
         '  beat a "Say hello" { write t }\n}\n'
         'scene one "First" from intro("Hello")',
)
UNKNOWN_SCENE = register(
    "C2V115", "unknown-scene", "error",
    summary="a scene continues one that does not stand before it",
    why="`continues` begins with the last picture of another scene, which must come earlier.",
    bad='c2v 1\nstoryboard "One" {}\n'
        'scene two "Second" layout wide continues one { beat a { wait 1s } }',
    good='c2v 1\nstoryboard "One" {}\nscene one "First" layout wide { beat a { wait 1s } }\n'
         'scene two "Second" layout wide continues one { beat a { wait 1s } }',
)
SECOND_BLOCK = register(
    "C2V116", "second-objects-block", "error",
    summary="a scene has two `objects` blocks",
    why="One block shows all that a scene has, in the order of depth.",
    bad='objects { a = square() at B2 }\nobjects { b = square() at B3 }\n'
        'beat one "Show them" { show a, b }',
    good='objects {\n  a = square() at B2\n  b = square() at B3\n}\n'
         'beat one "Show them" { show a, b }',
)
ORDER = register(
    "C2V117", "out-of-order", "error",
    summary="something stands where it cannot",
    why="A scene has lets and params first, then its objects, then its beats: what is used stands "
        "above where it is used.",
    bad='beat one "Show it" { show a }\nobjects { a = square() at B2 }',
    good='objects { a = square() at B2 }\nbeat one "Show it" { show a }',
)
WRONG_CALL = register(
    "C2V118", "wrong-call", "error",
    summary="a template, component or action is given arguments it does not take",
    why="Arguments are given in the order of the parameters, or by name; those with a default "
        "may be left out.",
    bad='c2v 1\nstoryboard "One" {}\ncomponent pair(far) {\n'
        '  l = dot((0, 0))\n  r = dot((far, 0))\n}\nscene one "First" layout wide {\n'
        '  objects { p = pair() at C3 }\n  beat a { show p }\n}',
    good='c2v 1\nstoryboard "One" {}\ncomponent pair(far) {\n'
         '  l = dot((0, 0))\n  r = dot((far, 0))\n}\nscene one "First" layout wide {\n'
         '  objects { p = pair(2) at C3 }\n  beat a { show p }\n}',
)
DUPLICATE_DEFINITION = register(
    "C2V119", "defined-twice", "error",
    summary="two templates, components or actions have one name",
    why="A name must say which one is meant, also across imported files.",
    bad='c2v 1\nstoryboard "One" {}\naction hush(n) { wait 1s }\naction hush(n) { wait 2s }\n'
        'scene one "First" layout wide { beat a { do hush(1) } }',
    good='c2v 1\nstoryboard "One" {}\naction hush(n) { wait 1s }\n'
         'scene one "First" layout wide { beat a { do hush(1) } }',
)
UNUSED_OBJECT = register(
    "C2V120", "unused-object", "warning",
    summary="an object is declared and never spoken of",
    why="Declaring shows nothing. What no beat shows and nothing else hangs on is never seen.",
    bad='objects {\n  a = square() at B2\n  b = square() at B3\n}\nbeat one "Show it" { show a }',
    good='objects {\n  a = square() at B2\n  b = square() at B3\n}\n'
         'beat one "Show them" { show a, b }',
)
UNUSED_NAME = register(
    "C2V121", "unused-name", "warning",
    summary="a let or param is declared and never used",
    why="It may be left over from a change, or stand for something that was forgotten.",
    bad='let n = 3\nbeat one "Nothing happens" { wait 1s }',
    good='let n = 3\nbeat one "Wait" { for i in 1..n { wait 1s } }',
)
NO_STORYBOARD = register(
    "C2V122", "no-storyboard", "error",
    summary="a file with scenes has no storyboard block",
    why="The block names the video and holds its settings; files that are only imported need none.",
    bad='c2v 1\nscene one "First" layout wide { beat a { wait 1s } }',
    good='c2v 1\nstoryboard "One" {}\nscene one "First" layout wide { beat a { wait 1s } }',
)
EMPTY_FILE = register(
    "C2V127", "empty-file", "warning",
    summary="a file has neither a scene nor anything to import",
    why="A file is a video, with a storyboard block and scenes, or holds lets, templates, "
        "components and actions that other files import.",
    bad="c2v 1\n",
    good="c2v 1\nlet radius = 1.5\n",
)
NO_SCENES = register(
    "C2V123", "nothing-to-show", "error",
    summary="a storyboard has no scene, or a scene no beat",
    why="There is nothing to make a video of.",
    bad='c2v 1\nstoryboard "One" {}\nscene one "First" layout wide {}',
    good='c2v 1\nstoryboard "One" {}\nscene one "First" layout wide { beat a { wait 1s } }',
)
NO_TITLE = register(
    "C2V124", "scene-without-title", "error",
    summary="a scene has no title",
    why="Every scene shows its title on top of the stage.",
    bad='c2v 1\nstoryboard "One" {}\nscene one layout wide { beat a { wait 1s } }',
    good='c2v 1\nstoryboard "One" {}\nscene one "First" layout wide { beat a { wait 1s } }',
)
RECURSION = register(
    "C2V125", "component-in-itself", "error",
    summary="a component is built of itself",
    why="It would never end. Use a `for` with a bound.",
    bad='c2v 1\nstoryboard "One" {}\ncomponent nest(n) {\n  inner = nest(n)\n}\n'
        'scene one "First" layout wide {\n  objects { p = nest(2) at C3 }\n  beat a { show p }\n}',
    good='c2v 1\nstoryboard "One" {}\ncomponent nest(n) {\n'
         '  for k in 1..n { ring[k] = circle(r=k / 4) }\n}\n'
         'scene one "First" layout wide {\n  objects { p = nest(2) at C3 }\n  beat a { show p }\n}',
)
UNKNOWN_LAYOUT = register(
    "C2V126", "unknown-layout", "error",
    summary="a scene has a layout that does not exist",
    why="`notes` shows lecture lines beside the stage, `wide` gives the stage the whole width.",
    bad='c2v 1\nstoryboard "One" {}\nscene one "First" layout wied { beat a { wait 1s } }',
    good='c2v 1\nstoryboard "One" {}\nscene one "First" layout wide { beat a { wait 1s } }',
)
