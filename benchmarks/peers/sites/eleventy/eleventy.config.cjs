// Collections of terms, related briefings; Markdown is not read as a template first, which Eleventy does unless told.
const WANTED = 8;

module.exports = (config) => {
  config.addCollection("newest", (api) => newest(api));
  config.addCollection("terms", (api) => terms(newest(api)));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return {
    dir: { input: "content", includes: "../_includes", output: "output" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
};

function newest(api) {
  const items = api.getFilteredByGlob("content/briefings/*.md");
  items.sort((one, other) => other.date - one.date || one.fileSlug.localeCompare(other.fileSlug));
  return items;
}

function terms(items) {
  const every = new Map();
  for (const item of items) {
    for (const key of keys(item)) {
      if (!every.has(key)) every.set(key, []);
      every.get(key).push(item);
    }
  }
  relate(items, every);
  return [...every].sort().map(([key, listed]) => ({ key, listed }));
}

function keys(item) {
  return [...item.data.countries.map((term) => `countries/${term}`), ...item.data.topics.map((term) => `topics/${term}`)];
}

// Counts shared terms over inverted lists; the items come newest first, so the first of a count are the newest.
function relate(items, every) {
  const places = new Map([...every].map(([key, listed]) => [key, []]));
  items.forEach((item, place) => keys(item).forEach((key) => places.get(key).push(place)));
  const counts = new Uint8Array(items.length);
  items.forEach((item, place) => {
    counts.fill(0);
    for (const key of keys(item)) for (const near of places.get(key)) counts[near] += 1;
    counts[place] = 0;
    item.data.related = nearest(counts).map((near) => ({ url: items[near].url, title: items[near].data.title }));
  });
}

function nearest(counts) {
  const found = [];
  for (let shared = 4; shared > 0; shared -= 1) {
    for (let near = counts.indexOf(shared); near >= 0; near = counts.indexOf(shared, near + 1)) {
      found.push(near);
      if (found.length === WANTED) return found;
    }
  }
  return found;
}
