import { labels } from "./labels.js";
import { read, write } from "./outbox.js";

/** The line at the bottom: words, photos, the place. `say`, `photos` and `place` hear what was given. */
export class Composer {
  #form = document.querySelector("#composer");
  #words = this.#form.querySelector("textarea");
  #notice = document.querySelector("#notice");
  #files = document.querySelector("#photos");
  #draft;
  #hooks;

  constructor(name, hooks) {
    this.#draft = `draft:${name}`;
    this.#hooks = hooks;
    this.#words.value = read(this.#draft) ?? "";
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.#words.addEventListener("keydown", (event) => this.#key(event));
    this.#words.addEventListener("input", () => this.#changed());
    this.#words.addEventListener("paste", (event) => this.#pasted(event));
    document.querySelector("#photo").addEventListener("click", () => this.#files.click());
    document.querySelector("#place").addEventListener("click", () => this.#locate());
    this.#files.addEventListener("change", () => this.#chosen());
    // Enter sends; where fingers type, the page must not open the keyboard by itself.
    if (matchMedia("(hover: hover) and (pointer: fine)").matches && window === top) this.#words.focus();
    this.#fit();
  }

  /** Shows why something could not be sent; an empty text takes the notice away. */
  tell(text) {
    this.#notice.textContent = text;
  }

  /** Puts refused words back, before anything written since. */
  giveBack(text) {
    this.#words.value = [text, this.#words.value].filter(Boolean).join("\n");
    this.#changed(true);
    this.#words.focus();
  }

  /** Makes plain what the bot is asking for: "photo", "place". */
  emphasise(wants) {
    for (const tool of this.#form.querySelectorAll("[data-want]")) {
      tool.classList.toggle("wanted", wants.includes(tool.dataset.want));
    }
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#words.value.trim();
    if (!text) return;
    this.#words.value = "";
    this.#changed();
    this.#words.focus();
    this.#hooks.say(text);
  }

  #key(event) {
    // While an input method is composing, Enter picks a word; Safari tells so by the key code only.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  #changed(keepNotice = false) {
    write(this.#draft, this.#words.value);
    if (!keepNotice) this.tell("");
    this.#fit();
  }

  #fit() {
    this.#words.style.height = "auto";
    this.#words.style.height = `${this.#words.scrollHeight}px`;
    this.#form.classList.toggle("ready", Boolean(this.#words.value.trim()));
  }

  #pasted(event) {
    const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"));
    if (!pictures.length) return;
    event.preventDefault();
    this.#hooks.photos(pictures);
  }

  #chosen() {
    const files = [...this.#files.files];
    this.#files.value = "";
    this.tell("");
    this.#hooks.photos(files);
  }

  #locate() {
    this.tell("");
    const denied = () => this.tell(labels.place_denied);
    if (!navigator.geolocation) return denied();
    const button = document.querySelector("#place");
    const settled = (act) => (result) => {
      button.removeAttribute("aria-busy");
      act(result);
    };
    button.setAttribute("aria-busy", "true");
    const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 };
    const given = ({ coords }) => this.#hooks.place(coords.latitude, coords.longitude);
    navigator.geolocation.getCurrentPosition(settled(given), settled(denied), options);
  }
}
