// Comfort on the board of actions: dragging a card to a column opens its own form with that column chosen. Nothing moves before somebody has said why.
const board = document.getElementById("bord");
const message = document.getElementById("bord-melding");
const TYPE = "text/x-actie";

// what people read comes from the page
function tell(name) {
  message.textContent = document.getElementById("bord-woorden").content.querySelector(`[data-say="${name}"]`).textContent;
  message.classList.remove("hidden");
}

function choose(card, column) {
  const form = card.querySelector("details form");
  const option = [...form.elements.to.options].find(one => one.value === column.dataset.column);
  if (!option) {
    tell("cannot");
    return;
  }
  form.closest("details").open = true;
  form.elements.to.value = option.value;
  tell("why");
  form.elements.why.focus();
}

for (const card of board.querySelectorAll(".card")) {
  if (card.querySelector("details form")) {
    card.draggable = true;
    card.addEventListener("dragstart", event => {
      event.dataTransfer.setData(TYPE, card.id);
      event.dataTransfer.effectAllowed = "move";
    });
  }
}

for (const column of board.querySelectorAll(".lane")) {
  column.addEventListener("dragover", event => {
    if (event.dataTransfer.types.includes(TYPE)) {
      event.preventDefault();
      column.classList.add("over");
    }
  });
  column.addEventListener("dragleave", () => column.classList.remove("over"));
  column.addEventListener("drop", event => {
    column.classList.remove("over");
    const card = document.getElementById(event.dataTransfer.getData(TYPE));
    if (card && !column.contains(card)) {
      event.preventDefault();
      choose(card, column);
    }
  });
}
