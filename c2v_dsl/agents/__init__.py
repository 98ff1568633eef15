"""Models that write, repair and criticise storyboards, each standing on the compiler.

Nothing here is imported by commands that need no model, and no model's SDK before it is asked.
"""
