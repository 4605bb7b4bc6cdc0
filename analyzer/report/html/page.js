
"use strict";
// The page is whole without this: it adds the language switch, the filters, and ways between findings and passages.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const findings = all(".finding");
  const marks = all("mark");
  const findingsOf = (element) => element.dataset.findings.split(" ").map((id) => document.getElementById(id));
  root.classList.add("scripted");

  // Language
  const showLanguage = (language) => {
    root.lang = language;
    root.classList.toggle("show-sv", language === "sv");
    root.classList.toggle("show-en", language === "en");
    for (const button of all("[data-language]")) button.setAttribute("aria-pressed", button.dataset.language === language);
    for (const option of all("#family option")) option.textContent = option.dataset[language];
  };
  for (const button of all("[data-language]")) button.addEventListener("click", () => showLanguage(button.dataset.language));

  // Filters
  const family = document.getElementById("family");
  const chosen = (name) => new Set(all(`input[name="${name}"]:checked`).map((input) => input.value));
  const filter = () => {
    const severities = chosen("severity");
    const statuses = chosen("status");
    for (const finding of findings) {
      const { severity, status, family: own } = finding.dataset;
      finding.hidden = !severities.has(severity) || !statuses.has(status) || (family.value !== "" && family.value !== own);
    }
    for (const mark of marks) mark.classList.toggle("off", findingsOf(mark).every((finding) => finding.hidden));
    for (const reference of all(".ref, .absent li")) reference.hidden = findingsOf(reference).every((finding) => finding.hidden);
    for (const absent of all(".absent")) absent.hidden = all("li", absent).every((item) => item.hidden);
    document.getElementById("shown").textContent = findings.filter((finding) => !finding.hidden).length;
  };
  const filters = document.querySelector(".filter");
  if (filters) {
    filters.addEventListener("change", filter);
    document.getElementById("show-all").addEventListener("click", () => {
      for (const input of all("input", filters)) input.checked = true;
      family.value = "";
      filter();
    });
    document.addEventListener("click", (event) => {
      if (!filters.contains(event.target)) filters.open = false;
    });
    filters.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      filters.open = false;
      filters.querySelector("summary").focus();
      event.stopPropagation();
    });
  }

  // From a passage to its finding and back
  let current = null;
  const makeCurrent = (finding) => {
    current = finding;
    for (const other of findings) other.classList.toggle("current", other === finding);
    for (const mark of marks) mark.classList.toggle("current", mark.dataset.findings.split(" ").includes(finding.id));
  };
  const showFinding = (finding) => {
    makeCurrent(finding);
    finding.scrollIntoView({ block: "nearest" });
    finding.querySelector("h4 a").focus({ preventScroll: true });
  };
  const showPassage = (place) => {
    place.scrollIntoView({ block: "center" });
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ref, a.place");
    const finding = event.target.closest(".finding");
    if (link) {
      const target = document.getElementById(link.hash.slice(1));
      if (!target) return;
      event.preventDefault();
      if (link.classList.contains("ref")) {
        showFinding(target);
      } else {
        if (finding) makeCurrent(finding);
        if (target !== finding) showPassage(target);
      }
      return;
    }
    const mark = event.target.closest("mark");
    if (mark && String(getSelection()) === "") {
      const shown = findingsOf(mark).filter((candidate) => !candidate.hidden);
      if (shown.length === 0) return;
      showFinding(shown[(shown.indexOf(current) + 1) % shown.length]);  // a second click goes on to the next
    } else if (finding) {
      makeCurrent(finding);
    }
  });

  // Keys: only inside the list of findings, so that no reader loses a key of their own
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current) return showFinding(current);
    const title = event.target.closest(".finding h4 a");
    if (!title || event.ctrlKey || event.altKey || event.metaKey) return;
    const finding = title.closest(".finding");
    const shown = all(".finding", finding.parentElement).filter((candidate) => !candidate.hidden);
    const at = shown.indexOf(finding);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (shown[next]) showFinding(shown[next]);
  });

  // Paper shows everything, whatever is folded on the screen
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open]):not(.filter)");
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
