package nl.ontwikkelagenda.app.form;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page a key that its forms send back, so that a form which is sent twice counts once. */
@ControllerAdvice(annotations = Controller.class)
class FormKeys {

	@ModelAttribute(Form.KEY)
	String key() {
		return UUID.randomUUID().toString();
	}
}
