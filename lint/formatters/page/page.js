"use strict";

(() => {
  const root = document.documentElement;
  const each = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  // ------------------------------------------------------------------------------------------------- the language

  function say(language) {
    root.lang = language;
    root.dataset.language = language;
    for (const one of each("[data-zh]")) one.textContent = one.dataset[language];
    for (const button of each("[data-say]")) button.setAttribute("aria-pressed", String(button.dataset.say === language));
  }

  for (const button of each("[data-say]")) button.addEventListener("click", () => say(button.dataset.say));
  say(root.dataset.language);
  for (const one of each(".tools, .filters")) one.hidden = false;

  // --------------------------------------------------------------------------------- from a note to its cell, back

  function unlit() {
    for (const one of each(".lit, .near")) one.classList.remove("lit", "near");
  }

  function show(target) {
    const report = target.closest(".report");
    if (report && report.hidden) clear();
    for (let around = target.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    target.scrollIntoView({ block: "center", inline: "center" });
    target.focus({ preventScroll: true });
  }

  // The cells that a note is about are lit, the first one most; a note is lit with them.
  function light(note) {
    unlit();
    note.classList.add("lit");
    const spots = note.dataset.spots.split(" ").map((id) => document.getElementById(id));
    spots.forEach((spot, place) => spot.classList.add(place ? "near" : "lit"));
    return spots[0];
  }

  function noteOf(place) {
    return document.getElementById(place.dataset.note);
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("summary, button, input, select")) return;
    if (String(window.getSelection())) return;
    const link = event.target.closest("a");
    if (link) {
      const target = document.getElementById(link.hash.slice(1));
      if (!target) return;
      event.preventDefault();
      go(target);
      return;
    }
    const note = event.target.closest(".note");
    if (note) {
      show(light(note));
      return;
    }
    const place = event.target.closest("[data-note]");
    if (place) go(noteOf(place));
  });

  function go(target) {
    const note = target.matches(".note") ? target : target.dataset.note ? noteOf(target) : null;
    if (note) light(note);
    else unlit();
    if (target.matches(".report, body")) {
      if (target.hidden) clear();
      target.scrollIntoView({ block: "start" });
    } else show(target);
    history.replaceState(null, "", "#" + target.id);
  }

  function step(by) {
    const notes = each(".report:not([hidden]) .note:not(.waived)");
    if (!notes.length) return;
    const here = notes.findIndex((note) => note.classList.contains("lit"));
    const next = here < 0 ? (by > 0 ? 0 : notes.length - 1) : (here + by + notes.length) % notes.length;
    show(light(notes[next]));
  }

  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));

  // --------------------------------------------------------------------------------------------------- on paper

  // Everything that is folded is opened, but for what goes on for pages.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = each("details:not([open]):not(.long)");
    for (const one of opened) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
  document.getElementById("print").addEventListener("click", () => window.print());

  // ------------------------------------------------------------------------------------------------ the overview

  const table = document.querySelector(".reports");
  const rows = table ? each("tbody tr", table) : [];
  const articles = rows.map((row) => document.getElementById(row.dataset.report));
  const told = rows.map((row) => row.textContent.toLowerCase());
  const fields = ["text", "rule", "severity"].map((name) => document.getElementById("filter-" + name));

  function filter() {
    const [text, rule, severity] = fields.map((field) => field.value.trim().toLowerCase());
    const wanted = text.split(/\s+/);
    let shown = 0;
    rows.forEach((row, place) => {
      const { rules, severities } = row.dataset;
      const fits =
        wanted.every((word) => told[place].includes(word)) &&
        (!rule || rules.toLowerCase().split(" ").includes(rule)) &&
        (!severity || severities.split(" ").includes(severity));
      for (const one of [row, articles[place]]) {
        if (one && one.hidden === fits) one.hidden = !fits;
      }
      shown += fits;
    });
    for (const number of each("#filter-count .shown")) number.textContent = String(shown);
    for (const bar of each(".bars .rule")) {
      bar.setAttribute("aria-pressed", String(rule === bar.dataset.rule.toLowerCase()));
    }
  }

  function clear() {
    for (const field of fields) field.value = "";
    filter();
  }

  function sort(head) {
    const column = Array.from(head.parentElement.cells).indexOf(head);
    const numbers = rows.every((row) => /^-?\d+$/.test(row.cells[column].dataset.value));
    const descending = numbers ? head.getAttribute("aria-sort") !== "descending" : head.getAttribute("aria-sort") === "ascending";
    for (const one of head.parentElement.cells) one.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const order = new Intl.Collator("zh", { numeric: true });
    const compare = (one, other) => (numbers ? one - other : order.compare(one, other));
    const value = (row) => row.cells[column].dataset.value;
    const sorted = [...rows].sort((one, other) => compare(value(one), value(other)) * (descending ? -1 : 1));
    table.tBodies[0].append(...sorted);
  }

  if (table) {
    for (const field of fields) field.addEventListener("input", filter);
    document.getElementById("filter-reset").addEventListener("click", clear);
    for (const bar of each(".bars .rule")) {
      bar.addEventListener("click", () => {
        const again = bar.getAttribute("aria-pressed") === "true";
        fields[1].value = again ? "" : bar.dataset.rule;
        filter();
      });
    }
    for (const head of each("thead th", table)) {
      head.querySelector("button").addEventListener("click", () => sort(head));
    }
  }

  // An address may name a place of the page.
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target && target.id !== "top") go(target);
})();
