import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { Conversation } from "./conversation.js";
import { labels, useLabels } from "./labels.js";
import { newId, Outbox, read, write } from "./outbox.js";
import { Photos } from "./photos.js";
import { Times } from "./times.js";

const page = JSON.parse(document.querySelector("#page").textContent);
const root = document.documentElement;
const statusLine = document.querySelector("#status");
const toastLine = document.querySelector("#toast");
const languageChoice = document.querySelector("#language");
let welcomed = false;
let toastEnd = 0;
let statusShown = 0;

useLabels(page.labels);
const outbox = new Outbox(page.base);
const times = new Times();
const conversation = new Conversation(times, { tap, busy: busyButtons });
const composer = new Composer(page.base, { say, photos: (files) => photos.add(files), place });
const photos = new Photos(`${page.base}/photos`, {
  begun: (id, preview) => conversation.pend(id, { preview, symbol: "picture" }),
  done: (id, upload) => connection.send({ type: "photo", id, upload }),
  failed(id, words) {
    if (id) conversation.withdraw(id);
    composer.tell(words);
  },
});
const address = new URL(`${page.base}/ws`, location.href);
address.protocol = address.protocol.replace("http", "ws");
const connection = new Connection(address, outbox, { hello, receive, state });

function say(text) {
  const id = newId();
  conversation.pend(id, { text });
  connection.send({ type: "text", id, text });
}

function tap(message, data) {
  connection.send({ type: "tap", id: newId(), data, message });
}

function place(latitude, longitude) {
  const id = newId();
  conversation.pend(id, { symbol: "pin" });
  connection.send({ type: "place", id, latitude, longitude });
}

function busyButtons(message) {
  return new Set(outbox.frames.filter((each) => each.type === "tap" && each.message === message).map(({ data }) => data));
}

/** The language is a wish for the first meeting: the one in the address, or else the browser's. */
function hello() {
  const wish = new URLSearchParams(location.search).get("language") ?? navigator.language;
  const follows = outbox.frames.some(({ type }) => type === "start");
  return { type: "hello", seen: conversation.revision, language: welcomed ? root.lang : wish, follows };
}

function receive(frame) {
  switch (frame.type) {
    case "welcome":
      return welcome(frame);
    case "message":
      conversation.show(frame);
      return composer.emphasise(conversation.wants);
    case "ack":
      return settle(frame.id);
    case "toast":
      settle(frame.id);
      return toast(frame.text);
    case "refused":
      return refused(frame);
  }
}

function welcome({ language, title, labels: words, timezone, now }) {
  const translated = root.lang !== language;
  welcomed = true;
  root.lang = language;
  document.title = title;
  document.querySelector("[data-title]").textContent = title;
  document.querySelector("#log").setAttribute("aria-label", title);
  useLabels(words);
  times.use(language, timezone, now);
  if (languageChoice) languageChoice.value = language;
  conversation.quieten();
  if (translated) conversation.redraw();
}

function settle(id) {
  const frame = outbox.settle(id);
  conversation.acknowledge(id);
  if (frame?.type === "tap") conversation.setBusy(frame.message, frame.data, false);
  return frame;
}

function refused({ id, text }) {
  const frame = settle(id);
  conversation.withdraw(id);
  if (frame?.type === "text") composer.giveBack(frame.text);
  if (frame?.type === "language" && languageChoice) languageChoice.value = root.lang;
  composer.tell(text);
}

function toast(text) {
  clearTimeout(toastEnd);
  toastLine.textContent = text;
  toastLine.classList.add("shown");
  toastEnd = setTimeout(() => toastLine.classList.remove("shown"), 3_500 + 60 * text.length);
}

/** A line that comes back within a moment is not worth a word. */
function state(name) {
  const words = { online: "", connecting: labels.connecting, offline: labels.offline };
  statusLine.dataset.state = name;
  conversation.setOnline(name !== "offline");
  clearTimeout(statusShown);
  statusShown = setTimeout(() => (statusLine.textContent = words[name]), name === "connecting" ? 800 : 0);
}

/** A deep link counts once: reloading the page or coming back to it does not follow it again. */
function follow(link) {
  const [{ type }] = performance.getEntriesByType("navigation");
  const key = `started:${page.base}`;
  if (type !== "navigate" && read(key) === link) return;
  write(key, link);
  outbox.add({ type: "start", id: newId(), payload: link });
}

languageChoice?.addEventListener("change", () => {
  connection.send({ type: "language", id: newId(), language: languageChoice.value });
});

const symbols = { photo: "picture", place: "pin" };
for (const { type, id, text } of outbox.frames) {
  if (type === "text" || symbols[type]) conversation.pend(id, { text, symbol: symbols[type] });
}
if (page.start) follow(page.start);
connection.open();
