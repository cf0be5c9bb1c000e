package nl.ontwikkelagenda.app.rest;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that an endpoint reads what is known only as it is now, so that asking it about a moment is refused. All other endpoints that read answer as of a moment. Which ones
 * declare this, and why, stands in {@code docs/as-of.md}; a test holds them to it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface WithoutAsOf {

	/** What the caller is told: one Dutch sentence. */
	String value();
}
