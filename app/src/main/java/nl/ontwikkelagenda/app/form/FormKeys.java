package nl.ontwikkelagenda.app.form;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.rest.PagePart;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives every page a key that its forms send back, so that a form which is sent twice counts once. */
@Component
class FormKeys implements PagePart {

	@Override
	public void addTo(Map<String, @Nullable Object> page, HttpServletRequest request) {
		page.put(Form.KEY, UUID.randomUUID().toString());
	}
}
