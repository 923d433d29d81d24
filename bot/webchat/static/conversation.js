import { make, messageElement, pendingElement, setBusy } from "./bubbles.js";
import { labels } from "./labels.js";

const NEAR = 90;
/** History that comes right after a welcome is neither animated nor read aloud. */
const QUIET = 700;

/** Nothing but its buttons went: not worth a word, read aloud or otherwise. */
function isAnswered(old, message) {
  return !message.buttons.length && old.text === message.text && old.image === message.image;
}

/** The log of messages: shows, edits in place, keeps its place while somebody reads further up. */
export class Conversation {
  #log = document.querySelector("#log");
  #shown = this.#log.children[0];
  #waiting = this.#log.children[1];
  #pill = document.querySelector("#newest");
  #known = new Map();
  #revision = 0;
  #atEnd = true;
  #lastTop = 0;
  #days = 0;
  #quiet = 0;
  #heirless = false;

  /** `tap(message, data)` hears a button; `busy(message)` gives the data of buttons awaiting an answer. */
  constructor(times, { tap, busy }) {
    this.times = times;
    this.busy = busy;
    this.#log.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#shown.addEventListener("click", (event) => this.#tapped(event, tap));
    this.#pill.addEventListener("click", () => this.toEnd(true));
    const follow = new ResizeObserver(() => this.#atEnd && this.toEnd());
    [this.#log, this.#shown, this.#waiting].forEach((each) => follow.observe(each));
  }

  get revision() {
    return this.#revision;
  }

  /** What the newest message of the bot asks for. */
  get wants() {
    const asked = [...this.#known.values()].filter(({ from }) => from === "bot");
    return asked.reduce((last, each) => (each.id > last.id ? each : last), { id: -Infinity }).wants ?? [];
  }

  quieten() {
    clearTimeout(this.#quiet);
    this.#log.setAttribute("aria-live", "off");
    this.#quiet = setTimeout(() => this.#log.setAttribute("aria-live", "polite"), QUIET);
  }

  show(message) {
    this.#revision = Math.max(this.#revision, message.revision);
    const old = this.#known.get(message.id);
    if (old && old.revision >= message.revision) return;
    this.#known.set(message.id, message);
    this.times.saw(message.at);
    if (message.from === "me" && !old) this.#settleEcho(message);
    if (old && isAnswered(old, message)) this.#retire(this.#find(message.id));
    else this.#put(message, old);
    this.#drawDays();
  }

  #put(message, old) {
    const element = this.#element(message);
    if (old) this.#replace(this.#find(message.id), element);
    else this.#insert(message.id, element);
    this.#announce(element, old ? "edited" : "arrived");
    if (!this.#heirless || message.from !== "bot" || old) return;
    this.#heirless = false;
    // The message, not its first button: a second press of the same key must answer nothing.
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  /** Takes the buttons away; whoever stood on one goes on at the next message. */
  #retire(element) {
    const keyboard = element.querySelector(".keyboard");
    if (keyboard?.contains(document.activeElement)) {
      this.#heirless = true;
      this.#log.focus({ preventScroll: true });
    }
    keyboard?.remove();
  }

  /** Draws everything anew, after a change of language. */
  redraw() {
    for (const message of this.#known.values()) this.#replace(this.#find(message.id), this.#element(message));
    this.#drawDays();
  }

  pend(id, content) {
    if (this.#pending(id)) return;
    this.#waiting.append(pendingElement(id, content));
    this.toEnd();
  }

  /** The server has it: no clock beside it any more. */
  acknowledge(id) {
    this.#pending(id)?.classList.add("acknowledged");
  }

  withdraw(id) {
    const element = this.#pending(id);
    const preview = element?.querySelector("img")?.src;
    if (preview) URL.revokeObjectURL(preview);
    element?.remove();
  }

  setOnline(online) {
    this.#waiting.dataset.unsent = online ? "" : labels.not_sent;
  }

  /** Marks the tapped button, or frees it after the answer. */
  setBusy(id, data, busy) {
    const buttons = this.#find(id)?.querySelectorAll("[data-data]") ?? [];
    [...buttons].filter((each) => each.dataset.data === data).forEach((each) => setBusy(each, busy));
  }

  toEnd(smoothly = false) {
    this.#atEnd = true;
    this.#pill.hidden = true;
    this.#log.scrollTo({ top: this.#log.scrollHeight, behavior: smoothly ? "smooth" : "instant" });
  }

  #element(message) {
    const time = (at) => this.times.clock(at);
    return messageElement(message, { time, title: document.title, busy: this.busy(message.id) });
  }

  #find(id) {
    return this.#shown.querySelector(`[data-message-id="${Number(id)}"]`);
  }

  #pending(id) {
    return [...this.#waiting.children].find((each) => each.dataset.frameId === id);
  }

  /** A replayed message may come without its echo; then the words tell which bubble it was. */
  #settleEcho(message) {
    if (message.echo) return this.withdraw(message.echo);
    const same = (each) => each.matches(".acknowledged") && each.querySelector(".text")?.textContent === message.text;
    const twin = [...this.#waiting.children].find(same);
    if (twin && message.text) this.withdraw(twin.dataset.frameId);
  }

  #insert(id, element) {
    const later = [...this.#known.keys()].filter((each) => each > id);
    if (later.length) this.#find(Math.min(...later)).before(element);
    else this.#shown.append(element);
  }

  #replace(old, element) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(element);
    if (!focused) return;
    const data = focused.dataset.data;
    const heir = [...element.querySelectorAll("button")].find((each) => each.dataset.data === data);
    (heir ?? element.querySelector("button") ?? this.#log).focus({ preventScroll: true });
  }

  #announce(element, manner) {
    if (this.#log.getAttribute("aria-live") === "polite") element.classList.add(manner);
    if (manner === "arrived" && !this.#atEnd) this.#pill.hidden = false;
  }

  #drawDays() {
    cancelAnimationFrame(this.#days);
    this.#days = requestAnimationFrame(() => {
      this.#shown.querySelectorAll(".day").forEach((each) => each.remove());
      let last = null;
      for (const element of this.#shown.querySelectorAll("[data-message-id]")) {
        const { at } = this.#known.get(Number(element.dataset.messageId));
        const day = this.times.day(at);
        if (day !== last) element.before(make("div", "day", make("span", "", this.times.dayName(at, labels.today))));
        last = day;
      }
    });
  }

  /** Only moving up leaves the end: a picture that loads or a growing composer moves it away by itself. */
  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    this.#atEnd = near || (this.#atEnd && scrollTop >= this.#lastTop);
    this.#lastTop = scrollTop;
    if (near) this.#pill.hidden = true;
  }

  #tapped(event, tap) {
    const button = event.target.closest("[data-data]");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    setBusy(button, true);
    tap(Number(button.closest("[data-message-id]").dataset.messageId), button.dataset.data);
  }
}
