/** Times of day and days, in the page's language and the company's time zone. */
export class Times {
  #lead = 0;
  #newest = 0;

  constructor() {
    this.use(document.documentElement.lang);
  }

  /** `zone` is an IANA name, `now` the server's time; without them the browser's own are taken. */
  use(language, zone, now) {
    const set = (options) => new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
    this.time = set({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.date = set({ weekday: "long", month: "long", day: "numeric" });
    this.key = set({ year: "numeric", month: "numeric", day: "numeric" });
    if (now) this.#lead = Date.parse(now) - Date.now();
  }

  /** The demo's clock jumps ahead: a message from the future tells what the time is by now. */
  saw(at) {
    this.#newest = Math.max(this.#newest, Date.parse(at));
  }

  clock(at) {
    return this.time.format(new Date(at));
  }

  day(at) {
    return this.key.format(new Date(at));
  }

  dayName(at, today) {
    const now = Math.max(Date.now() + this.#lead, this.#newest);
    return this.day(at) === this.day(now) ? today : this.date.format(new Date(at));
  }
}
