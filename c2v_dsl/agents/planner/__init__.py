"""The Planner: from a wish to an outline, from an outline to scenes that check and measure clean.

`outline` asks for the plan, `scene` writes one scene, `scenes` all of them side by side, `repair`
mends what is wrong with a scene, `assemble` makes the storyboard of them.
"""
