"""What templates see: flat, read-only values, everything already in words of the page's language.

Every `*_html` value is safe HTML; every other text is escaped by the templates. `lang` is set where a text is in another
language than the page around it, empty otherwise. `docs/templates.md` lists each view and its values.
"""
