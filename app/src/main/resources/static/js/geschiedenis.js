// Comfort for the player of a history: the number moves with the slider, and letting go of it goes there.
const slider = document.getElementById("nummer");
if (slider) {
  const number = document.getElementById("nu");
  slider.addEventListener("input", () => { number.textContent = slider.value; });
  slider.addEventListener("pointerup", () => {
    if (slider.value !== slider.defaultValue) {
      slider.form.requestSubmit();
    }
  });
}
