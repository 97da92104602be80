"""What a user would pick instead of briefgen's analysis, judged by the labels and the matching of `tests/quality`.

Each peer is one small function from an article to the kinds of things it finds, in the form of `analyze --json`.
"""
