// The page of all statements: loads the rows from scripts beside it and filters them here, without a server.
(function () {
  "use strict";
  var form = document.querySelector(".filters");
  var body = document.getElementById("rows");
  var pattern = document.getElementById("row").content.firstElementChild;
  var heading = document.getElementById("heading").content.firstElementChild;
  var more = document.querySelector(".more");
  var outcome = form.querySelector(".outcome");
  var pager = document.querySelector(".pager");
  var KINDS = { direct: "quoted in full", mixed: "quoted in part", indirect: "paraphrased" };
  var FIELDS = ["text", "speaker", "report", "kind", "mode", "confidence"];
  var STEP = 100;
  var EXTRA = { đ: "d", ð: "d", ł: "l", ø: "o", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", "’": "'", "‘": "'", "“": '"', "”": '"' };

  var still = Array.prototype.slice.call(body.children); // the rows that the page came with
  var chunks = Number(form.dataset.chunks);
  var index = null;
  var names = { speakers: [], reports: [] };
  var rows = [];
  var haystacks = [];
  var loaded = 0;
  var asked = false;
  var filter = null;
  var matches = [];
  var scanned = 0; // chunks that were looked through
  var shown = 0;
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
      index = given;
      names.speakers = given.speakers.map(function (one) {
        return fold(one[0]);
      });
      names.reports = given.reports.map(function (one) {
        return fold(one[0] + " " + one[3] + " " + one[4]);
      });
    },
    rows: function (at, given) {
      rows[at] = given;
      haystacks[at] = [];
      loaded++;
    },
  };

  function load(name, then) {
    var script = document.createElement("script");
    script.src = "data/" + name + ".js";
    script.onload = then;
    script.onerror = function () {
      outcome.textContent = "The file data/" + name + ".js beside this page can’t be read, so not all can be searched.";
    };
    document.head.appendChild(script);
  }

  function loadAll() {
    if (asked) return;
    asked = true;
    load("index", function next() {
      scan();
      if (loaded < chunks) load("rows-" + loaded, next);
    });
  }

  function wanted() {
    var data = new FormData(form);
    var value = function (name) {
      return String(data.get(name) || "").trim();
    };
    return {
      text: fold(value("text")).split(" ").filter(Boolean),
      speaker: fold(value("speaker")),
      report: fold(value("report")),
      kind: value("kind"),
      mode: value("mode"),
      confidence: Number(value("confidence")) || 0,
    };
  }

  function words(row) {
    return row[8]
      .map(function (piece) {
        return piece[1] || " ";
      })
      .join("");
  }

  function fits(row, filter, chunk, at) {
    if (filter.kind && row[3] !== filter.kind) return false;
    if (filter.mode && row[4] !== filter.mode) return false;
    if (row[5] < filter.confidence) return false;
    if (filter.speaker && (row[2] < 0 || names.speakers[row[2]].indexOf(filter.speaker) < 0)) return false;
    if (filter.report && names.reports[row[1]].indexOf(filter.report) < 0) return false;
    if (!filter.text.length) return true;
    var haystack = haystacks[chunk][at];
    if (haystack === undefined) haystack = haystacks[chunk][at] = fold(words(row) + " " + row[6] + " " + row[7]);
    return filter.text.every(function (word) {
      return haystack.indexOf(word) >= 0;
    });
  }

  function isIdle(filter) {
    return !(filter.text.length || filter.speaker || filter.report || filter.kind || filter.mode || filter.confidence);
  }

  function apply() {
    filter = wanted();
    matches = [];
    scanned = 0;
    shown = 0;
    var idle = isIdle(filter);
    if (pager) pager.hidden = !idle;
    if (idle) {
      body.replaceChildren.apply(body, still);
      more.hidden = true;
      outcome.textContent = "";
      return;
    }
    body.replaceChildren();
    loadAll();
    scan();
  }

  // Looks through the rows that came since the last time.
  function scan() {
    if (!index || !filter || isIdle(filter)) return;
    for (; scanned < loaded; scanned++) {
      for (var at = 0; at < rows[scanned].length; at++) {
        if (fits(rows[scanned][at], filter, scanned, at)) matches.push(rows[scanned][at]);
      }
    }
    var waiting = loaded < chunks ? ", still searching …" : "";
    outcome.textContent = count(matches.length) + " of " + count(index.total) + " statements" + waiting;
    if (shown < STEP) showMore();
    else more.hidden = shown >= matches.length;
  }

  function count(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  }

  function showMore() {
    var part = document.createDocumentFragment();
    var until = Math.min(matches.length, (Math.floor(shown / STEP) + 1) * STEP);
    matches.slice(shown, until).forEach(function (row, at) {
      var before = matches[shown + at - 1];
      if (!before || before[1] !== row[1]) part.appendChild(headingOf(index.reports[row[1]]));
      part.appendChild(element(row));
    });
    shown = until;
    body.appendChild(part);
    more.hidden = shown >= matches.length;
  }

  function headingOf(report) {
    var made = heading.cloneNode(true);
    made.querySelector("a").href = "../" + report[1];
    set(made, "bdi", report[0]);
    set(made, ".aside", report[2] + (report[3] ? ", \u2068" + report[3] + "\u2069" : ""));
    return made;
  }

  // Only textContent and properties are set here: what a report says can't become markup.
  function element(row) {
    var report = index.reports[row[1]];
    var speaker = row[2] < 0 ? [unresolved(row[6]), "speakers/unnamed.html"] : index.speakers[row[2]];
    var made = pattern.cloneNode(true);
    made.className = row[3];
    set(made, ".who bdi", speaker[0]);
    made.querySelector(".who a").href = "../" + speaker[1];
    if (row[2] < 0) made.querySelector(".who a").className = "nobody";
    var quote = made.querySelector("blockquote");
    if (report[5]) made.querySelector(".saying").lang = report[5];
    set(made, ".lead", cut(row[7]));
    row[8].forEach(function (piece) {
      var part = document.createElement(piece[0] === "q" ? "q" : "span");
      part.className = { q: "quoted", t: "told" }[piece[0]] || "gap";
      part.textContent = piece[0] === "g" ? " … " : piece[0] === "x" ? " … [cut here; the report has the rest]" : piece[1];
      quote.appendChild(part);
    });
    var named = row[2] >= 0 && row[6].toLowerCase() !== speaker[0].toLowerCase() ? row[6] : "";
    set(made, ".as", named ? "as “\u2068" + cut(named, 120) + "\u2069”" : "");
    set(made, ".by .chain", row[9].length ? "through \u2068" + row[9].join("\u2069 › \u2068") + "\u2069" : "");
    set(made, ".by .to", row[11].length ? "to \u2068" + row[11].join("\u2069 and \u2068") + "\u2069" : "");
    set(made, ".where bdi", row[12]);
    set(made, ".amid bdi", row[13]);
    set(made, ".polarity", row[14] ? "negated" : "");
    set(made, ".certainty", row[15] ? "hedged" : "");
    made.querySelector(".saying").classList.toggle("negated", !!row[14]);
    set(made, ".kind", KINDS[row[3]] || row[3]);
    set(made, ".mode", row[4] === "speech" ? "" : row[4]);
    set(made, ".machine", "machine, " + percent(row[5]));
    made.querySelector(".proof").href = "../" + report[1] + "#" + row[0];
    made.querySelector(".proof").setAttribute("aria-label", "Statement " + row[10] + " in the report");
    return made;
  }

  function unresolved(source) {
    return source ? "“" + cut(source) + "”" : "Nobody named";
  }

  function cut(text, most) {
    most = most || 60;
    var letters = Array.from(text);
    return letters.length > most ? letters.slice(0, most - 1).join("") + "…" : text;
  }

  function percent(value) {
    return (value < 0.01 ? "<1" : value > 0.99 ? ">99" : Math.round(value * 100)) + "\u00a0%";
  }

  function set(made, where, text) {
    made.querySelector(where).textContent = text;
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(apply, 120);
  }

  form.hidden = false;
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("focusin", loadAll);
  form.addEventListener("reset", function () {
    setTimeout(apply, 0);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    apply();
  });
  more.addEventListener("click", showMore);
  if ("IntersectionObserver" in window) {
    new IntersectionObserver(function (seen) {
      if (seen[0].isIntersecting && !more.hidden) showMore();
    }).observe(more);
  }
  // A link may carry filters: #speaker=Lavrov&kind=direct
  new URLSearchParams(location.hash.slice(1)).forEach(function (value, name) {
    if (FIELDS.indexOf(name) >= 0) form.elements[name].value = value;
  });
  apply();
})();
