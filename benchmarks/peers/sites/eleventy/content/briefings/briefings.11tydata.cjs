module.exports = {
  layout: "briefing.njk",
  permalink: (data) => `briefings/${data.page.fileSlug}/`,
};
