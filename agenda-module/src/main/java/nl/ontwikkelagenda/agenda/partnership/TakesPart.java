package nl.ontwikkelagenda.agenda.partnership;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@link AllowedTo}: whoever sends the command takes part in what a body does. When that body is not open, only those may who have a seat, a place or an invitation there, and
 * secretaries and project leads, who keep its papers.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TakesPart {
}
