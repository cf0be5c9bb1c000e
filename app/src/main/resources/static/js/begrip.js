// Escape closes the explanation of a word, until one comes to it again.
addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.querySelectorAll(".term:hover, .term:focus").forEach((term) => {
      term.classList.add("closed");
      const again = () => term.classList.remove("closed");
      term.addEventListener("mouseleave", again, { once: true });
      term.addEventListener("blur", again, { once: true });
    });
  }
});
