package nl.ontwikkelagenda.app.rest;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** A part of the frame around every page. It is asked for when a page is going to be shown: answers to programs and redirections do without. */
public interface PagePart {

	/** @param page what the template knows, to which this part adds its own */
	void addTo(Map<String, @Nullable Object> page, HttpServletRequest request);
}
