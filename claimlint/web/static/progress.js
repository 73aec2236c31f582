// What a run has told so far, and how that looks.
import { h, counted, words } from "/static/dom.js";

const SHOWN = 6;

export const fresh = () => ({ files: 0, through: 0, claims: 0, glimpsed: 0, pages: {}, latest: [], paper: "", failed: "", problems: 0 });

export function progressed(progress, event) {
  const { what, paper } = event;
  if (what === "started") Object.assign(progress, fresh());
  else if (what === "reading") progress.files = event.files;
  else if (what === "page") {
    progress.paper = paper;
    progress.pages[paper] = [event.number, event.total];
  } else if (what === "glimpse" || what === "claim") {
    progress[what === "claim" ? "claims" : "glimpsed"] += 1;
    progress.latest = [event, ...progress.latest.filter((each) => each.words !== event.words || each.paper !== paper)].slice(0, SHOWN);
    progress.paper = paper;
  } else if (what === "problem") progress.problems += 1;
  else if (what === "assessed") progress.through += 1;
  else if (what === "failed") progress.failed = event.message;
}

export function progressView(progress, stop) {
  return h("section", { class: "progress", "aria-labelledby": "reading" },
    h("h1", { id: "reading" }, "Reading"),
    h("div", { id: "going" }, goingOn(progress)),
    h("p", { class: "row" }, h("button", { type: "button", id: "halt", onclick: stop }, "Stop reading")));
}

// Drawn anew by itself at each event: a button that is replaced under the pointer loses its click.
export function goingOn(progress) {
  const [number, total] = progress.pages[progress.paper] ?? [0, 0];
  const place = number ? `page ${number}${total ? ` of ${total}` : ""}` : "";
  return [
    h("p", {}, [progress.paper || "Getting the rules ready", place].filter(Boolean).join(", ")),
    h("progress", { max: 100, value: share(progress), "aria-label": "How much is read" }),
    h("p", { class: "soft" }, `${counted(progress.files, "paper")}, ${counted(Math.max(progress.claims, progress.glimpsed), "claim")} so far`,
      progress.problems ? `, ${counted(progress.problems, "problem")} in reading` : ""),
    h("ul", { class: "latest" }, progress.latest.map((each) =>
      h("li", {}, h("q", {}, each.words), " ", h("span", { class: "soft" }, `${words(each.category)}, ${each.paper}, ${each.place}`)))),
  ];
}

function share(progress) {
  if (!progress.files) return 2;
  const begun = Object.values(progress.pages).map(([number, total]) => (total ? number / total : 1));
  const read = begun.reduce((sum, each) => sum + each, 0) / progress.files;
  return Math.min(99, 3 + 77 * Math.min(1, read) + (20 * progress.through) / progress.files);
}
