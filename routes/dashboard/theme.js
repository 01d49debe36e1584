// Colours: as the system has them, light or dark. This is no module, so that it has run before anything is painted.
(() => {
  const choices = ['system', 'light', 'dark'];
  const says = {
    system: 'Colours: as the system has them',
    light: 'Colours: light',
    dark: 'Colours: dark',
  };

  // A browser may refuse to keep anything; then the choice lasts as long as the page.
  function kept() {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null;
    }
  }

  function keep(choice) {
    try {
      localStorage.setItem('theme', choice);
    } catch { /* see kept() */ }
  }

  let choice = choices.includes(kept()) ? kept() : 'system';
  document.documentElement.dataset.theme = choice;

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const show = () => {
      document.documentElement.dataset.theme = choice;
      button.setAttribute('aria-label', says[choice]);
      button.title = says[choice];
      document.dispatchEvent(new Event('themechange'));
    };
    button.addEventListener('click', () => {
      choice = choices[(choices.indexOf(choice) + 1) % choices.length];
      keep(choice);
      show();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
    show();
  });
})();
