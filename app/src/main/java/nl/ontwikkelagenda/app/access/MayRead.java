package nl.ontwikkelagenda.app.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import nl.ontwikkelagenda.agenda.partnership.Right;

/**
 * Declares who may use an endpoint that does not answer with a read model: whoever holds one of these rights in some partnership, or, when {@code anyone}, everybody who is
 * logged in, or, when {@code installation}, who administers the installation. Read models declare it in {@link Readers}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, TYPE})
public @interface MayRead {

	Right[] value() default {};

	/** Everybody who is logged in. */
	boolean anyone() default false;

	/** Only who administers this installation, whatever rights he or another holds in partnerships: for what is of no partnership. */
	boolean installation() default false;

	/** Only who logged in himself, and no program with a token of his: for what gives access that would outlive the token, and for all that is known about him. */
	boolean inPerson() default false;

	/** Everybody, also who is not logged in; then the door of the path has to be open as well. */
	boolean withoutLogin() default false;
}
