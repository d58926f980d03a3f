/**
 * Makes the page's addresses of pictures absolute, in templates too. As they come they are seen
 * from where the page was loaded, and creating a room or leaving one makes it look elsewhere.
 */
const templates = [...document.querySelectorAll('template')].map(({ content }) => content);

for (const root of [document, ...templates]) {
  for (const picture of root.querySelectorAll('img, link[rel="icon"]')) {
    const name = picture.localName === 'img' ? 'src' : 'href';
    const address = picture.getAttribute(name) ?? '';
    picture.setAttribute(name, new URL(address, document.baseURI).href);
  }
}
