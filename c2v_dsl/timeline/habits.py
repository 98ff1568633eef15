"""What people write who come from Manim or from plain English, and what the language says."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["HABITS", "Habit", "habit"]


class Habit(NamedTuple):
    """``verb`` is the language's word (empty where there is no single one), ``example`` how it
    is written."""

    verb: str
    example: str


HABITS: dict[str, Habit] = {}


def _say(verb: str, example: str, words: str) -> None:
    for word in words.split():
        HABITS[word] = Habit(verb, example)


_say("show", "show a", "fadein appear reveal display enter introduce present fadeinfrom "
     "fadeinfromlarge addtextletterbyletter")
_say("draw", "draw a", "create showcreation drawborderthenfill trace sketch plot render "
     "showpassingflash")
_say("write", "write a", "type typeset addtextwordbyword")
_say("grow", "grow a", "growfromcenter growfromedge growfrompoint growarrow")
_say("pop", "pop a", "spininfromnothing popin bouncein")
_say("hide", "hide a", "fadeout disappear vanish exit fadeaway fadetocolor")
_say("erase", "erase a", "uncreate unwrite undraw")
_say("shrink", "shrink a", "shrinktocenter")
_say("remove", "remove a", "delete destroy drop")
_say("clear", "clear", "clearall clearscreen reset wipe fadeoutall")
_say("morph", "morph a into b", "transform replacementtransform transformmatchingtex "
     "transformmatchingshapes become replace fadetransform convert turninto cyclicreplace")
_say("copy", "copy a into b", "transformfromcopy duplicate clone")
_say("move", "move a to B3", "moveto movetotarget place position moverelative toedge tocorner "
     "gotopoint slide put")
_say("move", "move a right_of b", "nextto")
_say("move", "move a along c", "movealongpath travel")
_say("shift", "shift a by (1, 0)", "translate moveby nudge")
_say("rotate", "rotate a by 90deg", "turn spin rotating")
_say("scale", "scale a by 1.5", "resize enlarge scaleinplace zoomobject stretch")
_say("color", "color a red", "recolor setcolor paint colour colorize fadecolor tint")
_say("fill", "fill a blue 0.3", "setfill")
_say("stroke", "stroke a red 4", "setstroke")
_say("dim", "dim a to 30%", "setopacity fade darken mute fadeto")
_say("undim", "undim a", "restore undo brighten")
_say("set", "set t to 3", "setvalue update assign animatevalue change tween increment")
_say("apply", "apply M to a", "applymatrix applyfunction applypointwisefunction applymethod "
     "applycomplexfunction warp")
_say("rewrite", 'rewrite a as "…"', "settext edit retype")
_say("flash", "flash a", "blink spark")
_say("highlight", "highlight a", "indicate emphasize emphasise mark accent")
_say("outline", "outline a", "circumscribe surround encircle surroundingrectangle frame")
_say("wiggle", "wiggle a", "shake jiggle")
_say("focus", "focus a", "focuson spotlight")
_say("point_at", "point_at a", "pointto point pointat")
_say("pulse", "pulse a along b", "passingflash showpassingflashwiththinningstrokewidth")
_say("zoom", "zoom to a by 2", "zoomin zoomto camera magnify closeup")
_say("zoom", "zoom out", "zoomout unzoom unfollow resetcamera zoomback")
_say("follow", "follow a", "pan track panto cameraon attachcamera")
_say("wait", "wait 1s", "pause sleep delay hold")
_say("say", 'say "…"', "speak narrate voiceover voice caption subtitle")
_say("together", "together { show a; show b }", "parallel simultaneously animationgroup atonce "
     "concurrently")
_say("stagger", "stagger 0.2s { show a; show b }", "laggedstart laggedstartmap cascade sequence")
_say("", "actions follow one another by themselves: `show a; show b`", "succession then after "
     "next")
_say("", "name the verb itself: `show a over 2s`", "play animate run perform self")
_say("for", "for i in 0..4 { show a[i] }", "repeat loop foreach while")
_say("do", "do greet(a)", "call invoke use")


def habit(word: str) -> Habit | None:
    """The language's way to say ``word``: ``FadeIn``, ``fade_in`` and ``fadein`` are one."""
    return HABITS.get(word.replace("_", "").lower())
