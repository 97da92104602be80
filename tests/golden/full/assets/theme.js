// Before anything is painted: the reader's choice of day or night, if one was made on an earlier page.
(function () {
  "use strict";
  try {
    var theme = localStorage.getItem("briefgen-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (error) { /* storage may be forbidden: the preference of the system holds */ }
})();
