"""YAML documents with the position of every value: the one place where YAML is read.

PyYAML's C loader composes a document once; this module walks its nodes into plain data under YAML 1.2 rules (`NO` is
text, `12:30` is text, dates stay text; field.md B2) and remembers where each key and value stands.
"""
