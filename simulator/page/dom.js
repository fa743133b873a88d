/**
 * Building nodes. People's words reach the page only as text nodes or attribute values made here:
 * no module of this page uses innerHTML.
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @typedef {string | number | Node | null | undefined | false} Child  null, undefined and false are left out
 */

/**
 * @param {string} tag
 * @param {Object<string, any>} [props] `class`, `on` ({event: listener}), `data` ({key: value}); a boolean attribute is set or left out
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") node.className = value;
    else if (key === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (key === "data") Object.assign(node.dataset, value);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false).map(asNode));
  return node;
}

function asNode(child) {
  return child instanceof Node ? child : document.createTextNode(String(child));
}

/** Line drawings on a 24 x 24 grid, made for this page. */
const ICONS = {
  back: "M15 5 8 12l7 7",
  down: "m6 9 6 6 6-6",
  close: "m6 6 12 12M18 6 6 18",
  more: "M12 5.2v.1M12 12v.1M12 18.8v.1",
  send: "M4.5 12 4 4.5 20.5 12 4 19.5zM4.5 12H12",
  attach: "M4 7.5A1.5 1.5 0 0 1 5.5 6h2L9 4h6l1.5 2h2A1.5 1.5 0 0 1 20 7.5v10a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM12 9a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
  menu: "M5 7h14M5 12h14M5 17h9",
  reply: "M10 6 4 12l6 6M4.5 12H14a6 6 0 0 1 6 6",
  edit: "M5 19h3.5L19 8.5 15.5 5 5 15.5zM13 7.5 16.5 11",
  trash: "M5 7h14M10 7V5h4v2M7 7l1 12.5h8L17 7M10.5 10.5v6M13.5 10.5v6",
  pin: "M9 4h6l-.8 6.2L17.5 13v1.5h-11V13l3.3-2.8zM12 14.5V20",
  copy: "M9 9h10v10H9zM15 9V5H5v10h4",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 7.5V12l3 2",
  settings: "M5 8h8M17 8h2M5 16h2M11 16h8M15 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM9 14a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  arrow: "M8 16 16 8M9.5 8H16v6.5",
  silent: "M6.5 16.5h11L16 14v-3.5a4 4 0 0 0-6-3.4M8 11v3l-1.5 2.5M10.5 19h3M4 4l16 16",
  picture: "M4 6h16v12H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 8.6v.1",
  play: "M8 5.5v13L18.5 12z",
  pause: "M9 6v12M15 6v12",
  voice: "M12 4a3 3 0 0 0-3 3v4a3 3 0 0 0 6 0V7a3 3 0 0 0-3-3zM6.5 11a5.5 5.5 0 0 0 11 0M12 16.5V20",
  insert: "M16 16 8 8M8 14.5V8h6.5",
  people: "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3.5 19c0-3.5 2.2-5.5 5.5-5.5s5.5 2 5.5 5.5M15.5 5.4a3 3 0 0 1 0 5.2M17 13.8c2.2.6 3.5 2.4 3.5 5.2",
  block: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.5l11 11",
};

/**
 * @param {keyof ICONS} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A round button that shows only a drawing; its name is for screen readers and the tooltip. */
export function iconButton(name, label, onClick, props = {}) {
  const classes = ["icon-button", props.class].filter(Boolean).join(" ");
  return el("button", { type: "button", ...props, class: classes, "aria-label": label, title: label, on: { click: onClick } }, icon(name));
}

/** A disc with the first letter of a name, in the colour that belongs to the id. */
export function avatar(name, id, extra = "") {
  const initial = [...name.trim()][0] ?? "?";
  return disc(initial.toUpperCase(), id, extra);
}

/** A chat's tile: a building's group shows its number, which tells "3号楼" from "5号楼" better than the estate's first letter. */
export function chatAvatar(title, id, isBot) {
  const number = isBot ? null : /\d{1,3}/.exec(title)?.[0];
  return number ? disc(number, id, "of-group") : avatar(title, id, isBot ? "of-bot" : "of-group");
}

function disc(words, id, extra) {
  return el("span", { class: `avatar hue-${hueOf(id)} ${extra}`, "aria-hidden": "true" }, words);
}

/** One of seven colours, always the same for one id. */
export function hueOf(id) {
  return Math.abs(Number(id) || 0) % 7;
}
