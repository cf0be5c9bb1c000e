package nl.ontwikkelagenda.app.security;

import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people log in. */
@Controller
@WithoutAsOf("Inloggen gaat over nu; laat asOf weg.")
class LoginPage {

	private final boolean demo;

	LoginPage(@Value("${ontwikkelagenda.demo:false}") boolean demo) {
		this.demo = demo;
	}

	@GetMapping("/inloggen")
	String login(Model model) {
		model.addAttribute("demo", demo);
		return "inloggen";
	}
}
