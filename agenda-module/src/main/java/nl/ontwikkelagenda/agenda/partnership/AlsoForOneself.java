package nl.ontwikkelagenda.agenda.partnership;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Beside {@link AllowedTo}: rights that are enough for whoever sends the command about himself, which is when its {@code personId} is his. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AlsoForOneself {

	Right[] value();
}
