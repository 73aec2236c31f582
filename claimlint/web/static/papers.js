// Dropping papers, saying what they are, and reading them.
import { post, remove } from "/static/api.js";
import { counted, h, put, say } from "/static/dom.js";
import { goingOn, progressView } from "/static/progress.js";

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

export function papersView(main, desk) {
  const { papers, running } = desk.state;
  const held = main.contains(document.activeElement) ? document.activeElement.id : "";
  if (running) {
    const going = document.getElementById("going");
    if (going) put(going, goingOn(desk.progress));
    else put(main, h("div", { class: "narrow" }, progressView(desk.progress, () => halt(desk))));
    return;
  }
  put(main, h("div", { class: "narrow" },
    papers.length ? null : h("section", { class: "hero" },
      h("h1", {}, "What does this vendor claim, and what backs it?"),
      h("p", {}, "Drop the papers of one vendor: decks, web pages, contracts, evidence. You get each claim about an AI system where it stands, the evidence that it needs, what the contract takes back, and the questions to send. Nothing leaves this machine.")),
    papers.length ? list(desk) : null,
    dropZone(desk, papers.length === 0),
    desk.progress.failed ? h("p", { class: "alert" }, h("strong", {}, "Not read: "), desk.progress.failed) : null));
  if (held) document.getElementById(held)?.focus();
}

function dropZone(desk, first) {
  const files = h("input", { type: "file", multiple: true, id: "files", class: "unseen", tabindex: "-1", "aria-hidden": "true" });
  const folder = h("input", { type: "file", webkitdirectory: true, id: "folder", class: "unseen", tabindex: "-1", "aria-hidden": "true" });
  for (const each of [files, folder]) {
    each.addEventListener("change", () => send(desk, [...each.files].map((file) => [file.webkitRelativePath || file.name, file])));
  }
  const zone = h("section", { class: first ? "drop" : "drop more", "aria-label": "Papers to read" }, files, folder,
    h("p", { class: "large" }, first ? "Drop files or a folder here" : "Drop more here"),
    h("p", { class: "row" },
      h("button", { type: "button", id: "choose", onclick: () => files.click() }, "Choose files"),
      h("button", { type: "button", id: "choose-folder", onclick: () => folder.click() }, "Choose a folder"),
      first ? h("button", { type: "button", id: "example", class: "main", onclick: () => example(desk) }, "Try it with the example") : null),
    h("p", { class: "soft" }, "PDF, PowerPoint, Word, Excel, OpenDocument, RTF, HTML, Markdown, text, e-mail, ZIP, and evidence as YAML or JSON."));
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  return zone;
}

// Wherever on the page something is dropped, it lands on the desk; else the browser would open it.
export function catchDrops(desk) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    if (!event.dataTransfer?.items.length || desk.state === null) return;
    const files = await dropped(event.dataTransfer);
    desk.show("papers");
    send(desk, files);
  });
}

async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => [file.name, file]);
  const found = [];
  for (const entry of entries) await walk(entry, "", found);
  return found;
}

async function walk(entry, above, found) {
  const name = above ? `${above}/${entry.name}` : entry.name;
  if (entry.isFile) {
    found.push([name, await new Promise((kept, lost) => entry.file(kept, lost))]);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const batch = await new Promise((kept, lost) => reader.readEntries(kept, lost));
    if (!batch.length) return;
    for (const each of batch) await walk(each, name, found);
  }
}

async function send(desk, files) {
  const wanted = files.filter(([name]) => !/(^|\/)(\.|~\$)/.test(name));
  if (!wanted.length) return;
  const total = wanted.reduce((sum, [, file]) => sum + file.size, 0);
  if (total > desk.state.most_bytes) {
    say(`Together these are larger than ${size(desk.state.most_bytes)}; drop fewer.`);
    return;
  }
  const form = new FormData();
  for (const [name, file] of wanted) {
    form.append("names", name);
    form.append("papers", file, file.name);
  }
  say(`Taking ${counted(wanted.length, "paper")} …`);
  const state = await desk.tried(() => post("/api/papers", form));
  if (state) {
    desk.put(state);
    say(`${counted(state.papers.length, "paper")} on the desk. Look what each is, then read them.`);
    document.getElementById("read")?.focus();
  }
}

async function example(desk) {
  const state = await desk.tried(() => post("/api/example"));
  if (state) await read(desk);
}

async function read(desk) {
  desk.progress.failed = "";
  const state = await desk.tried(() => post("/api/run"));
  if (state) {
    desk.put({ ...state, running: true });
    document.getElementById("halt")?.focus();
  }
}

async function halt(desk) {
  const state = await desk.tried(() => remove("/api/run"));
  if (state) {
    desk.put(state);
    document.getElementById("read")?.focus();
  }
}

function list(desk) {
  const { papers, roles } = desk.state;
  return h("section", { "aria-labelledby": "on-desk" },
    h("h1", { id: "on-desk" }, `${counted(papers.length, "paper")} on the desk`),
    h("ul", { class: "papers" }, papers.map((paper) => item(desk, paper, roles))),
    h("p", { class: "row" },
      h("button", { type: "button", class: "main", id: "read", onclick: () => read(desk) }, desk.report ? "Read again" : "Read them"),
      h("button", {
        type: "button", class: "quiet",
        onclick: async () => {
          const state = await desk.tried(() => remove("/api/papers"));
          if (state) desk.put(state);
        },
      }, "Clear the desk")));
}

function item(desk, paper, roles) {
  const told = desk.report?.papers.find((each) => each.name === paper.name);
  const seems = told && told.kind_by === "guess" && paper.role === "guess" ? `seems to be: ${told.kind}` : "";
  return h("li", {},
    h("span", { class: "name" }, h("strong", {}, paper.name), " ", h("span", { class: "soft" }, [size(paper.size), seems].filter(Boolean).join(", "))),
    h("label", {}, h("span", { class: "unseen" }, `What ${paper.name} is`),
      h("select", {
        id: `role-${paper.id}`,
        onchange: async (event) => {
          const state = await desk.tried(() => post(`/api/papers/${paper.id}?role=${event.target.value}`));
          if (state) desk.put(state);
        },
      }, roles.map((role) => h("option", { value: role.id, selected: role.id === paper.role }, role.words)))),
    h("button", {
      type: "button", class: "quiet", "aria-label": `Take ${paper.name} away`,
      onclick: async () => {
        const state = await desk.tried(() => remove(`/api/papers/${paper.id}`));
        if (state) desk.put(state);
      },
    }, "Take away"));
}
