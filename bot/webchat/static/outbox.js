/** Frames the server has not acknowledged, oldest first. They outlive a reload of the page. */
export class Outbox {
  #key;
  #frames;

  /** `name` keeps several chats of one origin apart: the phones of the demo share one session storage. */
  constructor(name) {
    this.#key = `outbox:${name}`;
    this.#frames = JSON.parse(read(this.#key) ?? "[]");
  }

  get frames() {
    return [...this.#frames];
  }

  add(frame) {
    this.#frames.push(frame);
    this.#save();
  }

  /** Takes out the frame with this id and returns it; undefined if it was taken out before. */
  settle(id) {
    const frame = this.#frames.find((each) => each.id === id);
    if (frame) {
      this.#frames = this.#frames.filter((each) => each !== frame);
      this.#save();
    }
    return frame;
  }

  #save() {
    write(this.#key, JSON.stringify(this.#frames));
  }
}

/** A browser may refuse storage or have none left; the chat then works without outliving a reload. */
export function read(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Kept in memory by the caller.
  }
}

/** `crypto.randomUUID` exists on https and localhost only; a phone in the office network has neither. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
