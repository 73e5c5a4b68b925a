// Light or dark: the reader's system decides, the button overrides it. The choice travels from page to page in the
// window's name, which needs no storage and no permission, and is gone with the window.
(function () {
  "use strict";
  var KEY = "onrecord-theme:";
  var root = document.documentElement;
  root.classList.add("js");
  var chosen = window.name.indexOf(KEY) === 0 ? window.name.slice(KEY.length) : "";
  if (chosen === "dark" || chosen === "light") root.setAttribute("data-theme", chosen);

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.theme");
    var system = window.matchMedia("(prefers-color-scheme: dark)");
    function isDark() {
      var set = root.getAttribute("data-theme");
      return set ? set === "dark" : system.matches;
    }
    function label() {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", isDark() ? "Switch to light colours" : "Switch to dark colours");
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      root.setAttribute("data-theme", next);
      window.name = KEY + next;
      label();
    });
    system.addEventListener("change", label);
    label();
  });
})();
