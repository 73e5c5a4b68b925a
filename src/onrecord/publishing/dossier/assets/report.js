// A report's page: links source, cue and words of a statement with its note. Without this script the numbers in the
// text and in the notes still lead to each other.
(function () {
  "use strict";
  var text = document.querySelector(".evidence");
  var list = document.querySelector(".notes ol");
  if (!text) return;

  // Words of the ledger may be cut into pieces; a link to them shows all of them.
  function showWords() {
    text.querySelectorAll(".led-to").forEach(function (piece) {
      piece.classList.remove("led-to");
    });
    var anchor = document.getElementById(location.hash.slice(1));
    if (!anchor || !anchor.classList.contains("hush") || !anchor.dataset.w) return;
    text.querySelectorAll(".worded").forEach(function (piece) {
      if (piece.dataset.w.split(" ").indexOf(anchor.dataset.w) >= 0) piece.classList.add("led-to");
    });
  }
  window.addEventListener("hashchange", showWords);
  showWords();
  if (!list) return;

  var WIDE = window.matchMedia("(min-width: 64rem)");
  var root = document.documentElement;
  var notes = [null].concat(Array.prototype.slice.call(list.children));
  var refs = {}; // statement number → its number in the text
  var pieces = {}; // statement number → [[element, role], …]
  var uncover = { scroll: true }; // the sheet may cover what was tapped
  var selected = 0;
  var hovered = 0;

  text.querySelectorAll(".ref").forEach(function (ref) {
    refs[ref.dataset.n] = ref;
  });
  text.querySelectorAll(".said").forEach(function (piece) {
    tokens(piece).forEach(function (token) {
      (pieces[token.number] = pieces[token.number] || []).push([piece, token.role]);
    });
  });
  for (var n = 1; n < notes.length; n++) {
    var who = notes[n].querySelector(".who").textContent.trim().replace(/\s+/g, " ");
    if (refs[n]) refs[n].setAttribute("aria-label", "Statement " + who + ": show its note");
  }

  function tokens(piece) {
    return piece.dataset.s.split(" ").map(function (token) {
      return { number: parseInt(token, 10), role: token.slice(-1) };
    });
  }

  function mark(number, name, on) {
    if (!number) return;
    (pieces[number] || []).forEach(function (one) {
      one[0].classList.toggle(name, on);
      one[0].classList.toggle(name + "-" + one[1], on);
    });
    if (refs[number]) refs[number].classList.toggle(name, on);
    notes[number].classList.toggle(name, on);
  }

  function select(number, options) {
    options = options || {};
    mark(selected, "on", false);
    if (selected) notes[selected].removeAttribute("aria-current");
    selected = number;
    mark(selected, "on", true);
    text.classList.toggle("selecting", selected > 0);
    if (selected) notes[selected].setAttribute("aria-current", "true");
    if (options.address !== false) remember();
    place();
    showSheet();
    if (selected && options.scroll) reveal(refs[selected] || pieces[selected][0][0]);
  }

  function reveal(element) {
    var box = element.getBoundingClientRect();
    var bottom = window.innerHeight * (WIDE.matches ? 0.85 : 0.5);
    if (box.top < 80 || box.bottom > bottom) {
      window.scrollTo(0, window.scrollY + box.top - window.innerHeight * 0.28);
    }
  }

  function remember() {
    var address = selected && refs[selected] ? "#" + refs[selected].id : location.pathname + location.search;
    try {
      history.replaceState(null, "", address);
    } catch (refused) {
      // a page opened from a disk may not change its address in some browsers
    }
  }

  function fromAddress() {
    var id = location.hash.slice(1).replace(/^n-/, "");
    var ref = id && document.getElementById(id);
    if (ref && ref.classList.contains("ref")) select(Number(ref.dataset.n), { scroll: true, address: false });
  }

  function hover(number) {
    if (number === hovered) return;
    mark(hovered, "hover", false);
    hovered = number;
    mark(hovered, "hover", true);
  }

  // Notes stand beside their words; where they would collide they push each other away from the selected one.
  function place() {
    if (!WIDE.matches) {
      list.style.height = "";
      notes.forEach(function (note) {
        if (note) note.style.top = "";
      });
      list.classList.remove("placed");
      return;
    }
    list.classList.add("placed");
    var GAP = 6;
    var top = list.getBoundingClientRect().top;
    var tops = [0];
    var heights = [0];
    var i;
    for (i = 1; i < notes.length; i++) {
      heights[i] = notes[i].offsetHeight;
      tops[i] = Math.max(0, refs[i] ? refs[i].getBoundingClientRect().top - top - 4 : 0);
    }
    for (i = 2; i < notes.length; i++) tops[i] = Math.max(tops[i], tops[i - 1] + heights[i - 1] + GAP);
    if (selected && refs[selected]) {
      var wanted = Math.max(0, refs[selected].getBoundingClientRect().top - top - 4);
      var needed = GAP * (selected - 1);
      for (i = 1; i < selected; i++) needed += heights[i];
      tops[selected] = Math.max(wanted, needed);
      for (i = selected - 1; i > 0; i--) tops[i] = Math.min(tops[i], tops[i + 1] - heights[i] - GAP);
      for (i = selected + 1; i < notes.length; i++) {
        var own = Math.max(0, refs[i] ? refs[i].getBoundingClientRect().top - top - 4 : 0);
        tops[i] = Math.max(own, tops[i - 1] + heights[i - 1] + GAP);
      }
    }
    for (i = 1; i < notes.length; i++) notes[i].style.top = tops[i] + "px";
    var last = notes.length - 1;
    list.style.height = tops[last] + heights[last] + "px";
  }

  // On a narrow screen the note comes up from below.
  var sheet = document.createElement("section");
  sheet.className = "sheet";
  sheet.hidden = true;
  sheet.setAttribute("aria-label", "Selected statement");
  sheet.setAttribute("aria-live", "polite");
  document.body.appendChild(sheet);

  function showSheet() {
    if (WIDE.matches || !selected) {
      sheet.hidden = true;
      root.classList.remove("with-sheet");
      return;
    }
    var body = document.createElement("div");
    body.className = "note on";
    Array.prototype.forEach.call(notes[selected].children, function (child) {
      body.appendChild(child.cloneNode(true));
    });
    var bar = document.createElement("div");
    bar.className = "sheet-bar";
    bar.appendChild(control("← Before", selected > 1 ? selected - 1 : 0));
    bar.appendChild(control("Next →", selected < notes.length - 1 ? selected + 1 : 0));
    bar.appendChild(control("Close", -1));
    sheet.replaceChildren(body, bar);
    sheet.hidden = false;
    sheet.scrollTop = 0;
    root.classList.add("with-sheet");
  }

  function control(label, number) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.disabled = number === 0;
    button.addEventListener("click", function () {
      select(number < 0 ? 0 : number, { scroll: true });
    });
    return button;
  }

  text.addEventListener("click", function (event) {
    var ref = event.target.closest(".ref");
    if (ref) {
      event.preventDefault();
      select(Number(ref.dataset.n) === selected ? 0 : Number(ref.dataset.n), uncover);
      return;
    }
    if (String(window.getSelection())) return; // words are being copied
    var piece = event.target.closest(".said");
    if (!piece) {
      select(0);
      return;
    }
    // A second click on nested words moves outwards.
    var numbers = tokens(piece).map(function (token) {
      return token.number;
    });
    var at = numbers.indexOf(selected);
    select(at < 0 ? numbers[0] : at + 1 < numbers.length ? numbers[at + 1] : 0, uncover);
  });
  text.addEventListener("mouseover", function (event) {
    var piece = event.target.closest(".said, .ref");
    hover(!piece ? 0 : piece.dataset.n ? Number(piece.dataset.n) : tokens(piece)[0].number);
  });
  text.addEventListener("mouseleave", function () {
    hover(0);
  });
  text.addEventListener("focusin", function (event) {
    var ref = event.target.closest(".ref");
    if (ref && ref.matches(":focus-visible") && Number(ref.dataset.n) !== selected) select(Number(ref.dataset.n));
  });
  list.addEventListener("mouseover", function (event) {
    var note = event.target.closest(".note");
    hover(note ? Number(note.dataset.n) : 0);
  });
  list.addEventListener("focusin", function (event) {
    hover(Number(event.target.closest(".note").dataset.n));
  });
  list.addEventListener("focusout", function () {
    hover(0);
  });
  list.addEventListener("mouseleave", function () {
    hover(0);
  });
  list.addEventListener("click", function (event) {
    var number = event.target.closest("a.number");
    if (number) event.preventDefault();
    else if (event.target.closest("a")) return;
    var note = event.target.closest(".note");
    if (note && !String(window.getSelection())) select(Number(note.dataset.n), { scroll: true });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && selected) select(0);
  });
  window.addEventListener("hashchange", fromAddress);
  window.addEventListener("resize", function () {
    place();
    showSheet();
  });
  window.addEventListener("load", place);
  place();
  fromAddress();
})();
