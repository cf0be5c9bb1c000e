package nl.ontwikkelagenda.app.security;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people log in. */
@Controller
class LoginPage {

	@GetMapping("/inloggen")
	String login() {
		return "inloggen";
	}
}
