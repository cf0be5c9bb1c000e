package nl.ontwikkelagenda.app.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds a text of a request. Every text is stripped and refused when it is blank or holds control characters; without this annotation it is at most
 * {@value #DEFAULT_MAX} characters on several lines.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Words {

	int DEFAULT_MAX = 4_000;

	/** Most characters (code points). */
	int max() default DEFAULT_MAX;

	/** Whether line breaks and tabs are allowed. */
	boolean lines() default true;
}
