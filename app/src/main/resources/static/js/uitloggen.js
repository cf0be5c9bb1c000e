// Logging out empties what this browser keeps: who would lose what was not sent yet is asked first.
const form = document.querySelector("form.leave");
form.addEventListener("submit", event => {
  const unsent = Object.keys(localStorage).some(key => /^(onverzonden|geweigerd)\//.test(key));
  if (unsent && !confirm(form.querySelector("template").content.textContent.trim())) {
    event.preventDefault();
  }
});
