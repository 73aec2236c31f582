// Builds elements. Text goes in as text only, so that nothing from a paper becomes markup.
const SVG = "http://www.w3.org/2000/svg";

const flat = (children) => children.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== false);

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...flat(children));
  return node;
}

export function put(node, ...children) {
  node.replaceChildren(...flat(children));
}

export function h(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function s(name, attributes, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

const JOINT = ["accuracy-reliability", "understanding-learning", "safety-compliance"];
export const words = (id) => String(id).replace(/[-_]/g, JOINT.includes(id) ? " and " : " ");
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

export function say(text) {
  const told = document.getElementById("told");
  told.textContent = text;
  told.classList.toggle("shown", text !== "");
  clearTimeout(say.later);
  say.later = setTimeout(() => told.classList.remove("shown"), 7000);
}
