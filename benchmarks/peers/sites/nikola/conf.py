"""Nikola's settings. Two taxonomies with several terms a briefing: tags are topics, authors are countries."""

BLOG_AUTHOR = "Benchmark"
BLOG_TITLE = "Benchmark"
SITE_URL = "https://example.org/"
BLOG_EMAIL = "nobody@example.org"
BLOG_DESCRIPTION = "Latest"
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": ""}
TIMEZONE = "UTC"
THEME = "plain"
POSTS = (("posts/*.md", "briefings", "post.tmpl"),)
PAGES = ()
COMPILERS = {"markdown": (".md",)}
MARKDOWN_EXTENSIONS: list[str] = []

TAG_PATH = "topics"
AUTHOR_PATH = "countries"
MULTIPLE_AUTHORS_PER_POST = True
INDEX_DISPLAY_POST_COUNT = 1_000_000_000  # the home page alone, no archive of numbered ones; its template shows the first 20
FEED_LENGTH = 20
RSS_FILENAME_BASE = "feed"
SHOW_SOURCELINK = False
COPY_SOURCES = False
USE_BUNDLES = False
STRIP_INDEXES = True
GLOBAL_CONTEXT: dict[str, object] = {}
DISABLED_PLUGINS = (
    "classify_archive",
    "classify_categories",
    "classify_page_index",
    "classify_sections",
    "copy_files",
    "create_bundles",
    "redirect",
    "render_galleries",
    "render_listings",
    "robots",
    "scale_images",
)
