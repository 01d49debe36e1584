// The colours that the reader chose, set before anything is painted: no module, and in the head, because the policy of the pages
// allows no inline script. colours.js has the choice.
(() => {
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch { /* a browser may refuse to store anything */ }
})();
