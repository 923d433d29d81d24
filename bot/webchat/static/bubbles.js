import { linkify } from "./linkify.js";

const ICONS = new URL("icons.svg", import.meta.url).href;
const SVG = "http://www.w3.org/2000/svg";
/** Half-width characters that fit one row on a phone, and how many of them the edges of one button take. */
const ROW_WIDTH = 40;
const BUTTON_EDGE = 2;
const MOST_COLUMNS = 5;

export function make(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${ICONS}#${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** One message as an element. `busy` holds the data of buttons whose tap is not yet answered. */
export function messageElement(message, { time, title, busy }) {
  const element = make("div", `message ${message.from}`);
  element.dataset.messageId = message.id;
  element.dataset.from = message.from;
  element.setAttribute("role", "article");
  if (message.from === "bot") element.setAttribute("aria-label", title);
  const stamp = make("time", "", time(message.at));
  stamp.dateTime = message.at;
  const words = message.text && linkify(message.text, { shorten: message.from === "bot" });
  element.append(bubble(words, message.image && picture(message), stamp));
  const rows = (message.buttons ?? []).filter((row) => row.length);
  if (rows.length) element.append(make("div", "keyboard", ...rows.map((row) => buttonRow(row, busy))));
  return element;
}

/** What was just sent and is not yet on record, shown so that nothing seems lost. */
export function pendingElement(id, { text = "", symbol, preview }) {
  const element = make("div", "message me pending");
  element.dataset.frameId = id;
  const sign = !preview && symbol && make("span", "sign", icon(symbol));
  const image = preview && make("span", "picture", Object.assign(make("img"), { src: preview, alt: "" }));
  element.append(bubble(text && linkify(text), image || sign, make("span", "state", icon("clock"))));
  return element;
}

function bubble(words, above, stamp) {
  const element = make("div", "bubble");
  if (above) element.append(above);
  if (words) element.append(make("span", "text", words));
  element.append(make("span", "meta", stamp));
  element.classList.toggle("bare", Boolean(above) && !words);
  return element;
}

function picture(message) {
  const image = make("img");
  image.src = message.image;
  image.alt = message.text || message.at;
  image.loading = "lazy";
  const link = make("a", "picture", image);
  link.href = message.image;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}

function buttonRow(row, busy) {
  const element = make("div", "row", ...row.map((each) => button(each, busy.has(each.data))));
  const columns = columnsOf(row);
  if (columns) {
    element.classList.add("even");
    element.style.setProperty("--columns", columns);
  }
  return element;
}

function button({ text, data }, busy) {
  const element = make("button", "", make("span", "", text));
  element.type = "button";
  element.dataset.data = data;
  setBusy(element, busy);
  return element;
}

/** Busy, yet not disabled: a disabled button would throw the keyboard's focus away. */
export function setBusy(button, busy) {
  button.setAttribute("aria-disabled", String(busy));
  button.setAttribute("aria-busy", String(busy));
}

/** Columns for a row that can stand as an even grid; null if its words need room of their own. */
function columnsOf(row) {
  const widest = Math.max(...row.map(({ text }) => width(text)));
  const most = Math.min(row.length, MOST_COLUMNS);
  return widest <= ROW_WIDTH / most - BUTTON_EDGE ? most : null;
}

function width(text) {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) > 0x10ff ? 2 : 1), 0);
}
