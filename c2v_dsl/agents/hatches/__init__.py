"""Hatches: read before they run, filled by the Coder, mended in the smallest scope that helps."""
