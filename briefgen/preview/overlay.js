// Shows over a page why the site could not be built, and reloads a page that missed the news of a new build.
"use strict";
(() => {
  const build = document.currentScript.dataset.build;

  const element = (name, text, parent) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  const show = (failure) => {
    const host = element("briefgen-overlay", "", document.body);
    const root = host.attachShadow({ mode: "open" });
    const style = element("link", "", root);
    style.rel = "stylesheet";
    style.href = "/.preview/overlay.css";
    const box = element("section", "", root);
    box.setAttribute("role", "alert");
    box.lang = "en";
    element("h1", failure.sentence, box);
    const list = element("ul", "", box);
    for (const problem of failure.problems) element("li", problem, list);
    element("p", "Below is the last page that could be built. This box goes away when the problem is mended.", box);
    const close = element("button", "Hide", box);
    close.type = "button";
    close.addEventListener("click", () => host.remove());
    addEventListener("keydown", (event) => event.key === "Escape" && host.remove());
  };

  const ask = async () => {
    const state = await (await fetch("/.preview/state", { cache: "no-store" })).json();
    if (state.build !== build) location.reload();
    else if (state.failure && !document.querySelector("briefgen-overlay")) show(state.failure);
  };

  document.addEventListener("LiveReloadConnect", ask);
  ask();
})();
