// The papers as they look: pictures of pages with marks, or their text with marks.
import { counted, h, s } from "/static/dom.js";

const UNITS = { pptx: "slide", odp: "slide", xlsx: "sheet", ods: "sheet" };

export function paperPane(desk) {
  const { papers } = desk.report;
  return h("section", { class: "pane paper", "aria-label": "The papers" }, papers.map((paper) => one(desk, paper)));
}

export function showLine(main, id, { quiet = false } = {}) {
  const line = id ? main.querySelector(`#${CSS.escape(id)}`) : null;
  if (!line) return;
  const leaf = line.closest(".leaf");
  const words = line.closest("details.words");
  if (words && !quiet) words.open = true;
  const target = words && !words.open ? leaf : line;
  const pane = main.querySelector(".pane.paper");
  if (pane.scrollHeight > pane.clientHeight + 4) {
    pane.scrollTo({ top: pane.scrollTop + target.getBoundingClientRect().top - pane.getBoundingClientRect().top - 60 });
  } else target.scrollIntoView({ block: "center" });
  for (const each of main.querySelectorAll(".here")) each.classList.remove("here");
  line.classList.add("here");
  if (!quiet) {
    line.tabIndex = -1;
    line.focus({ preventScroll: true });
  }
}

function one(desk, paper) {
  return h("article", { class: "paper", "aria-labelledby": `d${paper.number}h` },
    h("header", { class: "about" },
      h("h2", { id: `d${paper.number}h` }, paper.name),
      h("p", { class: "soft" }, `${paper.kind}, ${paper.format || "unknown"}${paper.pages ? `, ${counted(paper.pages, UNITS[paper.format] ?? "page")}` : ""}, ${counted(paper.claims, "claim")}`),
      paper.problems.map((each) => h("p", { class: each.lost ? "alert" : "soft" }, each.lost ? h("strong", {}, "Not read: ") : null,
        [each.place, each.message].filter(Boolean).join(": "))),
      paper.notices.length ? h("details", {}, h("summary", {}, counted(paper.notices.length, "notice")),
        h("ul", {}, paper.notices.map((each) => h("li", {}, [each.place, each.message].filter(Boolean).join(": "))))) : null),
    paper.leaves.map((leaf) => page(desk, leaf)));
}

function page(desk, leaf) {
  const text = h("div", { class: `text is-${leaf.kind}` }, leaf.blocks.map((block) => drawn(desk, block)),
    leaf.left_out ? h("p", { class: "soft" }, `${leaf.left_out} passages without claims are left out here.`) : null);
  return h("section", { class: "leaf", id: leaf.id, "aria-label": leaf.label },
    h("p", { class: "where" }, leaf.label),
    leaf.shown ? [picture(desk, leaf), h("details", { class: "words" }, h("summary", {}, "The text of this page"), text)] : text);
}

function picture(desk, leaf) {
  const { shown } = leaf;
  const size = { width: shown.width, height: shown.height };
  return s("svg", { class: "page", viewBox: `0 0 ${shown.width} ${shown.height}`, role: "group", "aria-label": `${leaf.label} as a picture, claims marked` },
    s("image", { href: shown.src, x: 0, y: 0, ...size, role: "img", "aria-label": `${leaf.label}; its text stands below` }),
    shown.pins.map((pin) => hit(desk, pin, shown.radius)));
}

function hit(desk, { x, y, mark }, radius) {
  const look = `hit is-${mark.look}${mark.main ? "" : " further"}${mark.shape ? " shape" : ""}`;
  return s("a", { href: `#${mark.target}`, class: look, "data-card": mark.target, "aria-label": mark.said, onclick: (event) => led(event, desk, mark.target) },
    mark.boxes.map(([x0, y0, x1, y1]) => s("rect", { x: x0 - 1, y: y0 - 1, width: x1 - x0 + 2, height: y1 - y0 + 2, rx: 1.5 })),
    mark.main ? [s("circle", { cx: x, cy: y, r: radius }), s("text", { x, y: y + 0.36 * radius, "font-size": radius }, mark.number)] : null);
}

function led(event, desk, target) {
  event.preventDefault();
  if (target.startsWith("c")) desk.choose(Number(target.slice(1)), { jump: false });
  else desk.clause?.(target.slice(1));
}

function drawn(desk, block) {
  if (block.kind === "table") {
    return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "A table" }, h("table", { class: "grid" }, h("tbody", {}, block.rows.map((row) =>
      h("tr", {}, row.map((cell) => cellOf(desk, cell)))))));
  }
  if (block.kind === "list") {
    return h("ul", { class: "list" }, block.lines.map((line) => h("li", attributes(line), inside(desk, line))));
  }
  return block.lines.map((line) => h(line.role === "quote" ? "blockquote" : "p", attributes(line), inside(desk, line)));
}

function cellOf(desk, cell) {
  const head = cell.head && cell.lines.length > 0;
  return h(head ? "th" : "td", head ? { scope: "col" } : {}, cell.lines.map((line) => h("div", attributes(line), inside(desk, line))));
}

function attributes(line) {
  const looks = ["line", `is-${line.role}`, `depth-${line.level}`, line.hidden ? "unseen-text" : "", line.broken ? "broken" : "", line.number ? "numbered" : ""];
  return { id: line.id, class: looks.filter(Boolean).join(" ") };
}

function inside(desk, line) {
  const text = line.segments.map((part) => [
    part.look ? h("mark", { class: `is-${part.look}` }, part.text) : part.text,
    part.badges.map((badge) => h("a", {
      class: `badge is-${badge.look}`, href: `#${badge.target}`, "data-card": badge.target, "aria-label": badge.said,
      onclick: (event) => led(event, desk, badge.target),
    }, badge.number)),
  ]);
  const changed = { deleted: "del", inserted: "ins" }[line.change];
  return [
    line.tags.map((tag) => [h("span", { class: "tag" }, tag), " "]),
    line.number ? [h("span", { class: "number" }, line.number), " "] : null,
    changed ? h(changed, {}, text) : text,
  ];
}

