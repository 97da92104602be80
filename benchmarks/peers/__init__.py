"""Whole builds of briefgen beside other site generators, on the same made-up briefings.

`sites/` holds for each peer what its user would write: configuration, templates, a plugin where it has no related pages.
"""
