/** The words of the page. All come from the server; a change of language puts the new ones in place. */
export const labels = {};

const PLACES = [
  ["label", (element, word) => (element.textContent = word)],
  ["labelAria", (element, word) => element.setAttribute("aria-label", word)],
  ["labelTitle", (element, word) => (element.title = word)],
  ["labelPlaceholder", (element, word) => (element.placeholder = word)],
];

export function useLabels(words) {
  Object.assign(labels, words);
  for (const [name, put] of PLACES) {
    const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      const word = labels[element.dataset[name]];
      if (word) put(element, word);
    }
  }
}
