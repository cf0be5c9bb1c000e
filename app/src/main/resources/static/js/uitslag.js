// Shows the results of a priority round as they come in: takes them from the same page, so that nothing else on it moves.
const EVERY = 4000;

async function refresh() {
  const shown = document.getElementById('uitslag');
  if (document.hidden || !shown || shown.dataset.open !== 'true') {
    return;
  }
  const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('uitslag');
  if (fresh && fresh.innerHTML !== shown.innerHTML) {
    shown.replaceWith(document.adoptNode(fresh));
  }
}

// without a connection the last results stay; the next time it may be back
setInterval(() => refresh().catch(() => {}), EVERY);
