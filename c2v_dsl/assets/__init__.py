"""What pictures, drawings and icons are read from: files, sets of icons, and the network's.

Nothing here draws; ``semantics`` asks whether a picture is there and sound, ``stage`` for its text.
"""
