// What a page gains with JavaScript: a switch for day and night, tables that sort, a timeline that filters at once, a print button.
// Every page works without it; controls that need it keep their place, unseen, until it runs, so that nothing moves. Strings come from the page.
(function () {
  "use strict";

  const root = document.documentElement;
  const language = root.lang || "en";

  // ---- day and night ----

  function setUpTheme() {
    const button = document.querySelector("button.theme");
    if (!button) return;
    const night = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme || (night.matches ? "dark" : "light")) === "dark";
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("briefgen-theme", root.dataset.theme); } catch (error) { /* holds for this page only */ }
      show();
    });
    night.addEventListener("change", show);
    show();
    button.disabled = false;
  }

  // ---- tables that sort ----

  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });

  function keyOf(row, column) {
    const cell = row.cells[column];
    return cell.dataset.sort !== undefined ? cell.dataset.sort : cell.textContent.trim();
  }

  // Rows with nothing in the column stay last, whichever way the others run.
  function sortRows(table, column, ascending) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const keys = new Map(rows.map((row) => [row, keyOf(row, column)]));
    rows.sort((one, other) => {
      const a = keys.get(one), b = keys.get(other);
      if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
      return ascending ? collator.compare(a, b) : collator.compare(b, a);
    });
    body.append(...rows);
  }

  function setUpTable(table) {
    const heads = Array.from(table.tHead.rows[0].cells);
    table.classList.add("sorts");
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const ascending = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        sortRows(table, column, ascending);
      });
    });
  }

  // ---- the timeline, filtered at once ----

  // A link carries what it stands for (`data-key="kind-visit"`); each event lists its keys. One choice a group; groups add up.
  function setUpFilters(timeline) {
    const links = Array.from(timeline.querySelectorAll("a[data-key]"));
    const rows = Array.from(timeline.querySelectorAll("li[data-keys]"));
    const chosen = new Map();

    function apply() {
      const wanted = Array.from(chosen.values());
      rows.forEach((row) => {
        const keys = row.dataset.keys.split(" ");
        row.hidden = !wanted.every((key) => keys.includes(key));
      });
      timeline.querySelectorAll("ol.occasions").forEach((list) => {
        const empty = Array.from(list.children).every((row) => row.hidden);
        list.hidden = empty;
        const title = list.previousElementSibling;
        if (title && title.tagName === "H3") title.hidden = empty;
      });
      timeline.querySelectorAll("section[data-year]").forEach((year) => {
        year.hidden = Array.from(year.querySelectorAll("ol.occasions")).every((list) => list.hidden);
      });
      const count = timeline.querySelector("[data-many]");
      const left = rows.filter((row) => !row.hidden).length;
      count.textContent = (left === 1 ? count.dataset.one : count.dataset.many).replace("{n}", left.toLocaleString(language));
    }

    links.forEach((link) => {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        const group = link.closest("[data-group]").dataset.group;
        const isOff = !link.dataset.key || chosen.get(group) === link.dataset.key;
        if (isOff) chosen.delete(group); else chosen.set(group, link.dataset.key);
        links.filter((other) => other.closest("[data-group]").dataset.group === group).forEach((other) => {
          const isOn = (other.dataset.key || "") === (chosen.get(group) || "");
          if (isOn) other.setAttribute("aria-current", "true"); else other.removeAttribute("aria-current");
        });
        apply();
      });
    });
  }

  // ---- print ----

  function setUpPrint(button) {
    button.addEventListener("click", () => window.print());
    button.disabled = false;
  }

  setUpTheme();
  document.querySelectorAll("table.sortable").forEach(setUpTable);
  document.querySelectorAll(".timeline[data-complete]").forEach(setUpFilters);
  document.querySelectorAll("button.print").forEach(setUpPrint);
})();
