// The timeline: shows what one speaker said or one report has, on this page, and counts what is on the others.
(function () {
  "use strict";
  var form = document.querySelector(".chronology .filters");
  if (!form) return;
  var outcome = form.querySelector(".outcome");
  var rows = Array.prototype.slice.call(document.querySelectorAll(".days [data-r]"));
  var here = Number(form.dataset.page);
  var root = form.dataset.root;
  var EXTRA = { đ: "d", ð: "d", ł: "l", ø: "o", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", "’": "'", "‘": "'", "“": '"', "”": '"' };
  var FIELDS = ["speaker", "report"];
  var names = null;
  var pages = null;
  var asked = false;
  var timer = 0;

  function fold(text) {
    return text
      .normalize("NFD")
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .replace(/[đðłøıßæœþ’‘“”]/g, function (letter) {
        return EXTRA[letter];
      })
      .replace(/\s+/g, " ");
  }

  window.onrecordData = {
    index: function (given) {
      names = {
        speakers: given.speakers.map(function (one) {
          return fold(one[0]);
        }),
        reports: given.reports.map(function (one) {
          return fold(one[0] + " " + one[3] + " " + one[4]);
        }),
      };
    },
    pages: function (given) {
      pages = given;
    },
  };

  function load(path, then) {
    var script = document.createElement("script");
    script.src = root + path;
    script.onload = then;
    script.onerror = function () {
      outcome.textContent = "The file " + path + " beside this page can’t be read, so there is nothing to filter by.";
    };
    document.head.appendChild(script);
  }

  function loadAll() {
    if (asked) return;
    asked = true;
    load("statements/data/index.js", function () {
      load("timeline/pages.js", apply);
    });
  }

  function wanted() {
    return { speaker: fold(form.elements.speaker.value.trim()), report: fold(form.elements.report.value.trim()) };
  }

  function fits(speaker, report, filter) {
    if (filter.speaker && (speaker < 0 || names.speakers[speaker].indexOf(filter.speaker) < 0)) return false;
    return !filter.report || names.reports[report].indexOf(filter.report) >= 0;
  }

  function speakerOf(row) {
    var voice = row.closest("[data-s]");
    return voice ? Number(voice.dataset.s) : -2;
  }

  function apply() {
    var filter = wanted();
    var idle = !filter.speaker && !filter.report;
    if (!idle && !(names && pages)) return loadAll();
    var found = 0;
    rows.forEach(function (row) {
      row.hidden = !idle && !fits(speakerOf(row), Number(row.dataset.r), filter);
      if (!row.hidden) found++;
    });
    // Whatever holds only hidden rows is hidden, and nothing that was found stays folded.
    document.querySelectorAll(".days [data-s], .days .moment, .days details").forEach(function (holder) {
      var any = holder.querySelector("[data-r]:not([hidden])") !== null;
      holder.hidden = !idle && !any;
      if (holder.tagName === "DETAILS") holder.open = !idle && any;
    });
    document.querySelectorAll(".silence-long").forEach(function (gap) {
      gap.hidden = !idle;
    });
    outcome.textContent = idle ? "" : found + " of " + rows.length + " on this page";
    if (!idle && pages.length > 1) elsewhere(filter);
  }

  function elsewhere(filter) {
    var hits = [];
    pages.forEach(function (rows, at) {
      var number = rows.reduce(function (sum, row) {
        return sum + (fits(row[0], row[1], filter) ? row[2] : 0);
      }, 0);
      if (number && at + 1 !== here) hits.push([at + 1, number]);
    });
    outcome.append(hits.length ? "; on other pages: " : "; none on the other pages");
    hits.slice(0, 40).forEach(function (hit, at) {
      var link = document.createElement("a");
      link.href = root + (hit[0] === 1 ? "timeline.html" : "timeline-" + hit[0] + ".html") + "#" + hash();
      link.textContent = "page " + hit[0];
      outcome.append(at ? ", " : "", link, " (" + hit[1] + ")");
    });
    if (hits.length > 40) outcome.append(" and " + (hits.length - 40) + " more");
  }

  function hash() {
    var values = new URLSearchParams();
    FIELDS.forEach(function (name) {
      if (form.elements[name].value.trim()) values.set(name, form.elements[name].value.trim());
    });
    return values.toString();
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(apply, 120);
  }

  form.hidden = false;
  form.addEventListener("input", soon);
  form.addEventListener("focusin", loadAll);
  form.addEventListener("reset", function () {
    setTimeout(apply, 0);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    apply();
  });
  // A link may carry filters: #speaker=Lavrov
  new URLSearchParams(location.hash.slice(1)).forEach(function (value, name) {
    if (FIELDS.indexOf(name) >= 0) form.elements[name].value = value;
  });
  apply();
})();
