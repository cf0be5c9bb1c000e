package nl.ontwikkelagenda.app.security;

import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people log in. */
@Controller
@WithoutAsOf("Inloggen gaat over nu; laat asOf weg.")
class LoginPage {

	private final boolean demo;
	private final Postman postman;
	private final @Nullable LoginElsewhere elsewhere;

	LoginPage(@Value("${ontwikkelagenda.demo:false}") boolean demo, Postman postman, ObjectProvider<LoginElsewhere> elsewhere) {
		this.elsewhere = elsewhere.getIfAvailable();
		this.postman = postman;
		this.demo = demo;
	}

	@GetMapping("/inloggen")
	String login(Model model) {
		model.addAttribute("demo", demo).addAttribute("mails", postman.works()).addAttribute("elsewhere", elsewhere);
		return "inloggen";
	}
}
